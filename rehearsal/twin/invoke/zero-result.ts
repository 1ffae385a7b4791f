import type { Properties, Value } from "../../wire/value.ts";
import { zero } from "../life/zero.ts";
import type { Schemas } from "../schema/types.ts";

/** An answer of the right shape that says nothing: the arguments, and empty values. */
export function zeroResult(token: string, args: Properties, schemas: Schemas): Properties {
  const schema = schemas.function(token);
  if (!schema) return args;
  if (schema.single) return { result: zero(schema.resultType) };
  const result: Record<string, Value> = {};
  for (const key of Object.keys(schema.result)) {
    const member = schema.result[key];
    if (member) result[key] = args[key] ?? zero(member.type);
  }
  return result;
}
