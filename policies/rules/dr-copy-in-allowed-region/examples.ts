import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucket:Bucket";
const table = "aws:dynamodb/table:Table";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const plan = "aws:backup/plan:Plan";
const vault = "aws:backup/vault:Vault";
const gcs = "gcp:storage/bucket:Bucket";
const database = "azure-native:sql:Database";
const namespace = "azure-native:servicebus:Namespace";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const recovery = "azure-native:recoveryservices:Vault";

const config = {
  allowedRegions: ["eu-central-1", "eu-west-1", "europe-west3", "europe-west4", "eur4", "westeurope", "northeurope"],
};
const tags = { criticality: "high" };
const aws = (type: string, props: object, beside: readonly Sample[] = [], more: Partial<Example> = {}): Example => ({
  type,
  props: { region: "eu-central-1", tags, ...props },
  beside,
  config,
  ...more,
});
const to = (bucket: unknown, status: unknown = "Enabled") => [{ status, destination: { bucket } }];
const copies = (region: string | undefined): Sample => ({
  type: s3,
  name: "copies",
  props: { bucket: "copies", ...(region !== undefined && { region }) },
});
const replication = (rules: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  name: "replication",
  props: { bucket: "orders", rules },
  ...more,
});
const arn = "arn:aws:s3:::copies";
const orders = { bucket: "orders" };
const vaultIn = (region: string) => `arn:aws:backup:${region}:222222222222:backup-vault:copies`;
const copyTo = (destinationVaultArn: unknown) => ({
  rules: [{ targetVaultName: "here", copyActions: [{ destinationVaultArn }] }],
});
const backup = (
  rules: Sample["props"],
  selection: object = { resources: ["arn:aws:dynamodb:eu-central-1:1:table/orders"] },
): readonly Sample[] => [
  { type: plan, name: "nightly", props: rules },
  {
    type: "aws:backup/selection:Selection",
    name: "orders",
    props: { planId: UNKNOWN, ...selection },
    edges: { planId: `${plan}::nightly` },
  },
];
const vaults = (...regions: readonly string[]): readonly Sample[] =>
  regions.map((region) => ({ type: vault, name: region, props: { region } }));
const tied = (...regions: readonly string[]) => ({ edges: { rules: regions.map((region) => `${vault}::${region}`) } });
const gcp = (props: object, labels: object = tags): Example => ({ type: gcs, props: { labels, ...props }, config });
const azure = (type: string, props: object, beside: readonly Sample[] = []): Example => ({
  type,
  props: { location: "westeurope", tags, ...props },
  beside,
  config,
});
const sql = (props: object, beside: readonly Sample[] = []): Example =>
  azure(database, { databaseName: "orders", serverName: "main", ...props }, beside);
const path = (kind: string, name: string) => `/subscriptions/1/resourceGroups/shop/providers/Microsoft.${kind}/${name}`;
const server = (location: unknown): Sample => ({
  type: "azure-native:sql:Server",
  name: "second",
  props: { serverName: "second", location },
});
const group = (databases: unknown, partnerServers: unknown = [{ id: path("Sql/servers", "second") }]): Sample => ({
  type: "azure-native:sql:FailoverGroup",
  name: "group",
  props: { serverName: "main", databases, partnerServers },
});
const mine = [path("Sql/servers", "main/databases/orders")];
const zone = { requestedBackupStorageRedundancy: "Zone" };
const bus = (props: object, beside: readonly Sample[] = []): Example =>
  azure(namespace, { namespaceName: "orders", ...props }, beside);
const partner = (partnerNamespace: unknown, namespaceName: unknown = "orders"): Sample => ({
  type: "azure-native:servicebus:DisasterRecoveryConfig",
  name: "pair",
  props: { namespaceName, partnerNamespace },
});
const second = (location: unknown): Sample => ({
  type: namespace,
  name: "second",
  props: { namespaceName: "second", location },
});
const busId = path("ServiceBus/namespaces", "second");
const redundant = (crossRegionRestore: unknown, standardTierStorageRedundancy?: unknown) => ({
  properties: { redundancySettings: { crossRegionRestore, standardTierStorageRedundancy } },
});

const backups = (sourceDbInstanceArn: unknown, region: string, edges?: Sample["edges"]): Sample => ({
  type: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
  name: "backups",
  props: { sourceDbInstanceArn, region },
  ...(edges && { edges }),
});
const other = (type: string, props: Sample["props"]): Sample => ({ type, name: "other", props });
const GLOBAL = "aws:rds/globalCluster:GlobalCluster::all";
const dbArn = (name: string) => `arn:aws:rds:eu-central-1:222222222222:db:${name}`;
const locations = (...names: readonly unknown[]) => ({
  locations: names.map((locationName, failoverPriority) => ({ locationName, failoverPriority })),
});

export const examples: Examples = {
  pass: [
    aws(s3, orders, [replication(to(arn)), copies("eu-west-1")]),
    aws(s3, orders, [
      replication(to(UNKNOWN), {
        props: { bucket: UNKNOWN, rules: to(UNKNOWN) },
        edges: { bucket: "it", rules: `${s3}::copies` },
      }),
      copies("eu-west-1"),
    ]),
    aws(s3, { ...orders, replicationConfiguration: { rules: to(arn) } }, [copies("eu-west-1")]),
    aws("aws:s3/bucketV2:BucketV2", orders, [replication(to(arn)), copies("eu-west-1")]),
    aws(s3, orders, backup(copyTo(vaultIn("eu-west-1")), { resources: ["arn:aws:s3:::orders"] })),
    aws(table, { replicas: [{ regionName: "eu-west-1" }] }),
    aws(table, {
      tags: { criticality: "critical" },
      replicas: [{ regionName: "us-east-1" }, { regionName: "eu-west-1" }],
    }),
    aws(table, { name: "orders" }, backup(copyTo(vaultIn("eu-west-1")))),
    aws(instance, { identifier: "orders" }, [backups(dbArn("orders"), "eu-west-1")]),
    aws(instance, { identifier: "orders" }, [backups(UNKNOWN, "eu-west-1", { sourceDbInstanceArn: "it" })]),
    aws(instance, { identifier: "orders" }, [
      other(instance, { replicateSourceDb: dbArn("orders"), region: "eu-west-1" }),
    ]),
    aws(instance, { identifier: "orders" }, backup(copyTo(vaultIn("eu-west-1")), { resources: ["*"] })),
    aws(cluster, { globalClusterIdentifier: "all" }, [
      other(cluster, { globalClusterIdentifier: "all", region: "eu-west-1" }),
    ]),
    aws(cluster, { clusterIdentifier: "orders" }, [
      other(cluster, { replicationSourceIdentifier: dbArn("orders"), region: "eu-west-1" }),
    ]),
    aws(plan, copyTo(vaultIn("eu-west-1"))),
    aws(plan, copyTo(UNKNOWN), vaults("eu-west-1", "eu-central-1"), tied("eu-west-1", "eu-central-1")),
    gcp({ location: "EUR4" }),
    gcp({ location: "EU", customPlacementConfig: { dataLocations: ["EUROPE-WEST3", "EUROPE-WEST4"] } }),
    { ...gcp({}), config: { allowedRegions: ["US"] } },
    sql({}),
    sql({ requestedBackupStorageRedundancy: "GeoZone" }),
    sql(zone, [group(mine), server("northeurope")]),
    sql({ ...zone, databaseName: UNKNOWN }, [{ ...group(UNKNOWN), edges: { databases: "it" } }, server("northeurope")]),
    bus({}, [partner(busId), second("North Europe")]),
    bus({}, [{ ...partner(UNKNOWN), edges: { partnerNamespace: `${namespace}::second` } }, second("northeurope")]),
    bus({ geoDataReplication: { locations: [{ locationName: "westeurope" }, { locationName: "northeurope" }] } }),
    azure(cosmos, locations("West Europe", "North Europe")),
    azure(recovery, redundant("Enabled")),
    azure("azure-native:recoveryservices/v20240401:Vault", redundant("enabled", "GeoRedundant")),
    // a plan beside the one that counts
    aws(table, { name: "orders" }, [
      { type: plan, name: "weekly", props: { rules: [{ targetVaultName: "here" }] } },
      ...backup(copyTo(vaultIn("eu-west-1"))),
    ]),
    aws(instance, { identifier: "orders", replicateSourceDb: "" }, [backups(dbArn("orders"), "eu-west-1")]),
    {
      ...aws(cluster, { globalClusterIdentifier: UNKNOWN }),
      edges: { globalClusterIdentifier: GLOBAL },
      beside: [
        {
          ...other(cluster, { globalClusterIdentifier: UNKNOWN, region: "eu-west-1" }),
          edges: { globalClusterIdentifier: GLOBAL },
        },
      ],
    },
  ],
  fail: [
    aws(s3, orders),
    aws(s3, orders, [replication(to(arn)), copies("eu-central-1")]),
    aws(s3, orders, [replication(to(arn, "Disabled")), copies("eu-west-1")]),
    aws(s3, orders, [replication(to(arn), { props: { bucket: "other", rules: to(arn) } }), copies("eu-west-1")]),
    aws(s3, orders, backup(copyTo(vaultIn("eu-west-1")), { resources: ["arn:aws:s3:::other"] })),
    aws(s3, orders, backup({ rules: [{ targetVaultName: "here" }] }, { resources: ["arn:aws:s3:::orders"] })),
    aws(table, {}),
    aws(table, { replicas: [] }),
    aws(table, { replicas: [{ regionName: "eu-central-1" }] }),
    aws(table, { name: "orders" }, backup(copyTo(vaultIn("eu-central-1")))),
    {
      ...aws(table, {}),
      props: { region: "eu-central-1" },
      provider: { region: "eu-central-1", defaultTags: { tags } },
    },
    aws(instance, { identifier: "orders" }),
    aws(instance, { identifier: "orders" }, [backups(dbArn("bills"), "eu-west-1")]),
    aws(instance, { identifier: "orders" }, [other(instance, { replicateSourceDb: "orders", region: "eu-central-1" })]),
    aws(cluster, { clusterIdentifier: "orders" }),
    aws(cluster, { globalClusterIdentifier: "all" }, [
      other(cluster, { globalClusterIdentifier: "more", region: "eu-west-1" }),
    ]),
    aws(plan, { rules: [{ targetVaultName: "here" }] }),
    aws(plan, { rules: [] }),
    aws(plan, copyTo(vaultIn("eu-central-1"))),
    gcp({ location: "EUROPE-WEST3" }),
    gcp({ location: "europe-west4" }, { criticality: "critical" }),
    sql(zone),
    sql({ requestedBackupStorageRedundancy: "Local" }, [group([]), server("northeurope")]),
    sql(zone, [group(mine), server("West Europe")]),
    sql(zone, [group([path("Sql/servers", "main/databases/bills")]), server("northeurope")]),
    bus({}),
    bus({}, [partner(undefined), second("northeurope")]),
    bus({}, [partner(busId, "other"), second("northeurope")]),
    bus({ geoDataReplication: { locations: [{ locationName: "West Europe" }] } }),
    azure(cosmos, locations("West Europe")),
    azure(cosmos, {}),
    azure(recovery, {}),
    azure(recovery, redundant("Disabled")),
    azure(recovery, redundant("Enabled", "ZoneRedundant")),
    aws(table, { name: "orders" }, [
      { type: plan, name: "weekly", props: copyTo(vaultIn("eu-west-1")) },
      ...backup({ rules: [{ targetVaultName: "here" }] }),
    ]),
    {
      ...aws(cluster, { globalClusterIdentifier: "all" }),
      edges: { globalClusterIdentifier: GLOBAL },
      beside: [other(cluster, { clusterIdentifier: "alone", region: "eu-west-1" })],
    },
    aws(cluster, { clusterIdentifier: "orders" }, [
      other(cluster, { globalClusterIdentifier: UNKNOWN, region: "eu-west-1" }),
    ]),
    aws(cluster, { globalClusterIdentifier: "all" }, [
      other(cluster, { globalClusterIdentifier: "all", region: "eu-central-1" }),
    ]),
  ],
  undetermined: [
    aws(s3, orders, [replication(UNKNOWN)]),
    aws(s3, orders, [replication(to("arn:aws:s3:::elsewhere"))]),
    aws(s3, orders, [replication(to(arn)), copies(undefined)]),
    aws(s3, { ...orders, tags: { criticality: UNKNOWN } }),
    aws(s3, orders, [replication(to(arn), { props: { bucket: UNKNOWN, rules: to(arn) } }), copies("eu-west-1")]),
    aws(table, { replicas: UNKNOWN }),
    aws(table, { replicas: [{ regionName: UNKNOWN }] }),
    aws(table, { region: UNKNOWN, replicas: [{ regionName: "eu-west-1" }] }),
    aws(table, { name: "orders" }, [
      {
        type: "aws:backup/selection:Selection",
        name: "orders",
        props: { planId: "nightly", resources: ["*"] },
      },
    ]),
    aws(instance, { identifier: "orders" }, [backups(UNKNOWN, "eu-west-1")]),
    aws(cluster, { globalClusterIdentifier: UNKNOWN }, [
      other(cluster, { globalClusterIdentifier: "all", region: "eu-west-1" }),
    ]),
    aws(plan, copyTo(UNKNOWN)),
    aws(plan, { rules: UNKNOWN }),
    gcp({ location: UNKNOWN }),
    gcp({ location: "EU", customPlacementConfig: UNKNOWN }),
    sql({ requestedBackupStorageRedundancy: UNKNOWN }),
    sql({ location: "mexicocentral" }),
    sql({ location: undefined }),
    bus({ location: undefined }, [partner(busId), second("northeurope")]),
    sql(zone, [group(mine)]),
    bus({}, [partner(UNKNOWN)]),
    bus({}, [partner(path("ServiceBus/namespaces", "abroad"))]),
    azure(cosmos, { locations: UNKNOWN }),
    azure(cosmos, locations("West Europe", UNKNOWN)),
    azure(recovery, redundant(UNKNOWN)),
    azure(recovery, { properties: UNKNOWN }),
    aws(cluster, { globalClusterIdentifier: "all" }, [
      other(cluster, { globalClusterIdentifier: UNKNOWN, region: "eu-west-1" }),
    ]),
    aws(plan, copyTo(UNKNOWN), vaults("eu-central-1"), tied("eu-central-1")),
  ],
  notApplicable: [
    { ...aws(s3, orders), config: {} },
    aws(s3, { ...orders, tags: { criticality: "standard" } }),
    aws(table, { tags: {} }),
    // a copy needs none of its own
    aws(s3, { bucket: "copies" }, [replication(to(arn)), { type: s3, name: "orders", props: orders }]),
    aws(s3, { bucket: "copies" }, [replication(to(UNKNOWN), { edges: { rules: "it" } })]),
    aws(s3, { bucket: "copies" }, [
      { type: s3, name: "orders", props: { ...orders, replicationConfiguration: { rules: to(arn) } } },
    ]),
    aws(instance, { replicateSourceDb: dbArn("orders") }),
    aws(cluster, { replicationSourceIdentifier: dbArn("orders") }),
    bus({ namespaceName: "second" }, [partner(busId, "first")]),
    // replicas-stay-in-region speaks
    aws(s3, orders, [replication(to(arn)), copies("us-east-1")]),
    aws(table, { replicas: [{ regionName: "us-east-1" }] }),
    azure(cosmos, locations("West Europe", "East US")),
    gcp({ location: "US" }),
    gcp({}),
    sql({ location: "germanywestcentral" }),
    aws(plan, copyTo(vaultIn("us-east-1")), vaults("eu-west-1"), tied("eu-west-1")),
  ],
};
