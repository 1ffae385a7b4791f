import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const cluster = "aws:rds/cluster:Cluster";
const instance = "aws:rds/instance:Instance";
const table = "aws:dynamodb/table:Table";
const eks = "aws:eks/cluster:Cluster";
const bucket = "aws:s3/bucket:Bucket";
const balancer = "aws:lb/loadBalancer:LoadBalancer";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const gke = "gcp:container/cluster:Cluster";
const firestore = "gcp:firestore/database:Database";
const spanner = "gcp:spanner/database:Database";
const dataset = "gcp:bigquery/dataset:Dataset";
const bigTable = "gcp:bigquery/table:Table";
const bigtable = "gcp:bigtable/instance:Instance";
const vault = "azure-native:keyvault:Vault";
const byScope = "azure-native:authorization:ManagementLockByScope";
const locks = [
  byScope,
  "azure-native:authorization:ManagementLockAtResourceLevel",
  "azure-native:authorization:ManagementLockAtResourceGroupLevel",
  "azure-native:authorization:ManagementLockAtSubscriptionLevel",
];
const lockable: readonly (readonly [type: string, name: string])[] = [
  ["azure-native:storage:StorageAccount", "accountName"],
  ["azure-native:cosmosdb:DatabaseAccount", "accountName"],
  ["azure-native:sql:Server", "serverName"],
  ["azure-native:dbforpostgresql:Server", "serverName"],
];

const config = { environment: "prod" };
const prod = (type: string, props: Example["props"], more: Partial<Example> = {}): Example => ({
  type,
  props,
  config,
  ...more,
});
const group = "/subscriptions/0/resourceGroups/shop";
const lock = (scope: unknown, more: Partial<Sample> & { readonly level?: unknown } = {}): Partial<Example> => {
  const { level = "CanNotDelete", ...rest } = more;
  return { beside: [{ type: byScope, name: "lock", props: { scope, level }, ...rest }] };
};
const inGroup = (name: string) => ({ [name]: "orders", resourceGroupName: "shop" });
const enabled = (value: unknown) => ({ properties: { sku: { name: "standard" }, enablePurgeProtection: value } });
const backup = { tier: "db-f1-micro", deletionProtectionEnabled: true };

export const examples: Examples = {
  pass: [
    prod(cluster, { deletionProtection: true }),
    prod(cluster, { deletionProtection: true, skipFinalSnapshot: false }, { protect: true }),
    prod(instance, { deletionProtection: "true" }),
    prod(table, { deletionProtectionEnabled: true }),
    prod(table, { deletionProtectionEnabled: true }, { protect: true }),
    prod(eks, { deletionProtection: true }),
    prod(bucket, {}),
    prod("aws:s3/bucketV2:BucketV2", { forceDestroy: false }, { protect: true }),
    prod(balancer, { enableDeletionProtection: true }, { protect: false }),
    prod(sql, { settings: backup }),
    prod(sql, { deletionProtection: true, settings: backup }),
    prod(gke, {}),
    prod(firestore, { deleteProtectionState: "DELETE_PROTECTION_ENABLED" }),
    prod(spanner, { enableDropProtection: true }),
    prod(dataset, { deleteContentsOnDestroy: false }),
    prod(bigTable, {}),
    prod(bigtable, { clusters: [] }),
    prod(dataset, {}),
    prod(bigTable, { deletionProtection: true }, { protect: true }),
    prod(bigtable, { deletionProtection: "true" }),
    prod(vault, enabled(true)),
    { type: table, props: { deletionProtectionEnabled: true, tags: { environment: "production" } } },
    ...lockable.flatMap(([type, name]): readonly Example[] => [
      prod(type, inGroup(name), lock(UNKNOWN, { edges: { scope: "it" } })),
      prod(type, inGroup(name), lock(`${group}/providers/Microsoft.X/y/orders`)),
      prod(type, inGroup(name), lock(group, { level: "ReadOnly" })),
      prod(type, inGroup(name), lock("/subscriptions/0")),
      prod(type, inGroup(name), { config: { ...config, locksElsewhere: true } }),
    ]),
    prod(
      "azure-native:storage:StorageAccount",
      { accountName: "orders", resourceGroupName: UNKNOWN },
      {
        edges: { resourceGroupName: "azure-native:resources:ResourceGroup::shop" },
        beside: [
          {
            type: byScope,
            name: "lock",
            props: { scope: UNKNOWN, level: "CanNotDelete" },
            edges: { scope: "azure-native:resources:ResourceGroup::shop" },
          },
        ],
      },
    ),
    ...locks.map((type): Example => ({ type, props: { level: "CanNotDelete" } })),
  ],
  fail: [
    prod(cluster, {}),
    prod(cluster, { deletionProtection: true, skipFinalSnapshot: true }),
    prod(cluster, { deletionProtection: true }, { protect: false }),
    prod(instance, { deletionProtection: false }),
    prod(instance, { deletionProtection: true, skipFinalSnapshot: "true" }),
    prod(table, {}),
    { type: table, props: { tags: { environment: "prod" } } },
    { type: table, props: {}, provider: { defaultTags: JSON.stringify({ tags: { environment: "prod" } }) } },
    prod(eks, {}),
    prod(bucket, { forceDestroy: true }),
    prod(bucket, { forceDestroy: false }, { protect: false }),
    prod(balancer, {}),
    prod(sql, { settings: { tier: "db-f1-micro" } }),
    prod(sql, { deletionProtection: false, settings: backup }),
    prod(gke, { deletionProtection: false }),
    prod(firestore, {}),
    prod(firestore, { deleteProtectionState: "DELETE_PROTECTION_DISABLED" }),
    prod(spanner, {}),
    prod(dataset, { deleteContentsOnDestroy: true }),
    prod(bigTable, { deletionProtection: false }),
    prod(bigtable, { deletionProtection: false, clusters: [] }),
    prod(vault, enabled(undefined)),
    prod(vault, { properties: { enablePurgeProtection: true, enableSoftDelete: false } }),
    prod(
      vault,
      { properties: { enablePurgeProtection: true, softDeleteRetentionInDays: 7 } },
      { config: { ...config, minBackupDays: 30 } },
    ),
    ...lockable.flatMap(([type, name]): readonly Example[] => [
      prod(type, inGroup(name)),
      prod(type, inGroup(name), lock(group, { level: "NotSpecified" })),
      prod(type, inGroup(name), lock("/subscriptions/0/resourceGroups/bills")),
      prod(type, inGroup(name), { ...lock(group), protect: false }),
    ]),
    ...locks.map((type): Example => ({ type, props: { level: "NotSpecified" } })),
  ],
  undetermined: [
    prod(cluster, { deletionProtection: UNKNOWN }),
    prod(instance, { deletionProtection: true, skipFinalSnapshot: UNKNOWN }),
    prod(instance, { replicateSourceDb: UNKNOWN }),
    { type: table, props: { tags: { environment: UNKNOWN } } },
    prod(eks, { deletionProtection: UNKNOWN }),
    prod(bucket, { forceDestroy: UNKNOWN }),
    prod(balancer, { enableDeletionProtection: UNKNOWN }),
    prod(sql, { settings: UNKNOWN }),
    prod(gke, { deletionProtection: UNKNOWN }),
    prod(firestore, { deleteProtectionState: UNKNOWN }),
    prod(spanner, { enableDropProtection: UNKNOWN }),
    prod(dataset, { deleteContentsOnDestroy: UNKNOWN }),
    prod(bigTable, { deletionProtection: UNKNOWN }),
    prod(bigtable, { deletionProtection: UNKNOWN }),
    prod(vault, { properties: UNKNOWN }),
    ...lockable.flatMap(([type, name]): readonly Example[] => [
      prod(type, inGroup(name), lock(UNKNOWN)),
      prod(type, inGroup(name), lock(group, { level: UNKNOWN })),
    ]),
    ...locks.map((type): Example => ({ type, props: { level: UNKNOWN } })),
  ],
  notApplicable: [
    // where we are is not said
    { type: table, props: {} },
    { type: table, props: {}, config: { environment: "dev" } },
    prod(bucket, { forceDestroy: true, tags: { criticality: "low" } }),
    { type: bucket, props: { forceDestroy: true, tags: { environment: "staging" } } },
    prod(instance, { replicateSourceDb: "main" }),
    prod(sql, { masterInstanceName: "main" }),
  ],
};
