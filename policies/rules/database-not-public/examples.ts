import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const switched = [
  "aws:rds/instance:Instance",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:redshift/cluster:Cluster",
  "aws:redshiftserverless/workgroup:Workgroup",
  "aws:neptune/clusterInstance:ClusterInstance",
  "aws:mq/broker:Broker",
];
const kafka = "aws:msk/cluster:Cluster";
const searches = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const alloy = "gcp:alloydb/instance:Instance";
const sql = "azure-native:sql:Server";
const others = ["azure-native:synapse:Workspace", "azure-native:cache/v20230801:Redis"];
const managed = "azure-native:sql:ManagedInstance";
const cacheRule = "azure-native:redis:FirewallRule";
const flexible = ["azure-native:dbforpostgresql/v20240801:Server", "azure-native:dbformysql:Server"];
const firewallRules = [
  "azure-native:sql/v20211101:FirewallRule",
  "azure-native:dbforpostgresql:FirewallRule",
  "azure-native:dbformysql:FirewallRule",
  "azure-native:synapse:IpFirewallRule",
];
const cosmos = "azure-native:documentdb:DatabaseAccount";

const of = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const brokers = (type: unknown) => ({ brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type } } } });
const reachable = (ipConfiguration: object) => ({ settings: { tier: "db-g1-small", ipConfiguration } });
const networks = (...values: unknown[]) => values.map((value) => ({ name: "n", value }));
const range = (startIpAddress: unknown, endIpAddress: unknown) => ({ startIpAddress, endIpAddress });

export const examples: Examples = {
  pass: [
    ...of(switched, { publiclyAccessible: false }),
    // the documented default
    ...of(switched, {}),
    { type: switched[0] ?? "", props: { publiclyAccessible: "false" } },
    { type: kafka, props: brokers("DISABLED") },
    { type: kafka, props: { brokerNodeGroupInfo: { clientSubnets: ["subnet-1"] } } },
    ...of(searches, { vpcOptions: { subnetIds: ["subnet-1"] } }),
    // which subnets is not known in a preview, that there are some is
    ...of(searches, { vpcOptions: { subnetIds: [UNKNOWN] } }),
    { type: cloudSql, props: reachable({ ipv4Enabled: false, privateNetwork: "projects/p/global/networks/n" }) },
    { type: cloudSql, props: reachable({ ipv4Enabled: "false", privateNetwork: UNKNOWN }) },
    // nobody comes in by a list of networks where there is no address
    { type: cloudSql, props: reachable({ ipv4Enabled: false, authorizedNetworks: networks("0.0.0.0/0") }) },
    { type: alloy, props: { networkConfig: { authorizedExternalNetworks: [] } } },
    { type: sql, props: { publicNetworkAccess: "Disabled" } },
    ...of(others, { publicNetworkAccess: "Disabled" }),
    { type: "azure-native:redis:Redis", props: { subnetId: "/subnets/cache" } },
    { type: managed, props: {} },
    { type: cacheRule, props: { startIP: "20.30.40.50", endIP: "20.30.40.50" } },
    { type: "azure-native:sql/v20230801:Server", props: { publicNetworkAccess: "SecuredByPerimeter" } },
    ...of(flexible, { network: { publicNetworkAccess: "Disabled" } }),
    ...of(flexible, { network: { delegatedSubnetResourceId: "/subscriptions/1/subnets/db" } }),
    ...of(firewallRules, range("203.0.113.7", "203.0.113.7")),
    ...of(firewallRules, range("10.0.0.0", "10.255.255.255")),
    // one office, not the internet
    ...of(firewallRules, range("20.30.40.0", "20.30.41.255")),
    { type: cosmos, props: { publicNetworkAccess: "Disabled" } },
    { type: cosmos, props: { publicNetworkAccess: "disabled", ipRules: [{ ipAddressOrRange: "0.0.0.0" }] } },
    // a clone that says so itself
    {
      type: cloudSql,
      props: { clone: { sourceInstanceName: "orders" }, ...reachable({ ipv4Enabled: false, privateNetwork: "n" }) },
    },
  ],
  fail: [
    ...of(switched, { publiclyAccessible: true }),
    { type: switched[1] ?? "", props: { publiclyAccessible: "true" } },
    { type: kafka, props: brokers("SERVICE_PROVIDED_EIPS") },
    ...of(searches, {}),
    ...of(searches, { vpcOptions: { subnetIds: [] } }),
    { type: cloudSql, props: reachable({ ipv4Enabled: true }) },
    { type: cloudSql, props: reachable({ authorizedNetworks: networks("0.0.0.0/0") }) },
    {
      type: cloudSql,
      props: reachable({ ipv4Enabled: true, authorizedNetworks: networks("0.0.0.0/1", "128.0.0.0/1") }),
    },
    // a public address with a narrow list is still a public address
    { type: cloudSql, props: reachable({ ipv4Enabled: true, authorizedNetworks: networks("20.30.40.50/32") }) },
    { type: cloudSql, props: { settings: { tier: "db-g1-small" } } },
    // private and public at once
    { type: cloudSql, props: reachable({ privateNetwork: "projects/p/global/networks/n" }) },
    { type: alloy, props: { networkConfig: { enablePublicIp: true } } },
    { type: sql, props: {} },
    ...of(others, {}),
    { type: managed, props: { publicDataEndpointEnabled: "true" } },
    { type: cacheRule, props: { startIP: "0.0.0.0", endIP: "255.255.255.255" } },
    { type: sql, props: { publicNetworkAccess: "Enabled" } },
    ...of(flexible, {}),
    ...of(flexible, { network: { publicNetworkAccess: "Enabled" } }),
    ...of(firewallRules, range("0.0.0.0", "255.255.255.255")),
    // "allow Azure services" means those of every customer
    ...of(firewallRules, range("0.0.0.0", "0.0.0.0")),
    ...of(firewallRules, range("1.0.0.1", "126.255.255.254")),
    { type: cosmos, props: {} },
    { type: cosmos, props: { publicNetworkAccess: "Enabled", ipRules: [] } },
    { type: cosmos, props: { ipRules: [{ ipAddressOrRange: "0.0.0.0" }] } },
    { type: cosmos, props: { ipRules: [{ ipAddressOrRange: "0.0.0.0/0" }] } },
    { type: cosmos, props: { ipRules: [{ ipAddressOrRange: "20.30.40.50" }] } },
    { type: cosmos, props: { isVirtualNetworkFilterEnabled: true } },
    { type: cloudSql, props: {} },
    { type: cosmos, props: { virtualNetworkRules: [] } },
    { type: cosmos, props: { virtualNetworkRules: [{ id: "/subscriptions/1/subnets/app" }] } },
  ],
  undetermined: [
    ...of(switched, { publiclyAccessible: UNKNOWN }),
    { type: kafka, props: brokers(UNKNOWN) },
    { type: kafka, props: brokers("SOME_NEW_WORD") },
    ...of(searches, { vpcOptions: { subnetIds: UNKNOWN } }),
    { type: cloudSql, props: { settings: UNKNOWN } },
    { type: cloudSql, props: reachable({ ipv4Enabled: UNKNOWN }) },
    // a clone has what its origin has
    { type: cloudSql, props: { clone: { sourceInstanceName: "orders" } } },
    { type: alloy, props: { networkConfig: UNKNOWN } },
    { type: sql, props: { publicNetworkAccess: UNKNOWN } },
    ...of(others, { publicNetworkAccess: UNKNOWN }),
    { type: managed, props: { publicDataEndpointEnabled: UNKNOWN } },
    { type: cacheRule, props: { startIP: UNKNOWN, endIP: "255.255.255.255" } },
    { type: sql, props: { publicNetworkAccess: "Perhaps" } },
    ...of(flexible, { network: UNKNOWN }),
    ...of(firewallRules, range("0.0.0.0", UNKNOWN)),
    ...of(firewallRules, range(UNKNOWN, "255.255.255.255")),
    { type: cosmos, props: { publicNetworkAccess: UNKNOWN } },
    ...of(firewallRules, range("0.0.0.0", undefined)),
    ...of(firewallRules, range(undefined, "255.255.255.255")),
  ],
};
