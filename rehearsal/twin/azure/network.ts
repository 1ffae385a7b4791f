import { isList, isObject, type Value } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";

const source = "Azure Virtual Network REST API";

const lastOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/** The record that a private endpoint gets in a private zone: the name of what it leads to. */
function withRecord(config: Value, { inputs, world, dice }: Context): Value {
  if (!isObject(config)) return config;
  const named = text(inputs, "privateEndpointName") ?? "";
  const endpoint = world.find("azure-native", "azure-native:network:PrivateEndpoint", named)?.inputs ?? {};
  const [connection] = isList(endpoint["privateLinkServiceConnections"])
    ? endpoint["privateLinkServiceConnections"]
    : [];
  const target = lastOf(isObject(connection) ? (text(connection, "privateLinkServiceId") ?? named) : named);
  const zone = lastOf(text(config, "privateDnsZoneId") ?? "");
  const record = {
    recordType: "A",
    recordSetName: target,
    fqdn: `${target}.${zone}`,
    ttl: 10,
    ipAddresses: [`10.0.0.${4 + (Number.parseInt(dice.hex("address", 2), 16) % 200)}`],
    provisioningState: "Succeeded",
  };
  return { ...config, recordSets: [record] };
}

/** Networks and addresses. */
export const network: readonly TwinType[] = [
  {
    token: "azure-native:network:VirtualNetwork",
    computed: ({ inputs, dice }, id) => ({
      enableDdosProtection: inputs["enableDdosProtection"] ?? false,
      resourceGuid: dice.uuid("guid"),
      ...(isList(inputs["subnets"]) && {
        subnets: inputs["subnets"].map((subnet) =>
          isObject(subnet)
            ? { ...subnet, id: `${id}/subnets/${text(subnet, "name") ?? ""}`, provisioningState: "Succeeded" }
            : subnet,
        ),
      }),
    }),
    forceNew: ["virtualNetworkName", "resourceGroupName", "location"],
    otherwise: "update",
    source,
  },
  {
    token: "azure-native:network:Subnet",
    needs: [
      {
        property: "virtualNetworkName",
        to: "azure-native:network:VirtualNetwork",
        words: (value) => `Code="ParentResourceNotFound" Message="Parent resource '${value}' not found."`,
      },
    ],
    computed: ({ inputs }) => ({
      name: text(inputs, "subnetName") ?? text(inputs, "name") ?? "",
      privateEndpointNetworkPolicies: text(inputs, "privateEndpointNetworkPolicies") ?? "Disabled",
      privateLinkServiceNetworkPolicies: text(inputs, "privateLinkServiceNetworkPolicies") ?? "Enabled",
    }),
    forceNew: ["subnetName", "virtualNetworkName", "resourceGroupName"],
    otherwise: "update",
    source,
  },
  {
    token: "azure-native:network:PublicIPAddress",
    computed: ({ inputs, dice }) => ({
      ipAddress: `203.0.113.${Number.parseInt(dice.hex("ip", 2), 16)}`,
      idleTimeoutInMinutes: inputs["idleTimeoutInMinutes"] ?? 4,
      publicIPAddressVersion: text(inputs, "publicIPAddressVersion") ?? "IPv4",
      publicIPAllocationMethod: text(inputs, "publicIPAllocationMethod") ?? "Dynamic",
      resourceGuid: dice.uuid("guid"),
    }),
    forceNew: [
      "publicIpAddressName",
      "resourceGroupName",
      "location",
      "publicIPAddressVersion",
      "publicIPPrefix",
      "sku",
    ],
    otherwise: "update",
    source,
  },
  {
    token: "azure-native:network:PrivateEndpoint",
    forceNew: ["privateEndpointName", "resourceGroupName", "location", "subnet"],
    otherwise: "update",
    source,
  },
  {
    token: "azure-native:network:PrivateDnsZoneGroup",
    computed: (context) => {
      const configs = context.inputs["privateDnsZoneConfigs"];
      return isList(configs) ? { privateDnsZoneConfigs: configs.map((config) => withRecord(config, context)) } : {};
    },
    needs: [
      {
        property: "privateEndpointName",
        to: "azure-native:network:PrivateEndpoint",
        words: (value) => `Code="ParentResourceNotFound" Message="Parent resource '${value}' not found."`,
      },
    ],
    forceNew: ["privateDnsZoneGroupName", "privateEndpointName", "resourceGroupName"],
    otherwise: "update",
    source,
  },
];
