import { join } from "node:path";
import { expect, test } from "vitest";
import type { Properties, Value } from "../../wire/value.ts";
import { KNOWN_PACKAGES } from "../known.ts";
import { sample } from "../life/sample.ts";
import { openSchemas } from "../schema/index.ts";
import type { PropertyType, RefType } from "../schema/types.ts";
import type { TwinType } from "../type.ts";

/** The schemas of this repository's own SDKs, opened once. */
export const schemas = openSchemas(join(import.meta.dirname, "..", "..", ".."));
/** Every type of which something is known by hand, and which the pinned SDKs have. */
export const hands: readonly TwinType[] = KNOWN_PACKAGES.flatMap(({ types }) => [...types.values()]).filter(
  ({ token }) => schemas.resource(token),
);
/** Objects of the API server: the table of kinds decides over them. */
export const isKubernetes = (token: string): boolean => token.startsWith("kubernetes:") && !token.includes("helm.sh");
export const inputsOf = (token: string) => schemas.resource(token)?.inputs ?? {};
/** Two values of a type that differ. */
export function two(key: string, type: PropertyType, depth = 0): readonly [Value, Value] | undefined {
  if (type.kind === "enum") return schemas.enumValues(type)?.slice(0, 2) as [Value, Value] | undefined;
  if (type.kind === "list") return pair(two(key, type.element, depth), (value) => [value]);
  if (type.kind === "map") return pair(two(key, type.element, depth), (value) => ({ some: value }));
  if (type.kind === "ref") return depth > 3 ? undefined : inside(type, depth + 1);
  const one = sample(key, type, schemas, "one");
  if (typeof one === "boolean") return [true, false];
  if (typeof one === "number") return [one, one + 1];
  return typeof one === "string" && type.kind !== "literal" ? [one, `other-${one}`] : undefined;
}
const pair = (
  values: readonly [Value, Value] | undefined,
  change: (value: Value) => Value,
): [Value, Value] | undefined => values && [change(values[0]), change(values[1])];
function inside(type: RefType, depth: number): [Value, Value] | undefined {
  const members = schemas.resolve(type) ?? {};
  const least = sample("", type, schemas, "one") as Properties;
  for (const key of Object.keys(members)) {
    const values = two(key, members[key]?.type as PropertyType, depth);
    if (values) return pair(values, (value) => ({ ...least, [key]: value }));
  }
  return undefined;
}
/** Whether a type is a single value. */
export const simple = ({ kind }: PropertyType): boolean =>
  ["string", "number", "boolean", "enum", "union"].includes(kind);

/** Types for which a question makes no sense; the number is fixed, so that no gap opens unseen. */
export function skipped(tokens: readonly string[], why: string, count: number): void {
  test(`${count} types are left out: ${why}`, () => expect(tokens).toHaveLength(count));
}
export const tokensOf = (types: readonly TwinType[]): readonly string[] => types.map(({ token }) => token);
