import { Network } from "@pulumi/gcp/compute/network.js";
import { physicalName } from "../core/name.ts";
import type { GcpNetwork } from "../core/network.ts";
import type { NetworkSpec } from "./args.ts";
import { attaching } from "./attach.ts";
import { egress } from "./gcp/egress.ts";
import { firewalls } from "./gcp/firewall.ts";
import { flowLogs } from "./gcp/flow-logs.ts";
import { privateAccess } from "./gcp/private-access.ts";
import { PODS, SERVICES, subnetworks } from "./gcp/subnetworks.ts";
import type { GcpScope } from "./native.ts";

export function gcpNetwork(scope: GcpScope, spec: NetworkSpec) {
  const { name, site } = scope;
  const network = new Network(
    ...scope.child(
      "network",
      {
        name: physicalName(site, name, { max: 63 }),
        autoCreateSubnetworks: false,
        // routes of the VPN must reach clients in other regions
        routingMode: "GLOBAL",
        // what leads out is said below, or not at all
        deleteDefaultRoutesOnCreate: true,
        mtu: 1460,
      },
      { lasting: true, invariants: ["autoCreateSubnetworks", "deleteDefaultRoutesOnCreate"] },
    ),
  );
  const made = subnetworks(scope, spec, network);
  const place: GcpNetwork = {
    cloud: "gcp",
    name,
    allocation: spec.addresses,
    zones: spec.zones,
    networkId: network.id,
    nodeSubnetworkId: made.nodes.id,
    podsRangeName: PODS,
    servicesRangeName: SERVICES,
    controlPlaneSubnetworkId: made.controlPlane.id,
    endpointSubnetworkId: made.endpoints.id,
    balancerSubnetworkId: made.balancers.id,
    privateServices: spec.privateEndpoints,
    // the private way leads to all of Google's APIs
    attach: attaching(spec.privateEndpoints, () => []),
  };
  return {
    outputs: { id: network.id, name: network.name },
    place,
    nodes: {
      network,
      ...made,
      ...egress(scope, spec, { network, nodes: made.nodes }),
      ...firewalls(scope, spec, network),
      ...privateAccess(scope, spec, network),
      ...flowLogs(scope, spec),
    },
  };
}
