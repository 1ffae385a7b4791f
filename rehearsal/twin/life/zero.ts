import { isList, isObject, type Properties, Secret, Special, type Value } from "../../wire/value.ts";
import type { PropertyType, Schemas } from "../schema/types.ts";

/** What an absent value of a type looks like in a bridged provider's state. */
export function zero(type: PropertyType): Value {
  switch (type.kind) {
    case "list":
      return [];
    case "map":
      return {};
    case "boolean":
      return false;
    case "number":
      return 0;
    case "string":
    case "enum":
    case "resource":
      return "";
    case "literal":
      return type.value;
    case "union":
      return type.members[0] ? zero(type.members[0]) : null;
    case "any":
    case "asset":
    case "ref":
      return null;
  }
}

/** A value as the cloud gives it back: members of nested objects that nobody set are there, empty. */
export function filledUp(value: Value, type: PropertyType, schemas: Schemas): Value {
  if (value instanceof Secret) return new Secret(filledUp(value.value, type, schemas));
  if (value === null || typeof value !== "object" || value instanceof Special) return value;
  if (isList(value)) return type.kind === "list" ? value.map((item) => filledUp(item, type.element, schemas)) : value;
  if (!isObject(value) || type.kind !== "ref") return value;
  const members = schemas.resolve(type);
  if (!members) return value;
  const next: Record<string, Value> = { ...value };
  for (const key of Object.keys(members)) {
    const member = members[key]?.type as PropertyType;
    const given = value[key];
    next[key] = given === undefined ? zero(member) : filledUp(given, member, schemas);
  }
  return next;
}

/** An object whose members all come from one question per name. */
export function madeUp(
  type: PropertyType,
  schemas: Schemas,
  ask: (name: string, type: PropertyType) => Value | undefined,
  depth = 0,
): Value {
  const members = type.kind === "ref" && depth < 4 ? schemas.resolve(type) : undefined;
  if (!members) return zero(type);
  const made: Record<string, Value> = {};
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (member?.required) made[key] = ask(key, member.type) ?? madeUp(member.type, schemas, ask, depth + 1);
  }
  return made satisfies Properties;
}
