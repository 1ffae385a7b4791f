import { isObject, isPlain, isSecret, unproxied } from "./props.ts";

/** A place whose value is marked secret; what lies inside is secret with it. */
export interface SecretPlace {
  /** As reads have it. */
  readonly path: string;
  /** Whether the program's configuration holds the value; absent where that is not known. */
  readonly configured?: boolean;
}
/** Whether a configuration holds a value; undefined where nobody knows the configuration. */
export type Configured = (value: unknown) => boolean | undefined;

/** Where values are marked secret. */
export function secretsIn(value: unknown, configured?: Configured, path = ""): readonly SecretPlace[] {
  const raw = unproxied(value);
  if (isSecret(raw)) {
    const held = configured?.(Reflect.get(raw, "value"));
    return [{ path, ...(held !== undefined && { configured: held }) }];
  }
  if (!isObject(raw) || !isPlain(raw)) return [];
  if (Array.isArray(raw)) return raw.flatMap((item, index) => secretsIn(item, configured, `${path}[${index}]`));
  return Object.entries(raw).flatMap(([key, item]) =>
    secretsIn(item, configured, path === "" ? key : `${path}.${key}`),
  );
}

/** The secret that a path is, or lies inside. */
export function secretAt(secrets: readonly SecretPlace[], path: string): SecretPlace | undefined {
  return secrets.find(
    (secret) => path.startsWith(secret.path) && ["", ".", "["].includes(path.charAt(secret.path.length)),
  );
}

/** Knows the values in the configuration that the engine gives a program and its packs; nothing where it gives none. */
export function configuredBy(text: string | undefined): Configured | undefined {
  if (text === undefined) return undefined;
  let values: readonly unknown[];
  try {
    values = Object.values(JSON.parse(text) as object);
  } catch {
    return undefined;
  }
  // a value by itself, or one of those in a structured one
  return (value) =>
    typeof value === "string" &&
    values.some((held) => held === value || (typeof held === "string" && held.includes(JSON.stringify(value))));
}
