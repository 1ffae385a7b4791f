import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { NETWORKS, TRANSITS } from "./types.ts";

/** One end of a VPN, as the side that it belongs to sees it. */
export interface VpnEnd {
  /** The network, or what joins several, that it belongs to. */
  readonly at: Resource;
  readonly connection: Resource;
  /** URNs of what the other side may take its address from. */
  readonly gates: readonly string[];
  /** URNs of what the address of the other side comes from; none where that is outside the program. */
  readonly faces: readonly string[];
}

const AWS_GATEWAY = "aws:ec2/vpnGateway:VpnGateway";
const CUSTOMER = "aws:ec2/customerGateway:CustomerGateway";
const HA = "gcp:compute/haVpnGateway:HaVpnGateway";
const OUTER = "gcp:compute/externalVpnGateway:ExternalVpnGateway";
const AZURE_GATEWAY = "azure-native:network:VirtualNetworkGateway";
const LOCAL = "azure-native:network:LocalNetworkGateway";
const ADDRESS = "azure-native:network:PublicIPAddress";
const SUBNET = "azure-native:network:Subnet";

type Reader = (connection: Resource, graph: Graph) => readonly VpnEnd[];
/** The connections of each cloud, and how their ends are read. */
const READERS: Readonly<Record<string, Reader>> = {
  "aws:ec2/vpnConnection:VpnConnection": (connection, graph) => {
    const transits = named(connection, TRANSITS.aws, "transitGatewayId", graph);
    const gateways = named(connection, AWS_GATEWAY, "vpnGatewayId", graph);
    const own = gateways.flatMap((gateway) => named(gateway, NETWORKS.aws, "vpcId", graph));
    const faces = named(connection, CUSTOMER, "customerGatewayId", graph).flatMap(
      ({ edges }) => edges["ipAddress"] ?? [],
    );
    return [...transits, ...own].map((at) => ({ at, connection, gates: [connection.urn], faces }));
  },
  "gcp:compute/vPNTunnel:VPNTunnel": (connection, graph) => {
    const gateways = named(connection, HA, "vpnGateway", graph);
    const outer = named(connection, OUTER, "peerExternalGateway", graph);
    const faces = [
      ...outer.flatMap(({ edges }) => edges["interfaces"] ?? []),
      ...(connection.edges["peerGcpGateway"] ?? []),
    ];
    return gateways.flatMap((gateway) =>
      named(gateway, NETWORKS.gcp, "network", graph).map((at) => ({ at, connection, gates: [gateway.urn], faces })),
    );
  },
  "azure-native:network:VirtualNetworkGatewayConnection": (connection, graph) => {
    const far = named(connection, LOCAL, "localNetworkGateway2", graph);
    const faces = [
      ...far.flatMap(({ edges }) => edges["gatewayIpAddress"] ?? []),
      ...named(connection, AZURE_GATEWAY, "virtualNetworkGateway2", graph).map(({ urn }) => urn),
    ];
    return named(connection, AZURE_GATEWAY, "virtualNetworkGateway1", graph).flatMap((gateway) => {
      const addresses = named(gateway, ADDRESS, "ipConfigurations", graph);
      const gates = [gateway, ...addresses].map(({ urn }) => urn);
      return azureNetworksOf(gateway, graph).map((at) => ({ at, connection, gates, faces }));
    });
  },
};

function azureNetworksOf(gateway: Resource, graph: Graph): readonly Resource[] {
  const subnets = named(gateway, SUBNET, "ipConfigurations", graph);
  return [...new Set(subnets.flatMap((subnet) => named(subnet, NETWORKS.azure, "virtualNetworkName", graph)))];
}

const SEEN = new WeakMap<Graph, readonly VpnEnd[]>();

/** The ends of every VPN that a program shows. */
export function vpnEndsIn(graph: Graph): readonly VpnEnd[] {
  const seen = SEEN.get(graph);
  if (seen !== undefined) return seen;
  const ends = Object.entries(READERS).flatMap(([type, read]) =>
    graph.ofType(type).flatMap((connection) => read(connection, graph)),
  );
  SEEN.set(graph, ends);
  return ends;
}

/** Whether two ends are those of one VPN: each takes the other's address. */
export function areJoined(one: VpnEnd, other: VpnEnd): boolean {
  const takes = (end: VpnEnd, from: VpnEnd) => end.faces.some((urn) => from.gates.includes(urn));
  return one !== other && takes(one, other) && takes(other, one);
}

function named(by: Resource, type: string, key: string, graph: Graph): readonly Resource[] {
  return graph.named(by, type, { key, name: "id" }).sure;
}
