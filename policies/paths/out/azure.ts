import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, type Truth } from "../../core/truth.ts";
import { subnetLets } from "../azure-nsg.ts";
import type { Cluster } from "../cluster.ts";
import type { Port } from "../declaration.ts";
import { uncovered } from "../hop.ts";
import type { Decision } from "../ordered.ts";
import { nodeSubnets, together } from "../ranges.ts";

const NAT = "azure-native:network:NatGateway";
/** Ways out that AKS makes and keeps by itself. */
const MANAGED = ["loadBalancer", "managedNATGateway", "managedNATGatewayV2"];

/** Machines in Azure leave by what their cluster says: a way that AKS keeps, or the NAT gateway of their subnet. */
export function azureWayOut(cluster: Cluster, port: Port): Decision {
  const { resource, graph } = cluster;
  const subnets = nodeSubnets(cluster);
  const type = resource.text("networkProfile.outboundType");
  const blocks = together(
    subnets.map((subnet) => subnet.text("addressPrefix")),
    resource.name,
  );
  const let_ = subnets.map((subnet) =>
    subnetLets(
      subnet,
      {
        direction: "Outbound",
        from: { kind: "blocks", blocks: blocks.state === "known" ? blocks.value : [] },
        to: { kind: "internet" },
        joined: true,
        port,
      },
      graph,
    ),
  );
  const managed = holds(type, (word) => MANAGED.includes(word), true);
  const own = holds(type, (word) => word === "userAssignedNATGateway");
  const nats = subnets.flatMap((subnet) => graph.named(subnet, NAT, { key: "natGateway", name: "id" }).sure);
  const way = anyOf([managed, allOf([own, nats.length > 0 && allOf(nats.map(hasAddress))])]);
  const none = holds(type, (word) => word === "none");
  return {
    open: allOf([
      way === false && own === false && none !== true
        ? uncovered(type.path, "leads by routes that are not followed")
        : way,
      ...let_.map(({ open }) => open),
    ]),
    by: [resource, ...nats, ...let_.flatMap(({ by }) => by)],
  };
}

function hasAddress(nat: Resource): Truth {
  return anyOf(["publicIpAddresses", "publicIpPrefixes", "publicIpAddressesV6"].map((key) => isSet(nat.read(key))));
}
