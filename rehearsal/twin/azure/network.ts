import { isList, isObject } from "../../wire/value.ts";
import { type TwinType, text } from "../type.ts";

const source = "Azure Virtual Network REST API";

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
];
