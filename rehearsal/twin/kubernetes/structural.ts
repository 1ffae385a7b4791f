import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";

/** A CRD's schema as JSON schema that knows no other fields: what the API server prunes or a strict apply refuses. */
export function closed(schema: Properties): Properties {
  if (says(schema, "int-or-string")) return { type: ["integer", "string", ...nullOf(schema)] };
  const { properties, items, additionalProperties, type } = schema;
  const open = says(schema, "preserve-unknown-fields") || says(schema, "embedded-resource");
  return {
    ...kept(schema),
    ...(typeof type === "string" && { type: [type, ...nullOf(schema)] }),
    ...(isObject(properties) && { properties: each(properties) }),
    ...(isObject(properties) && !open && additionalProperties === undefined && { additionalProperties: false }),
    ...(isObject(items) && { items: closed(items) }),
    ...(isObject(additionalProperties) && { additionalProperties: closed(additionalProperties) }),
    ...(typeof additionalProperties === "boolean" && { additionalProperties }),
  };
}

// as a manifest spells it, and as the SDK's types do
const says = (schema: Properties, word: string): boolean =>
  schema[`x-kubernetes-${word}`] === true || schema[`x_kubernetes_${word.replaceAll("-", "_")}`] === true;
const nullOf = (schema: Properties): readonly string[] => (schema["nullable"] === true ? ["null"] : []);
const each = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, isObject(value) ? closed(value) : true]));

// limits of values, which mean the same in both; the branches of `anyOf` and its like only narrow, and close nothing
const LIMITS = [
  "enum",
  "pattern",
  "required",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "multipleOf",
  "uniqueItems",
] as const;
const BRANCHES = ["anyOf", "oneOf", "allOf", "not"] as const;

function kept(schema: Properties): Properties {
  const result: Record<string, Value> = {};
  for (const key of LIMITS) {
    const limit = draft7(key, schema);
    if (limit !== undefined) result[key] = limit;
  }
  for (const key of BRANCHES) {
    const branch = schema[key];
    if (isList(branch)) result[key] = branch.map((one) => (isObject(one) ? narrowing(one) : one));
    else if (isObject(branch)) result[key] = narrowing(branch);
  }
  return result;
}

function narrowing(schema: Properties): Properties {
  const { properties, items } = schema;
  return {
    ...kept(schema),
    ...(isObject(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, isObject(value) ? narrowing(value) : true]),
      ),
    }),
    ...(isObject(items) && { items: narrowing(items) }),
  };
}

// OpenAPI 3.0 says whether a bound is left out by a flag beside it, JSON schema by a number of its own
function draft7(key: (typeof LIMITS)[number], schema: Properties): Value | undefined {
  const value = schema[key];
  if (key === "exclusiveMinimum") return value === true ? schema["minimum"] : undefined;
  if (key === "exclusiveMaximum") return value === true ? schema["maximum"] : undefined;
  return value;
}
