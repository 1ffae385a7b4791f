import type { Properties, Value } from "../../wire/value.ts";
import type { PropertyType, RefType, Schemas } from "../schema/types.ts";

const POLICY = '{"Version":"2012-10-17","Statement":[]}';

/** A value of a type with nothing in it but what must be; texts say what they stand for. */
export function sample(key: string, type: PropertyType, schemas: Schemas, word: string, depth = 0): Value {
  switch (type.kind) {
    case "list":
      return [sample(key, type.element, schemas, word, depth + 1)];
    case "map":
      return { key: sample(key, type.element, schemas, word, depth + 1) };
    case "number":
      return 3;
    case "boolean":
      return true;
    case "union":
      return type.members[0] ? sample(key, type.members[0], schemas, word, depth) : "any";
    case "literal":
      return type.value;
    case "enum":
      return schemas.enumValues(type)?.[0] ?? "any";
    case "ref":
      return depth > 9 ? {} : least(type, schemas, word, depth);
    case "any":
    case "asset":
    case "resource":
    case "string":
      return /policy$/i.test(key) ? POLICY : `${word}-${key.toLowerCase()}`;
  }
}

function least(type: RefType, schemas: Schemas, word: string, depth: number): Properties {
  const made: Record<string, Value> = {};
  for (const [key, member] of Object.entries(schemas.resolve(type) ?? {})) {
    if (member.required) made[key] = sample(key, member.type, schemas, word, depth + 1);
  }
  return made;
}
