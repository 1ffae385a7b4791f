import { type Properties, UNKNOWN, type Value } from "../../wire/value.ts";
import type { NameRule } from "../names/rule.ts";
import type { CheckScene, Package } from "../package.ts";
import type { ResourceSchema, Schemas } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { armId, armType } from "./arm.ts";
import { failing } from "./failing.ts";
import { failures } from "./failures.ts";
import { functions } from "./functions.ts";
import { output, withIdentity } from "./outputs.ts";
import { pathParameters } from "./path.ts";
import { replacement } from "./replacement.ts";
import { types } from "./types.ts";

const GROUP = "azure-native:resources:ResourceGroup";
const noGroup = (named: string): string =>
  `Code="ResourceGroupNotFound" Message="Resource group '${named}' could not be found."`;

const UUID_NAMES = new Set(["roleAssignmentName", "roleDefinitionId"]);
const RANDOM_NAMES = new Set(["endpointName", "customDomainName"]);

/** The own name: random at the top of a namespace, the program's name below, a UUID for role assignments. */
function nameRule(schema: ResourceSchema, schemas: Schemas): NameRule | undefined {
  const { all, own } = pathParameters(schema, schemas);
  if (own === undefined) return undefined;
  if (UUID_NAMES.has(own)) return { property: own, kind: "uuid" };
  const top = own === "resourceGroupName" || all.filter((key) => key !== "resourceGroupName").length <= 1;
  return top || RANDOM_NAMES.has(own)
    ? { property: own, kind: "random", separator: "", random: 8 }
    : { property: own, kind: "copy" };
}

/** The location: the old one, the provider's, that of the resource group, or the place that stands in for one. */
function fill(inputs: Properties, { subject, site, oldInputs, find }: CheckScene): Properties {
  const { schema } = subject;
  if (!schema) return inputs;
  const next: Record<string, Value> = { ...inputs };
  if (schema.inputs["location"] && next["location"] === undefined) {
    const location = text(oldInputs ?? {}, "location") ?? text(site.config, "location") ?? ofGroup(inputs, find);
    next["location"] = location ?? site.region;
  }
  if (schema.apiVersion !== undefined && schema.outputs["azureApiVersion"]) next["azureApiVersion"] = schema.apiVersion;
  return next;
}

function ofGroup(inputs: Properties, find: CheckScene["find"]): Value | undefined {
  const group = inputs["resourceGroupName"];
  if (group === UNKNOWN) return UNKNOWN;
  return typeof group === "string" ? find(GROUP, group)?.["location"] : undefined;
}

/** The path parameters that an id tells. */
function fromId(id: string, { schema, schemas }: Context): Properties {
  if (!schema) return {};
  const { all, scope, parents, own } = pathParameters(schema, schemas);
  const { segments } = armType(schema, schemas);
  const parts = id
    .slice(id.lastIndexOf("/providers/") + "/providers/".length)
    .split("/")
    .slice(1);
  const names = [...parents, ...(own === undefined ? [] : [own])];
  const values: Record<string, string> = {};
  for (const [i, key] of names.entries()) {
    const at = i === names.length - 1 && own !== undefined ? segments.length - 1 : i;
    const value = parts[at * 2 + 1];
    if (value !== undefined) values[key] = value;
  }
  const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
  if (group !== undefined && all.includes("resourceGroupName")) values["resourceGroupName"] = group;
  if (scope !== undefined) values[scope] = id.slice(0, id.lastIndexOf("/providers/"));
  return values;
}

/** Microsoft Azure. */
export const azure: Package = {
  name: "azure-native",
  types,
  failing,
  functions,
  failures,
  bridged: false,
  zeroes: "computed",
  keeps: false,
  site: (config, places) => ({
    account: text(config, "subscriptionId") ?? places.azure.subscriptionId,
    region: text(config, "location") ?? places.azure.location,
    config,
    places,
  }),
  account: (site, inputs) => text(inputs, "subscriptionId") ?? site.account,
  nameRule,
  fill,
  replacement,
  adoptsAdditions: true,
  deleteBeforeReplace: ({ oldInputs }) => oldInputs["__createBeforeDelete"] !== true,
  identify: (context, { schema }) => ({
    id: schema ? armId(context, schema) : `/subscriptions/${context.site.account}/providers/${context.dice.uuid("id")}`,
    sure: true,
  }),
  output,
  finish: withIdentity,
  fromId,
  needs: ({ inputs }) => {
    const named = text(inputs, "resourceGroupName");
    return named === undefined ? [] : [{ to: GROUP, named, words: noGroup }];
  },
  identityArgs: () => ["subscriptionId", "tenantId"],
  taken: (_token, id) => `Code="Conflict" Message="The resource '${id}' already exists."`,
  missing: (_token, id) => `Code="ResourceNotFound" Message="The Resource '${id}' was not found."`,
};
