import { isList, isObject, type Properties, type Value } from "../wire/value.ts";
import type { InputProperty, ResourceSchema, Schemas } from "./schema/types.ts";

/** Marks that objects carry, and texts that describe them: whoever changes one of these changes nothing else. */
const MARKS = ["tags", "labels", "annotations"];
const TEXTS = ["description", "comment", "displayName"];
const NAME = "drill";

/** The inputs of an object with one harmless thing changed each, the likeliest to change in place first. */
export function perturbations({ inputs }: ResourceSchema, schemas: Schemas, given: Properties): Properties[] {
  const changed = (key: string, value: Value): Properties => ({ ...given, [key]: value });
  const known = (keys: readonly string[], kind: string): string[] =>
    keys.filter((key) => inputs[key]?.type.kind === kind && inputs[key].constant === undefined);
  const marks = known(MARKS, "map").flatMap((key) => marked(given[key]).map((value) => changed(key, value)));
  const nested = Object.keys(inputs)
    .filter((key) => membersOf(inputs[key], schemas).includes("annotations"))
    .flatMap((key) => annotated(given[key]).map((value) => changed(key, value)));
  const texts = known(TEXTS, "string").flatMap((key) => retold(given[key]).map((value) => changed(key, value)));
  const scalars = Object.keys(given)
    .filter((key) => inputs[key]?.constant === undefined)
    .toSorted()
    .flatMap((key) => moved(given[key]).map((value) => changed(key, value)));
  return [...marks, ...nested, ...texts, ...scalars];
}

function membersOf(input: InputProperty | undefined, schemas: Schemas): string[] {
  return input?.type.kind === "ref" ? Object.keys(schemas.resolve(input.type) ?? {}) : [];
}

const marked = (value: Value | undefined): Value[] =>
  value === undefined || isObject(value) ? [{ ...value, [NAME]: "1" }] : [];

function annotated(value: Value | undefined): Value[] {
  if (value !== undefined && !isObject(value)) return [];
  return marked(value?.["annotations"]).map((annotations) => ({ ...value, annotations }));
}

const retold = (value: Value | undefined): Value[] =>
  value === undefined ? [NAME] : typeof value === "string" ? [`${value} (${NAME})`] : [];

/** A value with one thing in it changed each. Policies may have an id of their own, which grants nothing. */
function moved(value: Value | undefined): Value[] {
  if (isList(value)) return value.flatMap((item, i) => moved(item).map((other) => value.with(i, other)));
  if (isObject(value))
    return Object.keys(value).flatMap((key) => moved(value[key]).map((other) => ({ ...value, [key]: other })));
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1];
  if (typeof value !== "string" || !value.startsWith("{")) return [];
  try {
    const document = JSON.parse(value) as { readonly [key: string]: unknown };
    return document["Statement"] === undefined ? [] : [JSON.stringify({ ...document, Id: NAME })];
  } catch {
    return [];
  }
}
