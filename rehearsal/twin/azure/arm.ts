import { lowerFirst, partsOf } from "../life/token.ts";
import type { ResourceSchema, Schemas } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { COLLECTIONS, NAMESPACES, TYPES } from "./arm-types.ts";
import { pathParameters } from "./path.ts";

/** The resource type as the Resource Manager writes it, as segments after the namespace. */
export interface ArmType {
  readonly namespace: string;
  readonly segments: readonly string[];
}

const cache = new WeakMap<ResourceSchema, ArmType>();

/** By the table, else derived from the path parameters and the class. */
export function armType(schema: ResourceSchema, schemas: Schemas): ArmType {
  const known = cache.get(schema) ?? derive(schema, schemas);
  cache.set(schema, known);
  return known;
}

function derive(schema: ResourceSchema, schemas: Schemas): ArmType {
  const { module, name } = partsOf(schema.token);
  const listed = TYPES[`${module}:${name}`];
  if (listed !== undefined) {
    const [namespace = "", ...segments] = listed.split("/");
    return { namespace, segments };
  }
  const parents = pathParameters(schema, schemas).parents.map((parameter) => collection(module, parameter));
  const namespace = NAMESPACES[module] ?? `Microsoft.${module.charAt(0).toUpperCase()}${module.slice(1)}`;
  return { namespace, segments: [...parents, plural(lowerFirst(bareName(name, parents)))] };
}

const collection = (module: string, parameter: string): string =>
  COLLECTIONS[`${module}:${parameter}`] ?? plural(parameter.replace(/(Name|Id)$/, "") || parameter);

/** A class says the rest only where it repeats its parent's name, and nothing of where it is allowed. */
function bareName(name: string, parents: readonly string[]): string {
  const plain = name.replace(/(At|By)[A-Z]\w*$/, "") || name;
  const parent = parents.at(-1)?.replace(/s$/, "") ?? "";
  const repeats = parent !== "" && plain.toLowerCase().startsWith(parent.toLowerCase());
  const rest = repeats ? plain.slice(parent.length).replace(/^s(?=[A-Z])/, "") : plain;
  return rest === "" ? plain : rest;
}
export const plural = (word: string): string => {
  if (/(s|x|z|ch|sh)$/.test(word)) return word.endsWith("s") && !/ss$|us$/.test(word) ? word : `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
};

/** The path of a group, or of the subscription. */
export function groupId({ inputs, site }: Context): string {
  const subscription = `/subscriptions/${text(inputs, "subscriptionId") ?? site.account}`;
  const group = text(inputs, "resourceGroupName");
  return group === undefined ? subscription : `${subscription}/resourceGroups/${group}`;
}

/** The path of an object: scope or subscription and group, namespace, and a name for each segment of the type. */
export function armId(context: Context, schema: ResourceSchema): string {
  const { inputs, schemas, dice } = context;
  const { scope, parents, own } = pathParameters(schema, schemas);
  const { namespace, segments } = armType(schema, schemas);
  const names = [...parents, ...(own === undefined ? [] : [own])].map((key) => text(inputs, key) ?? dice.uuid(key));
  if (names.length < segments.length) names.splice(segments.length - 1 - (own === undefined ? 0 : 1), 0, "default");
  const pairs = names.map((name, i) => `/${segments[i] ?? "items"}/${name}`);
  const base = (scope === undefined ? undefined : text(inputs, scope)) ?? groupId(context);
  return `${base.startsWith("/") ? base : `/${base}`}/providers/${namespace}${pairs.join("")}`;
}
