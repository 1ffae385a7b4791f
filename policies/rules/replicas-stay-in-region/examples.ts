import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const s3 = "aws:s3/bucket:Bucket";
const table = "aws:dynamodb/table:Table";
const plan = "aws:backup/plan:Plan";
const awsSecret = "aws:secretsmanager/secret:Secret";
const copies = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
const gcs = "gcp:storage/bucket:Bucket";
const secret = "gcp:secretmanager/secret:Secret";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const firestore = "gcp:firestore/database:Database";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const account = "azure-native:storage:StorageAccount";
const database = "azure-native:sql:Database";
const registry = "azure-native:containerregistry:Replication";

const config = {
  allowedRegions: ["eu-central-1", "eu-west-1", "europe-west3", "europe-west4", "westeurope", "northeurope", "eur3"],
};
const it = (type: string, props: Example["props"], more: Partial<Example> = {}): Example => ({
  type,
  props,
  config,
  ...more,
});
const vaultIn = (region: string) => `arn:aws:backup:${region}:222222222222:backup-vault:copies`;
const copyTo = (destinationVaultArn: unknown) => ({ rules: [{ copyActions: [{ destinationVaultArn }] }] });
const bucketIn = (region: string | undefined, name = "copies"): Sample => ({
  type: s3,
  name,
  props: { bucket: name, ...(region !== undefined && { region }) },
});
const to = (bucket: unknown, status = "Enabled") => [{ status, destination: { bucket } }];
const vault = (region: string): Partial<Example> => ({
  beside: [{ type: "aws:backup/vault:Vault", name: "copies", props: { region } }],
  edges: { rules: "aws:backup/vault:Vault::copies" },
});
const backups = (location?: string, more: object = {}) => ({
  region: "europe-west3",
  settings: { backupConfiguration: { enabled: true, ...(location && { location }), ...more } },
});

export const examples: Examples = {
  pass: [
    it(replication, { rules: to("arn:aws:s3:::copies") }, { beside: [bucketIn("eu-west-1")] }),
    it(replication, { rules: to(UNKNOWN) }, { beside: [bucketIn("eu-west-1")], edges: { rules: `${s3}::copies` } }),
    it(replication, { rules: to("arn:aws:s3:::copies", "Disabled") }, { beside: [bucketIn("us-east-1")] }),
    it(
      s3,
      { bucket: "here", replicationConfiguration: { rules: to("arn:aws:s3:::copies") } },
      { beside: [bucketIn("eu-west-1")] },
    ),
    it(table, {}),
    it(table, { replicas: [{ regionName: "eu-west-1" }] }),
    it(plan, copyTo(vaultIn("eu-west-1"))),
    it(plan, { rules: [{ targetVaultName: "here" }] }),
    it(plan, copyTo(UNKNOWN), vault("eu-west-1")),
    it(awsSecret, { replicas: [{ region: "eu-west-1" }] }),
    it(copies, { region: "eu-west-1", sourceDbInstanceArn: "arn" }),
    it(copies, { sourceDbInstanceArn: "arn" }, { provider: { region: "eu-west-1" } }),
    it(gcs, { location: "EU", customPlacementConfig: { dataLocations: ["EUROPE-WEST3", "EUROPE-WEST4"] } }),
    it(gcs, { location: "EU" }, { config: { allowedRegions: ["EU"] } }),
    it(secret, { replication: { userManaged: { replicas: [{ location: "europe-west3" }] } } }),
    it(sql, backups("europe-west4")),
    it(sql, backups(), { config: { allowedRegions: ["eu", "europe-west3"] } }),
    it(firestore, { locationId: "eur3" }),
    it(cosmos, { locations: [{ locationName: "West Europe" }, { locationName: "northeurope" }] }),
    it(account, { location: "westeurope", sku: { name: "Standard_GRS" } }),
    it(account, { location: "germanywestcentral", sku: { name: "Standard_ZRS" } }),
    it(account, { location: "germanywestcentral", sku: { name: "Standard_LRS" } }),
    it(database, { location: "West Europe" }),
    it(database, { location: "germanywestcentral", requestedBackupStorageRedundancy: "Zone" }),
    it(registry, { location: "North Europe" }),
    // whether it is switched off or not
    it(replication, { rules: to("arn:aws:s3:::copies", UNKNOWN) }, { beside: [bucketIn("eu-west-1")] }),
    it(sql, backups("europe-west4", { enabled: UNKNOWN })),
    it(sql, { ...backups(), region: "us-central1" }, { config: { allowedRegions: ["us"] } }),
    it(sql, { ...backups(), region: "northamerica-northeast1" }, { config: { allowedRegions: ["us"] } }),
    it(sql, { ...backups(), region: "asia-east1" }, { config: { allowedRegions: ["asia"] } }),
  ],
  fail: [
    it(replication, { rules: to("arn:aws:s3:::copies") }, { beside: [bucketIn("us-east-1")] }),
    it(replication, { rules: to(UNKNOWN) }, { beside: [bucketIn("us-east-1")], edges: { rules: `${s3}::copies` } }),
    it(
      s3,
      { bucket: "here", replicationConfiguration: { rules: to("arn:aws:s3:::copies") } },
      { beside: [bucketIn("us-east-1")] },
    ),
    it(table, { replicas: [{ regionName: "eu-west-1" }, { regionName: "us-east-1" }] }),
    it(plan, copyTo(vaultIn("us-east-1"))),
    it(awsSecret, { replicas: [{ region: "us-east-1" }] }),
    it(copies, { region: "us-east-1", sourceDbInstanceArn: "arn" }),
    it(copies, { sourceDbInstanceArn: "arn" }, { provider: { region: "us-east-1" } }),
    it(gcs, { location: "EU" }),
    it(gcs, { location: "NAM4" }),
    it(gcs, { location: "EU", customPlacementConfig: { dataLocations: ["europe-west3", "europe-west1"] } }),
    it(gcs, {}),
    it(secret, { replication: { auto: {} } }),
    it(secret, {
      replication: { userManaged: { replicas: [{ location: "europe-west3" }, { location: "us-east1" }] } },
    }),
    it(sql, backups("us")),
    it(sql, backups()),
    it(firestore, { locationId: "nam5" }),
    it(cosmos, { locations: [{ locationName: "westeurope" }, { locationName: "East US" }] }),
    it(account, { location: "germanywestcentral", sku: { name: "Standard_GRS" } }),
    it(account, { location: "Germany West Central", sku: { name: "Standard_RAGZRS" } }),
    it(database, { location: "germanywestcentral" }),
    it(database, { location: "germanywestcentral", requestedBackupStorageRedundancy: "GeoZone" }),
    it(registry, { location: "eastus" }),
    it(sql, { ...backups(), region: "australia-southeast1" }, { config: { allowedRegions: ["asia"] } }),
  ],
  undetermined: [
    it(replication, { rules: to("arn:aws:s3:::elsewhere") }),
    it(replication, { rules: UNKNOWN }),
    it(replication, { rules: to("arn:aws:s3:::copies") }, { beside: [bucketIn(undefined)] }),
    it(s3, { bucket: "here", replicationConfiguration: UNKNOWN }),
    it(table, { replicas: [{ regionName: UNKNOWN }] }),
    it(plan, copyTo(UNKNOWN)),
    it(plan, copyTo(UNKNOWN), vault("us-east-1")),
    it(awsSecret, { replicas: UNKNOWN }),
    it(copies, { sourceDbInstanceArn: "arn" }),
    it(gcs, { location: UNKNOWN }),
    it(secret, { replication: UNKNOWN }),
    it(sql, { ...backups(), region: UNKNOWN }),
    it(sql, { region: "europe-west3", settings: UNKNOWN }),
    it(firestore, { locationId: UNKNOWN }),
    it(cosmos, { locations: [{ locationName: UNKNOWN }] }),
    it(account, { location: "westeurope", sku: UNKNOWN }),
    it(account, { location: "mexicocentral", sku: { name: "Standard_GRS" } }),
    it(account, { sku: { name: "Standard_GRS" } }),
    it(database, { location: UNKNOWN }),
    it(registry, { location: UNKNOWN }),
    it(replication, { rules: to("arn:aws:s3:::copies", UNKNOWN) }, { beside: [bucketIn("us-east-1")] }),
    // one of two vaults, and one is elsewhere
    it(plan, copyTo(UNKNOWN), {
      beside: ["eu-west-1", "us-east-1"].map((region) => ({
        type: "aws:backup/vault:Vault",
        name: region,
        props: { region },
      })),
      edges: { rules: ["aws:backup/vault:Vault::eu-west-1", "aws:backup/vault:Vault::us-east-1"] },
    }),
    it(sql, { ...backups(), region: undefined }),
  ],
  notApplicable: [
    { type: table, props: { replicas: [{ regionName: "us-east-1" }] } },
    { type: account, props: { sku: { name: "Standard_GRS" }, location: "eastus" } },
    it(gcs, { location: "us-east1" }),
    it(s3, { bucket: "here" }),
    it(sql, { settings: { tier: "db-f1-micro" } }),
  ],
};
