import { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
import { physicalName } from "../core/name.ts";
import type { AzureNetwork } from "../core/network.ts";
import type { NetworkSpec } from "./args.ts";
import { attaching } from "./attach.ts";
import { attachment } from "./azure/attachment.ts";
import { flowLog } from "./azure/flow-log.ts";
import { natGateway } from "./azure/nat.ts";
import { privateDns } from "./azure/private-dns.ts";
import { subnets } from "./azure/subnets.ts";
import type { AzureScope } from "./native.ts";

export function azureNetwork(scope: AzureScope, spec: NetworkSpec) {
  const { name, site } = scope;
  const { resourceGroupName, location } = site;
  const network = new VirtualNetwork(
    ...scope.child(
      "network",
      {
        virtualNetworkName: physicalName(site, name, { max: 64 }),
        resourceGroupName,
        location,
        addressSpace: { addressPrefixes: [spec.addresses.network] },
        enableDdosProtection: false,
        tags: spec.tags,
      },
      { lasting: true, invariants: ["addressSpace.addressPrefixes"] },
    ),
  );
  const { nat, ...address } = natGateway(scope, spec);
  const { parts, securityGroup } = subnets(scope, spec, { network, nat });
  const dns = privateDns(scope, spec, network);
  const place: AzureNetwork = {
    cloud: "azure",
    name,
    allocation: spec.addresses,
    zones: spec.zones,
    virtualNetworkId: network.id,
    virtualNetworkName: network.name,
    nodeSubnetId: parts.nodes.id,
    edgeSubnetId: parts.edge.id,
    endpointSubnetId: parts.endpoints.id,
    controlPlaneSubnetId: parts.controlPlane.id,
    resolverSubnetIds: [parts.inbound.id, parts.outbound.id],
    gatewaySubnetId: parts.gateway.id,
    balancerSubnetId: parts.balancers.id,
    balancerSubnetName: parts.balancers.name.apply(String),
    privateServices: spec.privateEndpoints,
    attach: attaching(spec.privateEndpoints, (target) =>
      attachment(scope, spec, { subnet: parts.endpoints, zones: dns.zones }, target),
    ),
  };
  const { account, ...logs } = flowLog(scope, spec, network);
  const readable = spec.privateEndpoints.includes("storage")
    ? place.attach({ name: "flow-logs", service: "storage", resourceId: account.id })
    : [];
  return {
    outputs: { id: network.id, name: network.name },
    place,
    nodes: {
      network,
      nat,
      ...address,
      subnet: Object.values(parts),
      securityGroup,
      zone: Object.values(dns.zones),
      zoneLink: dns.links,
      flowLogEndpoint: readable,
      ...logs,
    },
  };
}
