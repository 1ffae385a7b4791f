import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, type Truth } from "../core/truth.ts";
import { listsHold } from "./address.ts";
import type { Cluster } from "./cluster.ts";
import { type Hop, uncovered } from "./hop.ts";
import { controlPlaneSubnets } from "./ranges.ts";

const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTE = "aws:ec2/route:Route";
const TRANSIT = "aws:ec2transitgateway/transitGateway:TransitGateway";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const VPN = "aws:ec2/vpnConnection:VpnConnection";
const EKS = "aws:eks/cluster:Cluster";

/** Whether the network of a cluster's control plane sends to a private network beyond it, by a VPN that the program has. */
export function routeHop(cluster: Cluster, blocks: readonly string[]): Hop {
  const what = `a route between ${cluster.resource.name} and ${blocks.join(", ")}`;
  if (cluster.resource.type !== EKS) {
    return {
      what,
      open: uncovered(cluster.resource.name, "has routes that are learned, which are not followed"),
      by: [],
    };
  }
  const { graph } = cluster;
  const tables = new Set(controlPlaneSubnets(cluster).flatMap((subnet) => tablesOf(subnet, graph)));
  const routes = [...tables].flatMap(
    (table) => graph.attached(table, { type: ROUTE, key: "routeTableId", name: "id" }).sure,
  );
  const leading = routes.map((route) => ({ route, leads: leads(route, blocks, graph) }));
  const found = leading.filter(({ leads }) => leads !== false);
  const open =
    tables.size === 0
      ? uncovered(cluster.resource.name, "has no route table that the program shows")
      : anyOf(leading.map(({ leads }) => leads));
  return { what, open, by: (found.length > 0 ? found.map(({ route }) => route) : [...tables]).map(({ urn }) => urn) };
}

/** The route tables of a subnet that are given to it by name. */
export function tablesOf(subnet: Resource, graph: Graph): readonly Resource[] {
  const ties = graph.attached(subnet, { type: ASSOCIATION, key: "subnetId", name: "id" }).sure;
  return ties.flatMap((tie) => graph.named(tie, TABLE, { key: "routeTableId", name: "id" }).sure);
}

// what the other end of a VPN announces is decided there
function leads(route: Resource, blocks: readonly string[], graph: Graph): Truth {
  const one = { state: "known", path: route.name, value: [route] } as const;
  const held = listsHold(one, blocks, (item) => item.text("destinationCidrBlock"));
  if (held === false) return false;
  const transits = graph.named(route, TRANSIT, { key: "transitGatewayId", name: "id" }).sure;
  const joined = transits.some((transit) =>
    [ATTACHMENT, VPN].every(
      (type) => graph.attached(transit, { type, key: "transitGatewayId", name: "id" }).sure.length > 0,
    ),
  );
  if (transits.length > 0)
    return joined ? held : uncovered(route.name, "leads to a transit gateway that joins nothing here");
  // a default route is no way to a private network
  return holdsEverything(route) ? false : uncovered(route.name, "leads to what is not followed");
}

function holdsEverything(route: Resource): boolean {
  const block = route.text("destinationCidrBlock");
  return block.state === "known" && block.value === "0.0.0.0/0";
}
