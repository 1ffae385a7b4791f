import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import type { Cluster } from "../cluster.ts";
import { uncovered } from "../hop.ts";
import { tablesOf } from "../link.ts";
import type { Decision } from "../ordered.ts";
import { machineSubnets } from "../ranges.ts";

const ROUTE = "aws:ec2/route:Route";
const NAT = "aws:ec2/natGateway:NatGateway";
const INTERNET = "aws:ec2/internetGateway:InternetGateway";
const GROUP = "aws:eks/nodeGroup:NodeGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const EVERYWHERE = "0.0.0.0/0";

/** Machines in AWS leave by the default route of their subnets, through a gateway that translates their addresses. */
export function awsWayOut(cluster: Cluster): Decision {
  const { graph, resource } = cluster;
  const tables = [...new Set(machineSubnets(cluster).flatMap((subnet) => tablesOf(subnet, graph)))];
  if (tables.length === 0)
    return { open: uncovered(resource.name, "has no machines whose routes the program shows"), by: [resource] };
  const ways = tables.map((table) => wayOut(table, cluster));
  const templates = graph
    .attached(resource, { type: GROUP, key: "clusterName", name: "name" })
    .sure.flatMap((group) => graph.named(group, TEMPLATE, { key: "launchTemplate", name: "id" }).sure);
  const some = anyOf(ways.map(({ open }) => open)) !== false && allOf(ways.map(({ open }) => open)) === false;
  return {
    open: some
      ? uncovered(resource.name, "has machines that have a way out, and others that have none")
      : allOf([...ways.map(({ open }) => open), ...templates.map(hasOwnGroups)]),
    by: [...new Set(ways.flatMap(({ by }) => by))],
  };
}

function wayOut(table: Resource, { graph }: Cluster): Decision {
  const routes = graph
    .attached(table, { type: ROUTE, key: "routeTableId", name: "id" })
    .sure.map((route) => ({ route, all: holds(route.text("destinationCidrBlock"), (block) => block === EVERYWHERE) }))
    .filter(({ all }) => all !== false);
  const inline = isSet(table.read("routes"));
  if (routes.length === 0)
    return {
      open: inline === false ? false : uncovered(table.name, "has routes of its own, which are not read"),
      by: [table],
    };
  const ways = routes.map(({ route, all }) => allOf([all, leads(route, graph)]));
  return { open: anyOf(ways), by: routes.map(({ route }) => route) };
}

function leads(route: Resource, graph: Cluster["graph"]): Truth {
  const nats = graph.named(route, NAT, { key: "natGatewayId", name: "id" }).sure;
  if (nats.length > 0)
    return anyOf(nats.map((nat) => not(holds(nat.text("connectivityType"), (type) => type === "private"))));
  const [gateway] = graph.named(route, INTERNET, { key: "gatewayId", name: "id" }).sure;
  return gateway === undefined
    ? uncovered(route.name, "leads to what is not followed")
    : uncovered(route.name, "leads out for machines with public addresses, which are not followed");
}

// the cluster's own group lets everything out
function hasOwnGroups(template: Resource): Truth {
  const own = anyOf(
    ["vpcSecurityGroupIds", "securityGroupNames", "networkInterfaces"].map((key) => isSet(template.read(key))),
  );
  return own === true ? uncovered(template.name, "gives machines security groups, which are not followed") : not(own);
}
