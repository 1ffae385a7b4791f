import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import type { PropertyType } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { armType } from "./arm.ts";

type Rule = (context: Context, id: string) => Value | undefined;

const STRINGS: { readonly [name: string]: Rule } = {
  name: (_context, id) => id.slice(id.lastIndexOf("/") + 1),
  type: ({ schema, schemas }) => {
    if (!schema) return undefined;
    const { namespace, segments } = armType(schema, schemas);
    return [namespace, ...segments].join("/");
  },
  azureApiVersion: ({ schema }) => schema?.apiVersion,
  provisioningState: () => "Succeeded",
  resourceGroup: ({ inputs }) => text(inputs, "resourceGroupName"),
  etag: ({ dice }) => `"${dice.uuid("etag")}"`,
  tenantId: ({ site }) => site.places.azure.tenantId,
  subscriptionId: ({ site }) => site.account,
  principalId: ({ dice }) => dice.uuid("principal"),
  clientId: ({ dice }) => dice.uuid("client"),
  state: () => "Active",
  status: () => "Active",
  createdByType: () => "Application",
  lastModifiedByType: () => "Application",
};

/** One computed output by its name. */
export function output(name: string, type: PropertyType, context: Context, id: string): Value | undefined {
  const kind = type.kind === "union" || type.kind === "enum" ? "string" : type.kind;
  const asks = kind === "string" && context.schema?.inputs[name] === undefined;
  return asks ? STRINGS[name]?.(context, id) : undefined;
}

/** The identities of a resource as Azure reports them: its own made, others with their ids. */
export function withIdentity(outputs: Properties, { inputs, dice, site: { places }, world }: Context): Properties {
  const asked = inputs["identity"];
  if (!isObject(asked)) return outputs;
  const listed = asked["userAssignedIdentities"];
  const users = isList(listed) ? listed.filter((id) => typeof id === "string") : [];
  const described = users.map((id) => {
    const user = world.find("azure-native", "azure-native:managedidentity:UserAssignedIdentity", id)?.outputs ?? {};
    return [
      id,
      {
        clientId: user["clientId"] ?? dice.uuid(`client ${id}`),
        principalId: user["principalId"] ?? dice.uuid(`principal ${id}`),
      },
    ] as const;
  });
  return {
    ...outputs,
    identity: {
      ...asked,
      ...(text(asked, "type")?.includes("SystemAssigned") && {
        principalId: dice.uuid("principal"),
        tenantId: places.azure.tenantId,
      }),
      ...(users.length > 0 && { userAssignedIdentities: Object.fromEntries(described) }),
    },
  };
}
