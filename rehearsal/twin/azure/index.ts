import { type Properties, UNKNOWN, type Value } from "../../wire/value.ts";
import type { NameRule } from "../names/rule.ts";
import type { CheckScene, Package } from "../package.ts";
import type { ResourceSchema, Schemas } from "../schema/types.ts";
import { text } from "../type.ts";
import { armId } from "./arm.ts";
import { functions } from "./functions.ts";
import { output } from "./outputs.ts";
import { pathParameters } from "./path.ts";
import { replacement } from "./replacement.ts";
import { types } from "./types.ts";

const UUID_NAMES = new Set(["roleAssignmentName", "roleDefinitionId"]);
const RANDOM_NAMES = new Set(["endpointName", "customDomainName"]);

/** The own name: random at the top of a namespace, the program's name below, a UUID for role assignments. */
function nameRule(schema: ResourceSchema, schemas: Schemas): NameRule | undefined {
  const { all, own } = pathParameters(schema, schemas);
  if (own === undefined) return undefined;
  if (UUID_NAMES.has(own)) return { property: own, kind: "uuid" };
  const top = all.filter((key) => key !== "resourceGroupName").length <= 1;
  return top || RANDOM_NAMES.has(own)
    ? { property: own, kind: "random", separator: "", random: 8 }
    : { property: own, kind: "copy" };
}

/** The location: the old one, the provider's, or that of the resource group. */
function fill(inputs: Properties, { subject, site, oldInputs, find }: CheckScene): Properties {
  const { schema } = subject;
  if (!schema) return inputs;
  const next: Record<string, Value> = { ...inputs };
  if (schema.inputs["location"] && next["location"] === undefined) {
    const location = text(oldInputs ?? {}, "location") ?? text(site.config, "location") ?? ofGroup(inputs, find);
    if (location !== undefined) next["location"] = location;
  }
  if (schema.apiVersion !== undefined && schema.outputs["azureApiVersion"]) next["azureApiVersion"] = schema.apiVersion;
  return next;
}

function ofGroup(inputs: Properties, find: CheckScene["find"]): Value | undefined {
  const group = inputs["resourceGroupName"];
  if (group === UNKNOWN) return UNKNOWN;
  return typeof group === "string" ? find("azure-native:resources:ResourceGroup", group)?.["location"] : undefined;
}

/** Microsoft Azure. */
export const azure: Package = {
  name: "azure-native",
  types,
  functions,
  bridged: false,
  zeroes: false,
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
  fromId: (id, { schema, schemas }) => {
    if (!schema) return {};
    const { all } = pathParameters(schema, schemas);
    const names =
      id
        .split("/providers/")
        .at(-1)
        ?.split("/")
        .slice(2)
        .filter((_, i) => i % 2 === 0) ?? [];
    const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
    const rest = all.filter((key) => key !== "resourceGroupName" && key !== "scope");
    const values = rest.map((key, i) => [key, names[i] ?? ""] as const).filter(([, value]) => value !== "");
    const scope = id.slice(0, id.lastIndexOf("/providers/"));
    return {
      ...(group !== undefined && all.includes("resourceGroupName") && { resourceGroupName: group }),
      ...(all.includes("scope") && { scope }),
      ...Object.fromEntries(values),
    };
  },
  identityArgs: () => ["subscriptionId", "tenantId"],
  taken: (_token, id) => `Code="Conflict" Message="The resource '${id}' already exists."`,
  missing: (_token, id) => `Code="ResourceNotFound" Message="The Resource '${id}' was not found."`,
};
