import type { Properties, Value } from "../../wire/value.ts";
import { byPattern } from "../life/patterns.ts";
import { zero } from "../life/zero.ts";
import type { FunctionSchema } from "../schema/types.ts";
import type { Context } from "../type.ts";

/** An answer of the right shape: what is known, the arguments, and empty values for the rest. */
export function shaped(
  known: Properties,
  args: Properties,
  schema: FunctionSchema | undefined,
  context?: Context,
): Properties {
  if (!schema) return { ...args, ...known };
  if (schema.single) return Object.keys(known).length > 0 ? known : { result: zero(schema.resultType) };
  const result: Record<string, Value> = {};
  for (const key of Object.keys(schema.result)) {
    const type = schema.result[key]?.type;
    if (!type) continue;
    const made = context && byPattern(key, type, context);
    const value = known[key] ?? args[key] ?? made ?? zero(type);
    if (value !== null || schema.result[key]?.required === true) result[key] = value;
  }
  return result;
}
