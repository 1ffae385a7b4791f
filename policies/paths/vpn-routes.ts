import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, not, type Truth } from "../core/truth.ts";
import { blocksOf } from "../models/network/blocks.ts";
import { TRANSITS } from "../models/network/types.ts";
import type { VpnEnd } from "../models/network/vpn.ts";
import { listsHold } from "./address.ts";
import { uncovered } from "./hop.ts";

/** Whether an end takes routes from its other side: it learns them, or they are written down here. */
export function takes(end: VpnEnd, blocks: readonly string[], graph: Graph): Truth {
  return TAKES[end.connection.type]?.(end, blocks, graph) ?? false;
}

type Asked = (end: VpnEnd, blocks: readonly string[], graph: Graph) => Truth;
const TAKES: Readonly<Record<string, Asked>> = {
  "aws:ec2/vpnConnection:VpnConnection": ({ connection }) => {
    const written = holds(connection.flag("staticRoutesOnly"), (on) => on);
    return written === true
      ? uncovered(connection.name, "has routes that are written down, which are not followed")
      : not(written);
  },
  "gcp:compute/vPNTunnel:VPNTunnel": ({ connection }, _, graph) => hasSession(connection, graph),
  "azure-native:network:VirtualNetworkGatewayConnection": ({ connection }, blocks, graph) => {
    const local = graph.named(connection, LOCAL, { key: "localNetworkGateway2", name: "id" }).sure;
    const written = local.map((one) =>
      listsHold(one.list("localNetworkAddressSpace.addressPrefixes"), blocks, (item) => item.itself()),
    );
    return anyOf([learns(connection, graph), ...written]);
  },
};

const LOCAL = "azure-native:network:LocalNetworkGateway";
const GATEWAY = "azure-native:network:VirtualNetworkGateway";
const ROUTER = "gcp:compute/router:Router";
const PEER = "gcp:compute/routerPeer:RouterPeer";
const INTERFACE = "gcp:compute/routerInterface:RouterInterface";
const TUNNEL = "gcp:compute/vPNTunnel:VPNTunnel";

// a connection speaks BGP where its gateway does
function learns(connection: Resource, graph: Graph): Truth {
  const gateways = graph.named(connection, GATEWAY, { key: "virtualNetworkGateway1", name: "id" }).sure;
  return allOf([
    holds(connection.flag("enableBgp"), (on) => on),
    ...gateways.map((gateway) => holds(gateway.flag("enableBgp"), (on) => on)),
  ]);
}

function hasSession(tunnel: Resource, graph: Graph): Truth {
  return routersOf(tunnel, graph).some((router) => sessionsOf(router, tunnel, graph).length > 0);
}

const routersOf = (tunnel: Resource, graph: Graph) =>
  graph.named(tunnel, ROUTER, { key: "router", name: "selfLink" }).sure;

/** The sessions of a router over a tunnel: those of its interface, where the program shows one. */
function sessionsOf(router: Resource, tunnel: Resource, graph: Graph): readonly Resource[] {
  const peers = graph.attached(router, { type: PEER, key: "router", name: "name" }).sure;
  return peers.filter((peer) => {
    const interfaces = graph.named(peer, INTERFACE, { key: "interface", name: "name" }).sure;
    const over = (one: Resource) =>
      graph.named(one, TUNNEL, { key: "vpnTunnel", name: "selfLink" }).sure.includes(tunnel);
    return interfaces.length === 0 || interfaces.some(over);
  });
}

/** Whether an end announces addresses of its own network to its other side. */
export function tells(end: VpnEnd, blocks: readonly string[], graph: Graph): Truth {
  return TELLS[end.connection.type]?.(end, blocks, graph) ?? false;
}

const TELLS: Readonly<Record<string, Asked>> = {
  // a transit gateway announces what it knows
  "aws:ec2/vpnConnection:VpnConnection": (end, blocks, graph) =>
    end.at.type === TRANSITS.aws
      ? takes(end, blocks, graph)
      : allOf([takes(end, blocks, graph), isOwn(end.at, blocks, graph)]),
  "gcp:compute/vPNTunnel:VPNTunnel": ({ at, connection }, blocks, graph) =>
    anyOf(
      routersOf(connection, graph).map((router) => {
        const custom = holds(router.text("bgp.advertiseMode"), (mode) => mode === "CUSTOM");
        const said = listsHold(router.list("bgp.advertisedIpRanges"), blocks, (item) => item.text("range"));
        const own = sessionsOf(router, connection, graph).find(
          (peer) => holds(peer.text("advertiseMode"), (mode) => mode === "CUSTOM") !== false,
        );
        if (own !== undefined) return uncovered(own.name, "announces routes of its own, which are not followed");
        // by default a router announces every subnet of its network
        return allOf([
          hasSession(connection, graph),
          custom === false ? isOwn(at, blocks, graph) : allOf([custom, said]),
        ]);
      }),
    ),
  "azure-native:network:VirtualNetworkGatewayConnection": ({ at, connection }, blocks, graph) =>
    allOf([learns(connection, graph), isOwn(at, blocks, graph)]),
};

/** Whether addresses are of a network. */
export function isOwn(network: Resource, blocks: readonly string[], graph: Graph): Truth {
  const own = blocksOf(network, graph).map(({ text }) => text);
  const list = { state: "known", path: network.name, value: [network] } as const;
  return allOf(blocks.map((block) => anyOf(own.map((text) => listsHold(list, [block], () => text)))));
}
