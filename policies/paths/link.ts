import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, isSet, type Truth } from "../core/truth.ts";
import { NETWORKS, TRANSITS } from "../models/network/types.ts";
import { listsHold } from "./address.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import { type Hop, uncovered } from "./hop.ts";
import type { Decision } from "./ordered.ts";
import { controlPlaneSubnets, machineSubnets, networksOf, nodeSubnets } from "./ranges.ts";
import { isAttached, learned, type Target } from "./ways.ts";

const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTE = "aws:ec2/route:Route";
const PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const PROPAGATION = "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation";

/** Whether machines of one cluster have a way to addresses in the network of another, and those a way back. */
export function linkHop(from: Cluster, to: Cluster, blocks: readonly string[], sources: readonly string[]): Hop {
  const what = `a link from the network of ${from.resource.name} to ${blocks.join(", ")}`;
  const [here] = networksOf(from);
  const [there] = networksOf(to);
  if (here === undefined || there === undefined) {
    const blind = here === undefined ? from : to;
    return { what, open: uncovered(blind.resource.name, "stands in a network that the program does not show"), by: [] };
  }
  if (here === there) return { what, open: true, by: [here.urn] };
  const ways = [
    wayFrom(from, machineSubnets(from), { network: there, blocks }),
    wayFrom(to, machineSubnets(to), { network: here, blocks: sources }),
  ];
  return {
    what,
    open: allOf(ways.map(({ open }) => open)),
    by: [...new Set(ways.flatMap(({ by }) => by))].map(({ urn }) => urn),
  };
}

/** Whether the network of a cluster's control plane sends to a private network beyond it, by a VPN that the program has. */
export function routeHop(cluster: Cluster, blocks: readonly string[]): Hop {
  const { open, by } = wayFrom(cluster, controlPlaneSubnets(cluster), { blocks });
  return {
    what: `a route between ${cluster.resource.name} and ${blocks.join(", ")}`,
    open,
    by: by.map(({ urn }) => urn),
  };
}

type Sender = (cluster: Cluster, subnets: readonly Resource[], target: Target) => Decision;
const SENDERS: Readonly<Record<ClusterType, Sender>> = {
  "aws:eks/cluster:Cluster": byTables,
  "gcp:container/cluster:Cluster": byLearning,
  "azure-native:containerservice:ManagedCluster": (cluster, subnets, target) => {
    const routed = nodeSubnets(cluster).find((subnet) => isSet(subnet.read("routeTable")) !== false);
    if (routed !== undefined)
      return { open: uncovered(routed.name, "has a route table, which is not followed"), by: [routed] };
    return byLearning(cluster, subnets, target);
  },
};

/** Each block must have a way; where some have and others have not, nobody says which are used. */
function wayFrom(cluster: Cluster, subnets: readonly Resource[], { network, blocks }: Target): Decision {
  const send = SENDERS[cluster.resource.type];
  const ways = blocks.map((block) => send(cluster, subnets, { ...(network && { network }), blocks: [block] }));
  const opens = ways.map(({ open }) => open);
  const all = allOf(opens);
  const mixed = all === false && anyOf(opens) !== false;
  return {
    open: mixed ? uncovered(cluster.resource.name, `has a way to only some of ${blocks.join(", ")}`) : all,
    by: [...new Set(ways.flatMap(({ by }) => by))],
  };
}

// other kinds of ways are not followed, so that none is not proved
function byLearning(cluster: Cluster, _: readonly Resource[], target: Target): Decision {
  const ways = networksOf(cluster).map((network) => learned(network, target, cluster.graph));
  const open = anyOf(ways.map((way) => way.open));
  return {
    open: open === false ? uncovered(cluster.resource.name, "has no way there that is followed") : open,
    by: ways.flatMap(({ by }) => by),
  };
}

/** In AWS, what a table does not send, nobody does. */
function byTables({ resource, graph }: Cluster, subnets: readonly Resource[], target: Target): Decision {
  const tables = [...new Set(subnets.flatMap((subnet) => tablesOf(subnet, graph)))];
  if (tables.length === 0)
    return { open: uncovered(resource.name, "has no subnets whose route tables the program shows"), by: [] };
  const ways = tables.map((table) => byTable(table, target, graph));
  return { open: allOf(ways.map(({ open }) => open)), by: [...new Set(ways.flatMap(({ by }) => by))] };
}

/** The route tables of a subnet that are given to it by name. */
export function tablesOf(subnet: Resource, graph: Graph): readonly Resource[] {
  const ties = graph.attached(subnet, { type: ASSOCIATION, key: "subnetId", name: "id" }).sure;
  return ties.flatMap((tie) => graph.named(tie, TABLE, { key: "routeTableId", name: "id" }).sure);
}

function byTable(table: Resource, target: Target, graph: Graph): Decision {
  const ways = graph
    .attached(table, { type: ROUTE, key: "routeTableId", name: "id" })
    .sure.map((route) => byRoute(route, table, target, graph))
    .filter(({ open }) => open !== false);
  const more = anyOf([
    isSet(table.read("routes")),
    isSet(table.read("propagatingVgws")),
    graph.attached(table, { type: PROPAGATION, key: "routeTableId", name: "id" }).sure.length > 0,
  ]);
  const open = anyOf(ways.map((way) => way.open));
  if (open !== false) return { open, by: ways.flatMap(({ by }) => by) };
  return { open: more === false ? false : uncovered(table.name, "has routes that are not read"), by: [table] };
}

function byRoute(route: Resource, table: Resource, target: Target, graph: Graph): Decision {
  const one = { state: "known", path: route.name, value: [route] } as const;
  const held = listsHold(one, target.blocks, (item) => item.text("destinationCidrBlock"));
  if (held === false) return { open: false, by: [] };
  const homes = graph.named(table, NETWORKS.aws, { key: "vpcId", name: "id" }).sure;
  const transits = graph.named(route, TRANSITS.aws, { key: "transitGatewayId", name: "id" }).sure;
  const through = transits.map((transit) => {
    const { open, by } = learned(transit, target, graph);
    const joined = anyOf(homes.map((home) => isAttached(home, transit, graph)));
    const known = allOf([joined, open]);
    return {
      open:
        known === false ? uncovered(route.name, "leads to a transit gateway, and no further that is followed") : known,
      by,
    };
  });
  const peered = graph.named(route, PEERING, { key: "vpcPeeringConnectionId", name: "id" }).sure;
  const across = peered.map((peering): Truth => {
    const sides = ["vpcId", "peerVpcId"].flatMap((key) => graph.named(peering, NETWORKS.aws, { key, name: "id" }).sure);
    return target.network !== undefined && sides.includes(target.network);
  });
  const opens = [...through.map(({ open }) => open), ...across];
  const by = [route, ...through.flatMap((way) => way.by), ...peered];
  if (opens.length > 0) return { open: allOf([held, anyOf(opens)]), by };
  // a default route is no way to a private network
  return { open: isDefault(route) ? false : uncovered(route.name, "leads to what is not followed"), by };
}

function isDefault(route: Resource): boolean {
  const block = route.text("destinationCidrBlock");
  return block.state === "known" && block.value === "0.0.0.0/0";
}
