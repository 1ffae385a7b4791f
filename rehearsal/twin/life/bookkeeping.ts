import { isList, isObject, mapObject, type Properties, Secret, type Value } from "../../wire/value.ts";

/** The names of the properties that the provider filled in. */
export function defaultsOf(inputs: Properties | undefined): ReadonlySet<string> {
  const list = inputs?.["__defaults"];
  return new Set(isList(list) ? list.filter((name) => typeof name === "string") : []);
}

/** The value without the bookkeeping of bridged providers, at any depth. */
export const withoutBookkeeping = (inputs: Properties): Properties => strip(mapObject(inputs, strip)) as Properties;

function strip(value: Value): Value {
  if (!isObject(value) || !("__defaults" in value)) return value;
  const { __defaults: _, ...rest } = value;
  return rest;
}

/** The value inside any secret wrappers. */
export function bare(value: Value | undefined): Value | undefined {
  let inner = value;
  while (inner instanceof Secret) inner = inner.value;
  return inner;
}
