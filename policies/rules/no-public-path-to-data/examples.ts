import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const rds = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const redshift = "aws:redshift/cluster:Cluster";
const cache = "aws:elasticache/replicationGroup:ReplicationGroup";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const firewall = "gcp:compute/firewall:Firewall";
const servers = ["sql", "dbforpostgresql", "dbformysql"];
const endpoint = "azure-native:network:PrivateEndpoint";

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
const routed: Sample[] = [
  {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
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

const rule = (service: string, start: unknown, end: unknown, serverName: unknown = "db"): Sample => ({
  type: `azure-native:${service}:FirewallRule`,
  name: "rule",
  props: { serverName, startIpAddress: start, endIpAddress: end },
});
const azure = (props: object, beside: (service: string) => readonly Sample[]): readonly Example[] =>
  servers.map((service) => ({
    type: `azure-native:${service}:Server`,
    props: { serverName: "db", ...props },
    beside: beside(service),
  }));
const leadsTo = (props: object, ...beside: Sample[]): Example => ({
  type: endpoint,
  props: { subnet: { id: UNKNOWN }, privateLinkServiceConnections: [{ privateLinkServiceId: UNKNOWN }] },
  edges: { privateLinkServiceConnections: "azure-native:sql:Server::db" },
  beside: [{ type: "azure-native:sql:Server", name: "db", props: { serverName: "db", ...props } }, ...beside],
});

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
    ...azure({}, (service) => [rule(service, "20.30.40.50", "20.30.40.50")]),
    ...azure({ publicNetworkAccess: "Disabled", network: { publicNetworkAccess: "Disabled" } }, (service) => [
      rule(service, "0.0.0.0", "255.255.255.255"),
    ]),
    ...azure({}, (service) => [rule(service, "0.0.0.0", "255.255.255.255", "another")]),
    leadsTo({ publicNetworkAccess: "Disabled" }),
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
    ...azure({}, (service) => [rule(service, "0.0.0.0", "255.255.255.255")]),
    ...azure({ publicNetworkAccess: "Enabled", network: { publicNetworkAccess: "Enabled" } }, (service) => [
      { ...rule(service, "1.0.0.0", "223.255.255.255", UNKNOWN), edges: { serverName: "it" } },
    ]),
    leadsTo({}, rule("sql", "0.0.0.0", "255.255.255.255")),
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
    ...azure({}, (service) => [rule(service, "0.0.0.0", UNKNOWN)]),
    ...azure({}, (service) => [rule(service, "0.0.0.0", "255.255.255.255", UNKNOWN)]),
    leadsTo({}, rule("sql", UNKNOWN, "255.255.255.255")),
  ],
  notApplicable: [{ type: endpoint, props: { privateLinkServiceConnections: [{ privateLinkServiceId: "/x" }] } }],
};
