import type { NatGateway } from "@pulumi/azure-native/network/natGateway.js";
import { NetworkSecurityGroup } from "@pulumi/azure-native/network/networkSecurityGroup.js";
import { Subnet } from "@pulumi/azure-native/network/subnet.js";
import type { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
import { kebab, physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { AzureScope } from "../native.ts";
import { type Part, partsOf } from "./parts.ts";
import { securityRules } from "./rules.ts";

interface Place {
  readonly network: VirtualNetwork;
  readonly nat: NatGateway;
}

/** A subnet for each part, over all zones, each behind a security group of its own. */
export function subnets(scope: AzureScope, spec: NetworkSpec, { network, nat }: Place) {
  const { resourceGroupName } = scope.site;
  const parts = partsOf(spec.addresses);
  const made: Subnet[] = [];
  const securityGroup: NetworkSecurityGroup[] = [];
  const subnet = (key: keyof typeof parts): Subnet => {
    const part: Part = parts[key];
    const group = part.inbound && groupOf(scope, spec, key, part);
    if (group !== undefined) securityGroup.push(group);
    const one = new Subnet(
      ...scope.child(
        "subnet",
        {
          subnetName: part.subnetName ?? kebab(key),
          resourceGroupName,
          virtualNetworkName: network.name,
          addressPrefix: part.addressPrefix,
          defaultOutboundAccess: false,
          // security groups count for private endpoints, too
          privateEndpointNetworkPolicies: "Enabled",
          privateLinkServiceNetworkPolicies: "Enabled",
          ...(group !== undefined && { networkSecurityGroup: { id: group.id } }),
          ...(part.out === true && { natGateway: { id: nat.id } }),
          ...part.more,
        },
        {
          of: kebab(key),
          invariants: ["addressPrefix", "defaultOutboundAccess", "networkSecurityGroup.id"],
          // Azure changes one subnet of a network at a time, and refuses the others meanwhile
          dependsOn: made.slice(-1),
        },
      ),
    );
    made.push(one);
    return one;
  };
  return {
    parts: {
      nodes: subnet("nodes"),
      edge: subnet("edge"),
      endpoints: subnet("endpoints"),
      controlPlane: subnet("controlPlane"),
      inbound: subnet("inbound"),
      outbound: subnet("outbound"),
      gateway: subnet("gateway"),
      balancers: subnet("balancers"),
    },
    securityGroup,
  };
}

function groupOf(scope: AzureScope, { tags }: NetworkSpec, key: string, { inbound = [], outbound = [] }: Part) {
  const { site, name } = scope;
  const { resourceGroupName, location } = site;
  return new NetworkSecurityGroup(
    ...scope.child(
      "securityGroup",
      {
        networkSecurityGroupName: physicalName(site, `${name}-${kebab(key)}`, { max: 80 }),
        resourceGroupName,
        location,
        securityRules: securityRules(inbound, outbound),
        tags,
      },
      { of: kebab(key), invariants: ["securityRules"] },
    ),
  );
}
