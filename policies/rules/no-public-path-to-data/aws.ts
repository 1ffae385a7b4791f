import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { every } from "../../core/verdict.ts";
import { admits, groupsOf, isOpenGroup } from "../../models/reach.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const IGW = "aws:ec2/internetGateway:InternetGateway";
const SUBNET = "aws:ec2/subnet:Subnet";

interface Store {
  readonly groups: string;
  /** Of what can have a public address. */
  readonly subnetGroup?: readonly [property: string, type: string];
  /** The port where nothing is said. */
  readonly port: (store: Resource) => Read<number>;
}
const at = (value: number): Read<number> => ({ state: "known", path: "port", value });
const engines: readonly (readonly [RegExp, number])[] = [
  [/mysql|mariadb/, 3306],
  [/postgres/, 5432],
  [/sqlserver/, 1433],
  [/oracle/, 1521],
  [/db2/, 50_000],
];
function enginePort(store: Resource): Read<number> {
  const engine = store.text("engine");
  if (engine.state === "unknown") return engine;
  const port = engine.state === "known" && engines.find(([name]) => name.test(engine.value))?.[1];
  return port ? at(port) : { state: "absent", path: "port" };
}
const DB_SUBNETS = ["dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"] as const;
const STORES: Readonly<Record<string, Store>> = {
  "aws:rds/instance:Instance": { groups: "vpcSecurityGroupIds", subnetGroup: DB_SUBNETS, port: enginePort },
  "aws:rds/cluster:Cluster": { groups: "vpcSecurityGroupIds", subnetGroup: DB_SUBNETS, port: enginePort },
  "aws:redshift/cluster:Cluster": {
    groups: "vpcSecurityGroupIds",
    subnetGroup: ["clusterSubnetGroupName", "aws:redshift/subnetGroup:SubnetGroup"],
    port: () => at(5439),
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    groups: "securityGroupIds",
    port: () => at(6379),
  },
};

function hasPublicAddress(store: Resource, graph: Graph): Truth {
  const members = graph.attached(store, {
    type: "aws:rds/clusterInstance:ClusterInstance",
    key: "clusterIdentifier",
    name: "clusterIdentifier",
  });
  const isPublic = (one: Resource) => holds(one.flag("publiclyAccessible"), (on) => on);
  const maybe = members.maybe.map((one): Truth => {
    return allOf([isPublic(one), { state: "unknown", path: `${one.name}.clusterIdentifier` }]);
  });
  return anyOf([...[store, ...members.sure].map(isPublic), ...maybe]);
}

/** Whether a subnet's table sends what leaves to the internet. */
function isRouted(subnet: Resource, graph: Graph): boolean {
  const ties = graph.attached(subnet, {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    key: "subnetId",
    name: "id",
  });
  const tables = ties.sure.flatMap(
    (tie) => graph.named(tie, "aws:ec2/routeTable:RouteTable", { key: "routeTableId", name: "id" }).sure,
  );
  return tables.some((table) => {
    const routes = graph.attached(table, { type: "aws:ec2/route:Route", key: "routeTableId", name: "id" }).sure;
    const inline = graph.named(table, IGW, { key: "routes", name: "id" }).sure;
    return (
      inline.length > 0 ||
      routes.some((route) => graph.named(route, IGW, { key: "gatewayId", name: "id" }).sure.length > 0)
    );
  });
}

/** Subnets that stand elsewhere are taken for public ones: AWS gives a public address in no other. */
function isInPublicSubnets(
  store: Resource,
  graph: Graph,
  [property, type]: NonNullable<Store["subnetGroup"]>,
): boolean {
  const groups = graph.named(store, type, { key: property, name: "name" }).sure;
  const subnets = groups.flatMap((group) => graph.named(group, SUBNET, { key: "subnetIds", name: "id" }).sure);
  return subnets.length === 0 || subnets.some((subnet) => isRouted(subnet, graph));
}

interface Entry {
  readonly balancer: string;
  readonly group: Resource;
  readonly open: Truth;
}
// asked for each store of a stack, and the same for all of them
const known = new WeakMap<Graph, readonly Entry[]>();

/** The groups of load balancers that the internet reaches. */
function entriesOf(graph: Graph): readonly Entry[] {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const entries = graph.ofType(BALANCER).flatMap((balancer) => {
    const faces = not(holds(balancer.flag("internal"), (on) => on));
    const groups = groupsOf(balancer, "securityGroups", graph);
    return groups.map((group) => ({ balancer: balancer.name, group, open: allOf([faces, isOpenGroup(group, graph)]) }));
  });
  const reached = entries.filter(({ open }) => open !== false);
  known.set(graph, reached);
  return reached;
}

const store: GraphCheck = (store, { graph }) => {
  const { groups: property, subnetGroup, port: byDefault } = STORES[store.type] as Store;
  const said = store.number("port");
  const port = said.state === "absent" ? byDefault(store) : said;
  const worn = groupsOf(store, property, graph);
  const direct = allOf([
    hasPublicAddress(store, graph),
    subnetGroup !== undefined && isInPublicSubnets(store, graph, subnetGroup),
    anyOf(worn.map((group) => isOpenGroup(group, graph, port))),
  ]);
  const chains = entriesOf(graph).map(({ balancer, group: source, open }) => {
    const admitted = anyOf(worn.map((group) => admits(group, source, graph, port)));
    return faultIf(allOf([open, admitted]), property, `let in the internet-facing load balancer ${balancer}`);
  });
  return every([faultIf(direct, property, "let the internet in, and the store has a public address"), ...chains]);
};

export const AWS_CHECKS: Readonly<Record<string, GraphCheck>> = Object.fromEntries(
  Object.keys(STORES).map((type) => [type, store]),
);
