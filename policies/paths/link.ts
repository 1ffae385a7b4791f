import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { listsHold } from "./address.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import { type Hop, uncovered } from "./hop.ts";
import { tablesOf } from "./route.ts";

const EKS = "aws:eks/cluster:Cluster";
const SUBNET = "aws:ec2/subnet:Subnet";

/** The ends of VPN connections in other clouds, that an AWS customer gateway may stand for, by the cluster they lead to. */
const FAR_ENDS: Readonly<Record<ClusterType, (end: Resource, cluster: Cluster, blocks: readonly string[]) => Truth>> = {
  "aws:eks/cluster:Cluster": () => false,
  "gcp:container/cluster:Cluster": (end, { resource, graph }, blocks) => {
    const tunnels = tiedTo(end, "gcp:compute/vPNTunnel:VPNTunnel", "vpnGateway", graph);
    const routers = tunnels.flatMap((tunnel) => named(tunnel, "gcp:compute/router:Router", "router", graph));
    const network = "gcp:compute/network:Network";
    const own = named(resource, network, "network", graph);
    return anyOf(
      routers.map((router) => {
        const here = named(router, network, "network", graph).some((one) => own.includes(one));
        const peers = tiedTo(router, "gcp:compute/routerPeer:RouterPeer", "router", graph).length > 0;
        const custom = holds(router.text("bgp.advertiseMode"), (mode) => mode === "CUSTOM");
        const said = listsHold(router.list("bgp.advertisedIpRanges"), blocks, (item) => item.text("range"));
        // by default a router announces every subnet of its network
        return allOf([here, peers, custom === false ? true : allOf([custom, said])]);
      }),
    );
  },
  "azure-native:containerservice:ManagedCluster": (end, { graph }) => {
    const gateways = tiedTo(end, "azure-native:network:VirtualNetworkGateway", "ipConfigurations", graph);
    const connections = gateways.flatMap((gateway) =>
      tiedTo(gateway, "azure-native:network:VirtualNetworkGatewayConnection", "virtualNetworkGateway1", graph),
    );
    const learns = anyOf(connections.map((one) => holds(one.flag("enableBgp"), (on) => on)));
    return learns === true ? uncovered(end.name, "leads to a virtual network whose routes are not followed") : learns;
  },
};

/** Whether the network of one cluster has a way to addresses in that of another, by a VPN that both have. */
export function linkHop(from: Cluster, to: Cluster, blocks: readonly string[]): Hop {
  const what = `a link from the network of ${from.resource.name} to ${blocks.join(", ")}`;
  if (from.resource.type !== EKS) {
    return { what, open: uncovered(from.resource.name, "has routes that are learned, which are not followed"), by: [] };
  }
  const { graph } = from;
  const subnets = tiedTo(from.resource, "aws:eks/nodeGroup:NodeGroup", "clusterName", graph).flatMap((group) =>
    named(group, SUBNET, "subnetIds", graph),
  );
  const tables = [...new Set(subnets.flatMap((subnet) => tablesOf(subnet, graph)))];
  if (tables.length === 0) {
    return { what, open: uncovered(from.resource.name, "has no machines whose routes the program shows"), by: [] };
  }
  const ways = tables.map((table) => wayFrom(table, to, blocks, graph));
  return {
    what,
    open: allOf(ways.map(({ open }) => open)),
    by: [...new Set(ways.flatMap(({ by }) => by))],
  };
}

interface Way {
  readonly open: Truth;
  readonly by: readonly string[];
}

function wayFrom(table: Resource, to: Cluster, blocks: readonly string[], graph: Graph): Way {
  const routes = tiedTo(table, "aws:ec2/route:Route", "routeTableId", graph);
  const ways = routes.flatMap((route): readonly Way[] => {
    const transits = named(route, "aws:ec2transitgateway/transitGateway:TransitGateway", "transitGatewayId", graph);
    const one = { state: "known", path: route.name, value: [route] } as const;
    const held = listsHold(one, blocks, (item) => item.text("destinationCidrBlock"));
    if (held === false || transits.length === 0) return [];
    const vpns = transits.flatMap((transit) =>
      tiedTo(transit, "aws:ec2/vpnConnection:VpnConnection", "transitGatewayId", graph),
    );
    const reaching = vpns
      .map((vpn) => ({ vpn, far: farOf(vpn, to, blocks, graph) }))
      .filter(({ far }) => far !== false);
    return [
      {
        open: allOf([held, anyOf(reaching.map(({ far }) => far))]),
        by: [route.urn, ...reaching.map(({ vpn }) => vpn.urn)],
      },
    ];
  });
  const open = anyOf(ways.map((way) => way.open));
  // other kinds of ways are not followed, so that none is not proved
  if (open === false) return { open: uncovered(table.name, "has no way there that is followed"), by: [table.urn] };
  return { open, by: ways.flatMap(({ by }) => by) };
}

function farOf(vpn: Resource, to: Cluster, blocks: readonly string[], graph: Graph): Truth {
  const gateways = named(vpn, "aws:ec2/customerGateway:CustomerGateway", "customerGatewayId", graph);
  const ends = gateways.flatMap(({ edges }) => (edges["ipAddress"] ?? []).flatMap((urn) => graph.get(urn) ?? []));
  return anyOf(ends.map((end) => FAR_ENDS[to.resource.type](end, to, blocks)));
}

function tiedTo(target: Resource, type: string, key: string, graph: Graph): readonly Resource[] {
  return graph.attached(target, { type, key, name: "id" }).sure;
}

function named(by: Resource, type: string, key: string, graph: Graph): readonly Resource[] {
  return graph.named(by, type, { key, name: "id" }).sure;
}
