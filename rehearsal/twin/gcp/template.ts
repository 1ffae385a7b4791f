import { lowerFirst, partsOf } from "../life/token.ts";
import type { ResourceSchema } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { last, projectOf, regionOf, zoneOf } from "./site.ts";

const VARIABLE = /\{\{\s*%?([\w.]+)\s*\}\}/g;
export const camel = (snake: string): string =>
  snake.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The first import template of a type that has variables. */
export const templateOf = (schema: ResourceSchema | undefined): string | undefined =>
  schema?.importIds.find((id) => id.includes("{{"));

/** The inputs that an id template is made of. */
export function variables(schema: ResourceSchema): readonly string[] {
  const template = templateOf(schema) ?? "";
  return [...template.matchAll(VARIABLE)]
    .map(([, name]) => inputNamed(schema, name as string))
    .filter((name) => name !== undefined);
}

function inputNamed(schema: ResourceSchema, variable: string): string | undefined {
  const name = camel(variable);
  if (schema.inputs[name]) return name;
  const kind = name.replace(/Id$/, "");
  if (variable === "project_id") return "project";
  const own = lowerFirst(partsOf(schema.token).name);
  return [kind, `${name}Id`, own === kind ? "name" : undefined, variable === "name" ? `${own}Id` : undefined].find(
    (candidate) => candidate !== undefined && schema.inputs[candidate] !== undefined,
  );
}

/** A template with its variables filled in. */
export interface Filled {
  readonly id: string;
  /** Every variable came from an input or the provider. */
  readonly sure: boolean;
}

/** Fills an id template from inputs, the provider's place, or made-up values. */
export function fill(template: string, context: Context): Filled {
  let sure = true;
  const id = template.replace(VARIABLE, (_, variable: string, offset: number) => {
    const found = valueOf(variable, context);
    if (found === undefined) sure = false;
    const value = found ?? context.dice.digits(variable, 19);
    const alone = template.startsWith("/", offset - 1) || offset === 0;
    return alone && variable !== "parent" && /^(projects\/|https:\/\/|organizations\/|folders\/)/.test(value)
      ? last(value)
      : value;
  });
  return { id, sure };
}

function valueOf(variable: string, context: Context): string | undefined {
  const name = camel(variable);
  const input = context.schema && inputNamed(context.schema, variable);
  const given = input === undefined ? undefined : textOf(context, input);
  if (given !== undefined) return name === "project" ? last(given) : given;
  if (name === "project" || name === "projectId") return projectOf(context);
  if (name === "region") return regionOf(context);
  if (name === "zone") return zoneOf(context);
  if (name === "location") return textOf(context, "region") ?? placeIn(context) ?? context.site.region;
  if (name === "universeDomain") return "googleapis.com";
  return undefined;
}
/** The place that the path of something else names: what it hangs on. */
const placeIn = ({ inputs }: Context): string | undefined =>
  Object.values(inputs)
    .map((value) => (typeof value === "string" ? /^projects\/[^/]+\/locations\/([^/]+)\//.exec(value)?.[1] : undefined))
    .find((place) => place !== undefined);
const textOf = ({ inputs }: Context, key: string): string | undefined => {
  const value = inputs[key];
  return typeof value === "number" ? String(value) : text(inputs, key);
};
