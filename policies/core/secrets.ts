import { isObject, isPlain, isSecret, unproxied } from "./props.ts";

/** Where a value is marked secret, by the paths that reads have; what lies inside is secret with it. */
export function secretsIn(value: unknown, path = ""): readonly string[] {
  const raw = unproxied(value);
  if (isSecret(raw)) return [path];
  if (!isObject(raw) || !isPlain(raw)) return [];
  if (Array.isArray(raw)) return raw.flatMap((item, index) => secretsIn(item, `${path}[${index}]`));
  return Object.entries(raw).flatMap(([key, item]) => secretsIn(item, path === "" ? key : `${path}.${key}`));
}

/** Whether a path is one of these, or lies inside one. */
export function isAmong(secrets: readonly string[], path: string): boolean {
  return secrets.some((secret) => path.startsWith(secret) && ["", ".", "["].includes(path.charAt(secret.length)));
}
