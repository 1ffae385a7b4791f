import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const database = "aws:rds/instance:Instance";
const cache = "aws:elasticache/replicationGroup:ReplicationGroup";
const search = "aws:opensearch/domain:Domain";
const subnet = "aws:ec2/subnet:Subnet";
const nodes = "aws:eks/nodeGroup:NodeGroup";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const gke = "gcp:container/cluster:Cluster";
const redis = "gcp:redis/instance:Instance";
const pool = "azure-native:containerservice:AgentPool";
const aks = "azure-native:containerservice:ManagedCluster";
const zoned = ["azure-native:web:AppServicePlan", "azure-native:sql:Database"];
const postgres = "azure-native:dbforpostgresql:Server";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";

const config = { environment: "prod" };
const prod = (type: string, props: Example["props"], more: Partial<Example> = {}): Example => ({
  type,
  props,
  config,
  ...more,
});
const other = (zone: unknown, vpcId: unknown = "vpc-1", name = "b"): Sample => ({
  type: subnet,
  name,
  props: { vpcId, ...(zone !== undefined && { availabilityZone: zone }) },
});
const here = { vpcId: "vpc-1", availabilityZone: "eu-central-1a" };
const groupIn = (...subnets: readonly Sample[]): Example =>
  prod(
    nodes,
    { subnetIds: [UNKNOWN, UNKNOWN] },
    { beside: subnets, edges: { subnetIds: subnets.map(({ name }) => `${subnet}::${name}`) } },
  );
const vpc = "aws:ec2/vpc:Vpc::main";
const one = { subnetIds: ["subnet-1"] };

export const examples: Examples = {
  pass: [
    prod(database, { multiAz: true }),
    prod(database, { multiAz: "true" }),
    prod(cache, { multiAzEnabled: true, automaticFailoverEnabled: true }),
    prod(search, { clusterConfig: { zoneAwarenessEnabled: true } }),
    prod(search, { clusterConfig: { multiAzWithStandbyEnabled: true } }),
    prod(subnet, here, { beside: [other("eu-central-1b")] }),
    prod(
      subnet,
      { vpcId: UNKNOWN, availabilityZone: "eu-central-1a" },
      {
        edges: { vpcId: "aws:ec2/vpc:Vpc::main" },
        beside: [{ ...other("eu-central-1b", UNKNOWN), edges: { vpcId: "aws:ec2/vpc:Vpc::main" } }],
      },
    ),
    prod(
      subnet,
      { vpcId: "vpc-1", availabilityZoneId: "euc1-az1" },
      { beside: [{ type: subnet, name: "b", props: { vpcId: "vpc-1", availabilityZoneId: "euc1-az2" } }] },
    ),
    // a replica or none, it has a second zone
    prod(database, { replicateSourceDb: UNKNOWN, multiAz: true }),
    groupIn(other("eu-central-1a", "vpc-1", "a"), other("eu-central-1b")),
    prod(sql, { settings: { tier: "db-f1-micro", availabilityType: "REGIONAL" } }),
    prod(gke, { location: "europe-west3" }),
    prod(gke, { location: "europe-west3-a", nodeLocations: ["europe-west3-b"] }),
    prod(gke, { location: "europe-west3", nodeLocations: ["europe-west3-a", "europe-west3-b"] }),
    prod(redis, { tier: "STANDARD_HA" }),
    prod(pool, { availabilityZones: ["1", "2", "3"] }),
    prod(aks, { agentPoolProfiles: [{ name: "system", availabilityZones: ["1", "2"] }] }),
    ...zoned.map((type) => prod(type, { zoneRedundant: true })),
    prod(postgres, { highAvailability: { mode: "ZoneRedundant" } }),
    prod(cosmos, { locations: [{ locationName: "westeurope", isZoneRedundant: true }] }),
    prod(cosmos, { locations: [{ locationName: "westeurope" }, { locationName: "northeurope" }] }),
  ],
  fail: [
    prod(database, {}),
    prod(database, { multiAz: false }),
    { type: database, props: { multiAz: "false", tags: { environment: "production" } } },
    prod(database, { replicateSourceDb: "" }),
    prod(cache, {}),
    prod(cache, { multiAzEnabled: true }),
    prod(cache, { automaticFailoverEnabled: true, multiAzEnabled: false }),
    prod(search, { clusterConfig: { instanceCount: 2 } }),
    prod(search, {}),
    prod(subnet, here),
    prod(subnet, here, { beside: [other("eu-central-1a")] }),
    // the zone of another network does not help
    prod(subnet, here, { beside: [other("eu-central-1b", "vpc-2")] }),
    prod(subnet, { vpcId: "vpc-1" }),
    prod(subnet, { vpcId: "vpc-1", availabilityZone: UNKNOWN }),
    // of a network that this stack makes
    prod(subnet, here, { beside: [{ ...other("eu-central-1b", UNKNOWN), edges: { vpcId: vpc } }] }),
    prod(
      subnet,
      { vpcId: UNKNOWN, availabilityZone: "eu-central-1a" },
      {
        edges: { vpcId: vpc },
        beside: [{ ...other("eu-central-1b", UNKNOWN), edges: { vpcId: "aws:ec2/vpc:Vpc::other" } }],
      },
    ),
    prod(nodes, one),
    // a subnet beside those of the group
    {
      ...groupIn(other("eu-central-1a", "vpc-1", "a"), other("eu-central-1a")),
      beside: [other("eu-central-1a", "vpc-1", "a"), other("eu-central-1a"), other("eu-central-1b", "vpc-1", "c")],
    },
    groupIn(other("eu-central-1a", "vpc-1", "a"), other("eu-central-1a")),
    prod(sql, { settings: { tier: "db-f1-micro" } }),
    prod(sql, { settings: { availabilityType: "ZONAL" } }),
    prod(gke, { location: "europe-west3-a" }),
    prod(gke, {}, { provider: { region: "europe-west3", zone: "europe-west3-a" } }),
    prod(gke, { location: "europe-west3", nodeLocations: ["europe-west3-a"] }),
    prod(redis, {}),
    prod(redis, { tier: "BASIC" }),
    prod(pool, {}),
    prod(pool, { availabilityZones: ["1"] }),
    prod(aks, { agentPoolProfiles: [{ name: "system" }] }),
    prod(aks, { agentPoolProfiles: [{ name: "system", availabilityZones: ["1"] }] }),
    prod(postgres, { createMode: "Default" }),
    prod(cosmos, {}),
    ...zoned.flatMap((type) => [prod(type, {}), prod(type, { zoneRedundant: false })]),
    prod(postgres, {}),
    prod(postgres, { highAvailability: { mode: "SameZone" } }),
    prod(cosmos, { locations: [{ locationName: "westeurope" }] }),
    prod(cosmos, { locations: [{ locationName: "westeurope", isZoneRedundant: false }] }),
  ],
  undetermined: [
    prod(database, { multiAz: UNKNOWN }),
    prod(database, { replicateSourceDb: UNKNOWN }),
    prod(cache, { multiAzEnabled: UNKNOWN, automaticFailoverEnabled: true }),
    prod(search, { clusterConfig: UNKNOWN }),
    prod(subnet, { vpcId: "vpc-1" }, { beside: [other(undefined)] }),
    prod(subnet, here, { beside: [other("eu-central-1b", UNKNOWN)] }),
    prod(subnet, here, { beside: [other(UNKNOWN)] }),
    prod(subnet, here, { beside: [other(undefined)] }),
    prod(
      subnet,
      { vpcId: UNKNOWN, availabilityZone: "eu-central-1a" },
      { edges: { vpcId: vpc }, beside: [other("eu-central-1b", UNKNOWN)] },
    ),
    prod(subnet, { vpcId: UNKNOWN, availabilityZone: "eu-central-1a" }, { beside: [other("eu-central-1b", UNKNOWN)] }),
    prod(postgres, { createMode: UNKNOWN }),
    prod(nodes, { subnetIds: UNKNOWN }),
    prod(nodes, { subnetIds: ["subnet-1", "subnet-2"] }),
    groupIn(other("eu-central-1a", "vpc-1", "a")),
    prod(sql, { settings: UNKNOWN }),
    prod(gke, { location: UNKNOWN }),
    prod(gke, {}),
    prod(redis, { tier: "PREMIUM" }),
    prod(redis, { tier: UNKNOWN }),
    prod(pool, { availabilityZones: UNKNOWN }),
    prod(aks, { agentPoolProfiles: UNKNOWN }),
    ...zoned.map((type) => prod(type, { zoneRedundant: UNKNOWN })),
    prod(postgres, { highAvailability: UNKNOWN }),
    prod(cosmos, { locations: UNKNOWN }),
    { type: database, props: { tags: { environment: UNKNOWN } } },
  ],
  notApplicable: [
    { type: database, props: {} },
    { type: database, props: {}, config: { environment: "dev" } },
    prod(database, { tags: { criticality: "low" } }),
    prod(database, { replicateSourceDb: "main" }),
    prod(sql, { masterInstanceName: "main", settings: {} }),
    prod(postgres, { createMode: "Replica" }),
  ],
};
