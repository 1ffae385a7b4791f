import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { joinsBeyond, joinsIn } from "./joins.ts";
import { TRANSIT_TYPES } from "./types.ts";
import { areJoined, vpnEndsIn } from "./vpn.ts";

/** What leads out of a network to somebody that a program does not show, by the property that names the network. */
const LEADERS: readonly { readonly type: string; readonly key: string }[] = [
  { type: "aws:ec2/vpnGateway:VpnGateway", key: "vpcId" },
  { type: "aws:ec2clientvpn/endpoint:Endpoint", key: "vpcId" },
  { type: "aws:networkmanager/vpcAttachment:VpcAttachment", key: "vpcArn" },
  { type: "gcp:compute/vPNGateway:VPNGateway", key: "network" },
  { type: "aws:directconnect/gatewayAssociation:GatewayAssociation", key: "associatedGatewayId" },
];
/** What does so by a part of the network: a subnet, or a router. */
const BY_PART: readonly { readonly type: string; readonly key: string; readonly part: string; readonly of: string }[] =
  [
    {
      type: "azure-native:network:VirtualNetworkGateway",
      key: "ipConfigurations",
      part: "azure-native:network:Subnet",
      of: "virtualNetworkName",
    },
    {
      type: "gcp:compute/interconnectAttachment:InterconnectAttachment",
      key: "router",
      part: "gcp:compute/router:Router",
      of: "network",
    },
  ];

/** Resources by which a network, or what it is attached to, may reach networks that the program does not show. */
export function waysBeyond(network: Resource, graph: Graph): readonly Resource[] {
  return [network, ...transitsOf(network, graph)].flatMap((at) => [
    ...openEnds(at, graph),
    ...joinsBeyond(at, graph),
    ...leaders(at, graph),
  ]);
}

/** What joins several networks, and one among them, directly or by another such. */
function transitsOf(network: Resource, graph: Graph): readonly Resource[] {
  const found = new Set<Resource>();
  const visit = (at: Resource) => {
    for (const { ends } of joinsIn(graph)) {
      const next = ends[0] === at ? ends[1] : ends[1] === at ? ends[0] : undefined;
      if (next === undefined || found.has(next) || !TRANSIT_TYPES.includes(next.type)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(network);
  return [...found];
}

function openEnds(at: Resource, graph: Graph): readonly Resource[] {
  const ends = vpnEndsIn(graph);
  return ends
    .filter((end) => end.at === at && !ends.some((other) => areJoined(end, other)))
    .map(({ connection }) => connection);
}

function leaders(at: Resource, graph: Graph): readonly Resource[] {
  const named = LEADERS.flatMap(({ type, key }) => graph.attached(at, { type, key, name: "id" }).sure);
  const parted = BY_PART.flatMap(({ type, key, part, of }) =>
    graph
      .ofType(type)
      .filter((leader) =>
        graph
          .named(leader, part, { key, name: "id" })
          .sure.some((one) => graph.named(one, at.type, { key: of, name: "id" }).sure.includes(at)),
      ),
  );
  const known = new Set(joinsIn(graph).flatMap(({ by }) => by.map(({ urn }) => urn)));
  return [...named, ...parted].filter((leader) => !isSpent(leader, known, graph));
}

// a gateway whose every connection has both its ends here leads nowhere else
function isSpent(gateway: Resource, joined: ReadonlySet<string>, graph: Graph): boolean {
  const connections = [
    ...graph.attached(gateway, { type: "aws:ec2/vpnConnection:VpnConnection", key: "vpnGatewayId", name: "id" }).sure,
    ...graph.attached(gateway, {
      type: "azure-native:network:VirtualNetworkGatewayConnection",
      key: "virtualNetworkGateway1",
      name: "id",
    }).sure,
  ];
  return connections.length > 0 && connections.every(({ urn }) => joined.has(urn));
}
