import type { Graph } from "../../core/graph.ts";
import type { Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { NETWORKS, TRANSIT_TYPES, TRANSITS } from "./types.ts";
import { areJoined, vpnEndsIn } from "./vpn.ts";

/** Two networks, or a network and what joins several, that something of the program joins. */
export interface Join {
  readonly ends: readonly [Resource, Resource];
  readonly by: readonly Resource[];
}

interface Tie {
  readonly type: string;
  readonly sides: readonly [side: Side, side: Side];
}
interface Side {
  readonly key: string;
  readonly type: string;
}
const vpc = (key: string): Side => ({ key, type: NETWORKS.aws });
const network = (key: string): Side => ({ key, type: NETWORKS.gcp });
const vnet = (key: string): Side => ({ key, type: NETWORKS.azure });
const transit = (key: string, cloud: keyof typeof TRANSITS): Side => ({ key, type: TRANSITS[cloud] });

/** Resources that join two others by naming both. */
const TIES: readonly Tie[] = [
  { type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection", sides: [vpc("vpcId"), vpc("peerVpcId")] },
  {
    type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    sides: [vpc("vpcId"), transit("transitGatewayId", "aws")],
  },
  {
    type: "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
    sides: [transit("transitGatewayId", "aws"), transit("peerTransitGatewayId", "aws")],
  },
  { type: "gcp:compute/networkPeering:NetworkPeering", sides: [network("network"), network("peerNetwork")] },
  { type: "gcp:networkconnectivity/spoke:Spoke", sides: [network("linkedVpcNetwork"), transit("hub", "gcp")] },
  {
    type: "azure-native:network:VirtualNetworkPeering",
    sides: [vnet("virtualNetworkName"), vnet("remoteVirtualNetwork")],
  },
  {
    type: "azure-native:network:HubVirtualNetworkConnection",
    sides: [vnet("remoteVirtualNetwork"), transit("virtualHubName", "azure")],
  },
];

const SEEN = new WeakMap<Graph, readonly Join[]>();

/** Everything that joins networks, as far as a program shows both sides. */
export function joinsIn(graph: Graph): readonly Join[] {
  const seen = SEEN.get(graph);
  if (seen !== undefined) return seen;
  const joins = [...TIES.flatMap((tie) => tied(tie, graph)), ...vpns(graph)];
  SEEN.set(graph, joins);
  return joins;
}

function tied({ type, sides }: Tie, graph: Graph): readonly Join[] {
  return graph.ofType(type).flatMap((by) => {
    const [ones = [], others = []] = sides.map(
      (side) => graph.named(by, side.type, { key: side.key, name: "id" }).sure,
    );
    return ones.flatMap((one) =>
      others.flatMap((other): readonly Join[] => (one === other ? [] : [{ ends: [one, other], by: [by] }])),
    );
  });
}

function vpns(graph: Graph): readonly Join[] {
  const ends = vpnEndsIn(graph);
  return ends.flatMap((one, index) =>
    ends
      .slice(index + 1)
      .filter((other) => areJoined(one, other))
      .map((other): Join => ({ ends: [one.at, other.at], by: [one.connection, other.connection] })),
  );
}

/** Another network that one is joined to, and by what. */
export interface Neighbour {
  readonly network: Resource;
  readonly by: readonly Resource[];
}

/** The networks that one is joined to: only what joins several leads on to a third. */
export function neighboursOf(network: Resource, graph: Graph): readonly Neighbour[] {
  const found = new Map<Resource, Neighbour>();
  const visit = (at: Resource, way: readonly Resource[]) => {
    for (const { ends, by } of joinsIn(graph)) {
      const next = ends[0] === at ? ends[1] : ends[1] === at ? ends[0] : undefined;
      if (next === undefined || next === network || found.has(next)) continue;
      found.set(next, { network: next, by: [...way, ...by] });
      if (TRANSIT_TYPES.includes(next.type)) visit(next, [...way, ...by]);
    }
  };
  visit(network, []);
  return [...found.values()].filter((one) => !TRANSIT_TYPES.includes(one.network.type));
}

/** Ties of a network, other than by VPN, whose other side is nowhere in the program. */
export function joinsBeyond(network: Resource, graph: Graph): readonly Resource[] {
  return TIES.flatMap(({ type, sides }) =>
    graph.ofType(type).filter((tie) => {
      const ends = sides.map((side) => graph.named(tie, side.type, { key: side.key, name: "id" }).sure);
      return ends.some((one) => one.includes(network)) && ends.some((one) => one.length === 0);
    }),
  );
}

/** Ties that may be a network's: what they name is not known yet. */
export function mayJoin(network: Resource, graph: Graph): readonly Unknown[] {
  return TIES.flatMap(({ type, sides }) =>
    sides
      .filter((side) => side.type === network.type)
      .flatMap(({ key }) =>
        graph
          .attached(network, { type, key, name: "id" })
          .maybe.map(({ name }): Unknown => ({ state: "unknown", path: `${name}.${key}` })),
      ),
  );
}
