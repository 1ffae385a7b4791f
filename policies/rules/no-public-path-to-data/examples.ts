import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";
import { azure } from "./examples-azure.ts";

const rds = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const redshift = "aws:redshift/cluster:Cluster";
const cache = "aws:elasticache/replicationGroup:ReplicationGroup";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const firewall = "gcp:compute/firewall:Firewall";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const urn = (type: string, name: string) => `${type}::${name}`;
const group = (name: string, ingress: unknown, edges: Sample["edges"] = {}): Sample => ({
  type: GROUP,
  name,
  props: { ingress },
  edges,
});
const tcp = (port: number, more: object) => ({ protocol: "tcp", fromPort: port, toPort: port, ...more });
const world = { cidrBlocks: ["0.0.0.0/0"] };
const fromGroup = { securityGroups: [UNKNOWN] };
const web = group("web", [tcp(443, world)]);
const admitsWeb = (port: number, ...more: object[]) =>
  group("data", [tcp(port, fromGroup), ...more], { ingress: urn(GROUP, "web") });
const balancer = (props: object = {}): Sample => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  name: "edge",
  props: { securityGroups: [UNKNOWN], ...props },
  edges: { securityGroups: urn(GROUP, "web") },
});
const wears = { vpcSecurityGroupIds: urn(GROUP, "data") };
const database = { engine: "postgres", vpcSecurityGroupIds: [UNKNOWN] };
const store = (props: object, ...beside: Sample[]) => ({
  type: instance,
  props: { ...database, ...props },
  edges: wears,
  beside,
});
const apart = (type: string, from: string, props: object): Sample => ({
  type,
  name: "rule",
  props: { securityGroupId: UNKNOWN, [from]: UNKNOWN, fromPort: 5432, toPort: 5432, ...props },
  edges: { securityGroupId: urn(GROUP, "data"), [from]: urn(GROUP, "web") },
});
const ingressRule = apart("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "referencedSecurityGroupId", {
  ipProtocol: "tcp",
});
const classicRule = apart("aws:ec2/securityGroupRule:SecurityGroupRule", "sourceSecurityGroupId", {
  type: "ingress",
  protocol: "tcp",
});
const inSubnets: Sample[] = [
  {
    type: "aws:rds/subnetGroup:SubnetGroup",
    name: "nets",
    props: { subnetIds: [UNKNOWN] },
    edges: { subnetIds: "aws:ec2/subnet:Subnet::net" },
  },
  { type: "aws:ec2/subnet:Subnet", name: "net", props: {} },
];
const TIE = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const routed: Sample[] = [
  {
    type: TIE,
    name: "tie",
    props: { subnetId: UNKNOWN, routeTableId: UNKNOWN },
    edges: { subnetId: "aws:ec2/subnet:Subnet::net", routeTableId: "aws:ec2/routeTable:RouteTable::table" },
  },
  {
    type: "aws:ec2/routeTable:RouteTable",
    name: "table",
    props: { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN }] },
    edges: { routes: "aws:ec2/internetGateway:InternetGateway::igw" },
  },
  { type: "aws:ec2/internetGateway:InternetGateway", name: "igw", props: {} },
];
const placed = { ...wears, dbSubnetGroupName: "aws:rds/subnetGroup:SubnetGroup::nets" };
const inTwoSubnets: Sample[] = [
  {
    type: "aws:rds/subnetGroup:SubnetGroup",
    name: "nets",
    props: { name: "nets", subnetIds: [UNKNOWN, UNKNOWN] },
    edges: { subnetIds: ["aws:ec2/subnet:Subnet::inner", "aws:ec2/subnet:Subnet::net"] },
  },
  { type: "aws:ec2/subnet:Subnet", name: "inner", props: {} },
  { type: "aws:ec2/subnet:Subnet", name: "net", props: {} },
];
/** A table whose routes stand apart, each by what it leads to. */
const routedApart = (...ways: readonly string[]): Sample[] => [
  { ...routed[0], type: TIE, name: "tie", props: { subnetId: UNKNOWN, routeTableId: UNKNOWN } },
  { type: "aws:ec2/routeTable:RouteTable", name: "table", props: {} },
  { type: "aws:ec2/internetGateway:InternetGateway", name: "igw", props: {} },
  { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: {} },
  ...ways.map((way) => ({
    type: "aws:ec2/route:Route",
    name: way,
    props: { routeTableId: UNKNOWN, gatewayId: UNKNOWN },
    edges: { routeTableId: "aws:ec2/routeTable:RouteTable::table", gatewayId: way },
  })),
];
const NAT = "aws:ec2/natGateway:NatGateway::nat";
const INTERNET = "aws:ec2/internetGateway:InternetGateway::igw";
const openToAll = group("data", [tcp(5432, world)]);

const reachable = (ipConfiguration: object) => ({ settings: { ipConfiguration } });
const everybody = [{ name: "all", value: "0.0.0.0/0" }];
const machine = (more: object = {}): Sample => ({
  type: "gcp:compute/instance:Instance",
  name: "vm",
  props: { tags: ["db"], networkInterfaces: [{ network: "default", accessConfigs: [{}] }], ...more },
  edges: { networkInterfaces: "gcp:compute/network:Network::net" },
});
const opens = (port: string, more: object = {}) => ({
  allows: [{ protocol: "tcp", ports: [port] }],
  sourceRanges: ["0.0.0.0/0"],
  targetTags: ["db"],
  ...more,
});
const behind = (props: object, ...beside: Sample[]) => ({ type: firewall, props: { ...props }, beside });

export const examples: Examples = {
  pass: [
    ...rds.map((type) => ({ type, props: {} })),
    store({}, web, balancer(), group("data", [tcp(5432, { cidrBlocks: ["10.0.0.0/16"] })])),
    // the service between asks who comes: its group is not the balancer's
    store({}, web, balancer(), group("app", []), group("data", [tcp(5432, fromGroup)], { ingress: urn(GROUP, "app") })),
    store({}, web, balancer({ internal: true }), admitsWeb(5432)),
    // another port of the machine that shares the group
    store({}, web, balancer(), admitsWeb(80)),
    store({ engine: "mysql" }, web, balancer(), ingressRule, group("data", [])),
    store({}, group("web", [tcp(443, { cidrBlocks: ["20.30.40.0/24"] })]), balancer(), admitsWeb(5432)),
    store({ publiclyAccessible: false }, openToAll),
    store({ publiclyAccessible: true }, group("data", [tcp(5432, { cidrBlocks: ["20.30.40.50/32"] })])),
    // a public address that nothing is routed to
    { ...store({ publiclyAccessible: true }, openToAll, ...inSubnets), edges: placed },
    { type: redshift, props: { vpcSecurityGroupIds: [UNKNOWN] }, edges: wears, beside: [openToAll] },
    { type: cache, props: { securityGroupIds: [] } },
    { type: cloudSql, props: reachable({ ipv4Enabled: false, authorizedNetworks: everybody }) },
    { type: cloudSql, props: reachable({ ipv4Enabled: true, authorizedNetworks: [{ value: "20.30.40.50/32" }] }) },
    { type: cloudSql, props: reachable({ privateNetwork: "projects/p/global/networks/n" }) },
    behind(opens("5432")),
    behind(opens("443"), machine()),
    behind(opens("5432"), machine({ tags: ["web"] })),
    behind(opens("5432"), machine({ networkInterfaces: [{ network: "default" }] })),
    behind(opens("5432", { sourceRanges: ["10.0.0.0/8"] }), machine()),
    // the port is the engine's own
    store({ engine: "sqlserver-ex" }, web, balancer(), admitsWeb(1521)),
    store({ engine: "oracle-ee" }, web, balancer(), admitsWeb(1433)),
    {
      type: redshift,
      props: { publiclyAccessible: true, vpcSecurityGroupIds: [UNKNOWN] },
      edges: wears,
      beside: [openToAll],
    },
    {
      type: redshift,
      props: { publiclyAccessible: true, vpcSecurityGroupIds: [UNKNOWN], clusterSubnetGroupName: UNKNOWN },
      edges: { ...wears, clusterSubnetGroupName: "aws:redshift/subnetGroup:SubnetGroup::nets" },
      beside: [
        group("data", [tcp(5439, world)]),
        ...inSubnets.map((one) => ({ ...one, type: one.type.replace("rds", "redshift") })),
      ],
    },
    { ...store({ publiclyAccessible: true }, openToAll, ...inSubnets, ...routedApart()), edges: placed },
    { ...store({ publiclyAccessible: true }, openToAll, ...inSubnets, ...routedApart(NAT)), edges: placed },
    behind(opens("5432"), machine({ networkInterfaces: [{ network: "default", accessConfigs: [] }] })),
    // another network
    {
      ...behind({ ...opens("5432"), network: UNKNOWN, targetTags: undefined }, machine()),
      edges: { network: "gcp:compute/network:Network::other" },
    },
    behind({ ...opens("5432"), network: "other", targetTags: undefined }, machine()),
    ...azure.pass,
  ],
  fail: [
    store({}, web, balancer(), admitsWeb(5432)),
    store({ port: "6000" }, web, balancer({ internal: false }), admitsWeb(6000)),
    store({}, web, balancer(), group("data", []), ingressRule),
    store({}, web, balancer(), group("data", []), classicRule),
    { ...store({}, web, balancer(), admitsWeb(5432)), type: cluster },
    store({}, web, balancer(), group("data", [{ protocol: "-1", ...fromGroup }], { ingress: urn(GROUP, "web") })),
    store({ publiclyAccessible: true }, openToAll),
    store({ publiclyAccessible: true }, group("data", [{ protocol: "-1", cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }])),
    { ...store({ publiclyAccessible: true }, openToAll, ...inSubnets, ...routed), edges: placed },
    {
      ...store({}, openToAll, {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "writer",
        props: { clusterIdentifier: UNKNOWN, publiclyAccessible: true },
        edges: { clusterIdentifier: "it" },
      }),
      type: cluster,
    },
    {
      type: redshift,
      props: { publiclyAccessible: true, vpcSecurityGroupIds: [UNKNOWN] },
      edges: wears,
      beside: [group("data", [tcp(5439, world)])],
    },
    {
      type: cache,
      props: { securityGroupIds: [UNKNOWN] },
      edges: { securityGroupIds: urn(GROUP, "data") },
      beside: [web, balancer(), admitsWeb(6379)],
    },
    { type: cloudSql, props: reachable({ authorizedNetworks: everybody }) },
    { type: cloudSql, props: reachable({ ipv4Enabled: true, privateNetwork: "n", authorizedNetworks: everybody }) },
    behind(opens("5432"), machine()),
    behind(opens("1-65535"), machine()),
    {
      ...behind({ ...opens("6379"), targetTags: undefined }, machine({ tags: undefined })),
      edges: { network: "gcp:compute/network:Network::net" },
    },
    store({ engine: "sqlserver-ex" }, web, balancer(), admitsWeb(1433)),
    store({ engine: "oracle-ee" }, web, balancer(), admitsWeb(1521)),
    store({ engine: "db2-se" }, web, balancer(), admitsWeb(50_000)),
    // a copy of which nothing says what it runs
    store({ engine: undefined }, web, balancer(), admitsWeb(5432)),
    {
      ...store({ clusterIdentifier: "orders" }, openToAll, {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "writer",
        props: { clusterIdentifier: "orders", publiclyAccessible: true },
      }),
      type: cluster,
    },
    // one of its subnets is public
    {
      ...store({ publiclyAccessible: true, dbSubnetGroupName: "nets" }, openToAll, ...inTwoSubnets, ...routed),
      edges: wears,
    },
    {
      ...store({ publiclyAccessible: true }, openToAll, ...inSubnets, ...routedApart(NAT, INTERNET)),
      edges: placed,
    },
    // a rule without targets, by the name of the network
    behind(
      { ...opens("5432"), network: "projects/p/global/networks/default", targetTags: undefined },
      machine({ tags: [] }),
    ),
    ...azure.fail,
  ],
  undetermined: [
    store({ publiclyAccessible: UNKNOWN }, openToAll),
    { ...store({}, web, balancer({ internal: UNKNOWN }), admitsWeb(5432)), type: cluster },
    // which of the rules is the balancer's cannot be seen
    store({}, web, balancer(), admitsWeb(5432, tcp(80, { securityGroups: ["sg-1"] }))),
    {
      type: redshift,
      props: { publiclyAccessible: true, vpcSecurityGroupIds: [UNKNOWN] },
      edges: wears,
      beside: [group("data", UNKNOWN)],
    },
    {
      type: cache,
      props: { securityGroupIds: [UNKNOWN] },
      edges: { securityGroupIds: urn(GROUP, "data") },
      beside: [group("web", UNKNOWN), balancer(), admitsWeb(6379)],
    },
    { type: cloudSql, props: reachable({ authorizedNetworks: UNKNOWN }) },
    behind(opens("5432", { sourceRanges: UNKNOWN }), machine()),
    behind({ allows: UNKNOWN }, machine()),
    behind(opens("5432"), machine({ networkInterfaces: UNKNOWN })),
    behind(opens("5432"), machine({ tags: UNKNOWN })),
    behind({ ...opens("5432"), network: UNKNOWN, targetTags: undefined }, machine()),
    behind(
      { ...opens("5432"), network: "default", targetTags: undefined },
      machine({ networkInterfaces: [{ network: UNKNOWN, accessConfigs: [{}] }] }),
    ),
    store({ engine: UNKNOWN }, web, balancer(), admitsWeb(5432)),
    ...azure.undetermined,
    // which cluster the public member is of is not known
    {
      ...store({ clusterIdentifier: UNKNOWN }, openToAll, {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "writer",
        props: { clusterIdentifier: "orders", publiclyAccessible: true },
      }),
      type: cluster,
    },
  ],
  notApplicable: azure.notApplicable,
};
