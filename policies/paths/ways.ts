import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, not, type Truth } from "../core/truth.ts";
import { NETWORKS, TRANSITS } from "../models/network/types.ts";
import { areJoined, type VpnEnd, vpnEndsIn } from "../models/network/vpn.ts";
import { uncovered } from "./hop.ts";
import type { Decision } from "./ordered.ts";
import { isOwn, takes, tells } from "./vpn-routes.ts";

/** Where a way leads: a network of the program, or somebody outside it; with the addresses that are meant there. */
export interface Target {
  readonly network?: Resource;
  readonly blocks: readonly string[];
}

/** Whether a network, or a transit gateway, knows a way to addresses: by its VPNs, and by what is attached to it. */
export function learned(at: Resource, target: Target, graph: Graph, past: readonly Resource[] = []): Decision {
  const ways = [
    ...ends(at, graph).flatMap((end) => byVpn(end, target, graph, [...past, at])),
    ...attachments(at, target, graph),
    ...peerings(at, target, graph),
  ].filter(({ open }) => open !== false);
  return { open: anyOf(ways.map(({ open }) => open)), by: [...new Set(ways.flatMap(({ by }) => by))] };
}

const ends = (at: Resource, graph: Graph) => vpnEndsIn(graph).filter((end) => end.at === at);

function byVpn(end: VpnEnd, target: Target, graph: Graph, past: readonly Resource[]): readonly Decision[] {
  // what the far end of a VPN announces is decided there
  if (end.faces.length === 0)
    return target.network === undefined ? [{ open: takes(end, target.blocks, graph), by: [end.connection] }] : [];
  const partners = vpnEndsIn(graph).filter((other) => areJoined(end, other) && !past.includes(other.at));
  return partners.map((other): Decision => {
    const by = [end.connection, other.connection];
    const [taken, told] = [takes(end, target.blocks, graph), tells(other, target.blocks, graph)];
    if (other.at === target.network) return { open: allOf([taken, told]), by };
    if (other.at.type !== TRANSITS.aws) return { open: false, by };
    const further = learned(other.at, target, graph, past);
    return { open: allOf([taken, told, further.open]), by: [...by, ...further.by] };
  });
}

const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
/** What keeps attachments of a transit gateway apart unless other resources tie them. */
const BY_DEFAULT = ["defaultRouteTableAssociation", "defaultRouteTablePropagation"];
const OF_ATTACHMENT = ["transitGatewayDefaultRouteTableAssociation", "transitGatewayDefaultRouteTablePropagation"];

function attachments(at: Resource, { network, blocks }: Target, graph: Graph): readonly Decision[] {
  if (at.type !== TRANSITS.aws || network?.type !== NETWORKS.aws) return [];
  return attached(network, at, graph).map((attachment) => ({
    open: allOf([isOpen(at, attachment), isOwn(network, blocks, graph)]),
    by: [attachment],
  }));
}

function attached(network: Resource, transit: Resource, graph: Graph): readonly Resource[] {
  const own = graph.attached(transit, { type: ATTACHMENT, key: "transitGatewayId", name: "id" }).sure;
  return graph
    .attached(network, { type: ATTACHMENT, key: "vpcId", name: "id" })
    .sure.filter((one) => own.includes(one));
}

/** Whether what a network attaches to a transit gateway is in the one table that all share. */
export function isAttached(network: Resource, transit: Resource, graph: Graph): Truth {
  return anyOf(attached(network, transit, graph).map((attachment) => isOpen(transit, attachment)));
}

function isOpen(transit: Resource, attachment: Resource): Truth {
  const off = anyOf([
    ...BY_DEFAULT.map((key) => holds(transit.text(key), (word) => word === "disable")),
    ...OF_ATTACHMENT.map((key) => holds(attachment.flag(key), (on) => !on)),
  ]);
  return off === true ? uncovered(attachment.name, "is in a route table of its own, which is not followed") : not(off);
}

const PEERINGS = [
  { type: "azure-native:network:VirtualNetworkPeering", from: "virtualNetworkName", to: "remoteVirtualNetwork" },
  { type: "gcp:compute/networkPeering:NetworkPeering", from: "network", to: "peerNetwork" },
] as const;

// a peering holds where both sides have declared it
function peerings(at: Resource, { network, blocks }: Target, graph: Graph): readonly Decision[] {
  if (network === undefined) return [];
  return PEERINGS.flatMap(({ type, from, to }): readonly Decision[] => {
    const half = (one: Resource, other: Resource) =>
      graph
        .attached(one, { type, key: from, name: "id" })
        .sure.filter((peering) => graph.attached(other, { type, key: to, name: "id" }).sure.includes(peering));
    const [there, back] = [half(at, network), half(network, at)];
    if (there.length === 0 || back.length === 0) return [];
    const shut = [...there, ...back].map((peering) => holds(peering.flag("allowVirtualNetworkAccess"), (on) => !on));
    return [{ open: allOf([not(anyOf(shut)), isOwn(network, blocks, graph)]), by: [...there, ...back] }];
  });
}
