import { lowerFirst, partsOf } from "../life/token.ts";
import type { ResourceSchema, Schemas } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { NAMESPACES, TYPES } from "./arm-types.ts";
import { pathParameters } from "./path.ts";

/** The resource type as the Resource Manager writes it, as segments after the namespace. */
export interface ArmType {
  readonly namespace: string;
  readonly segments: readonly string[];
}

/** By the table, else derived from the path parameters and the class. */
export function armType(schema: ResourceSchema, schemas: Schemas): ArmType {
  const { module, name } = partsOf(schema.token);
  const listed = TYPES[`${module}:${name}`];
  if (listed !== undefined) {
    const [namespace = "", ...segments] = listed.split("/");
    return { namespace, segments };
  }
  const { all, own } = pathParameters(schema, schemas);
  const parents = all.filter((key) => key !== "resourceGroupName" && key !== "scope" && key !== own).map(collection);
  const namespace = NAMESPACES[module] ?? `Microsoft.${module.charAt(0).toUpperCase()}${module.slice(1)}`;
  return { namespace, segments: [...parents, plural(lowerFirst(bareName(name, parents)))] };
}

const collection = (parameter: string): string => plural(parameter.replace(/(Name|Id)$/, "") || parameter);
/** A class that repeats its parent's name says the rest only. */
function bareName(name: string, parents: readonly string[]): string {
  const parent = parents.at(-1)?.replace(/s$/, "") ?? "";
  const rest = name.toLowerCase().startsWith(parent.toLowerCase()) ? name.slice(parent.length) : name;
  return rest === "" ? name : rest;
}
export const plural = (word: string): string => {
  if (/(s|x|z|ch|sh)$/.test(word)) return word.endsWith("s") && !/ss$|us$/.test(word) ? word : `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
};

/** The path of an object: scope or subscription and group, namespace, and a name for each segment of the type. */
export function armId(context: Context, schema: ResourceSchema): string {
  const { inputs, schemas, site, dice } = context;
  const { all, own } = pathParameters(schema, schemas);
  const { namespace, segments } = armType(schema, schemas);
  const names = all
    .filter((key) => key !== "resourceGroupName" && key !== "scope")
    .map((key) => text(inputs, key) ?? dice.uuid(key));
  if (own === undefined && names.length < segments.length) names.push("default");
  const pairs = names.map((name, i) => `/${segments[i] ?? "items"}/${name}`);
  const group = text(inputs, "resourceGroupName");
  const subscription = `/subscriptions/${text(inputs, "subscriptionId") ?? site.account}`;
  const scope =
    text(inputs, "scope") ?? (group === undefined ? subscription : `${subscription}/resourceGroups/${group}`);
  return `${scope.startsWith("/") ? scope : `/${scope}`}/providers/${namespace}${pairs.join("")}`;
}
