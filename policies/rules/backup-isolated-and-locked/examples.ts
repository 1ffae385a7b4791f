import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const vault = "aws:backup/vault:Vault";
const lock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const gcp = "gcp:backupdisasterrecovery/backupVault:BackupVault";
const recovery = "azure-native:recoveryservices:Vault";
const protection = "azure-native:dataprotection:BackupVault";
const key = "aws:kms/key:Key";
const table = "aws:dynamodb/table:Table";

const arn = (id: string) => `arn:aws:kms:eu-central-1:222222222222:key/${id}`;
const locked = (backupVaultName: unknown = "copies", more: Partial<Sample> = {}): Sample => ({
  type: lock,
  name: "lock",
  props: { backupVaultName, minRetentionDays: 7 },
  ...more,
});
const aws = (beside: readonly Sample[], props: object = {}, more: Partial<Example> = {}): Example => ({
  type: vault,
  props: { name: "copies", kmsKeyArn: arn("backup"), ...props },
  beside,
  ...more,
});
const orders = (kmsKeyArn: unknown, more: Partial<Sample> = {}): Sample => ({
  type: table,
  name: "orders",
  props: { serverSideEncryption: { enabled: true, kmsKeyArn } },
  ...more,
});
const keys = ["one", "two"].map((name): Sample => ({ type: key, name, props: {} }));
const alias: Sample = { type: "aws:kms/alias:Alias", name: "alias", props: {}, edges: { targetKeyId: `${key}::one` } };
const sse = (kmsMasterKeyId: string): readonly Sample[] => [
  { type: "aws:s3/bucket:Bucket", name: "orders", props: { bucket: "orders" } },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    name: "sse",
    props: { bucket: "orders", rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId } }] },
  },
];
const azure = (type: string, state: unknown): Example => ({
  type,
  props: { properties: { securitySettings: { immutabilitySettings: { state } } } },
});

export const examples: Examples = {
  pass: [
    aws([locked()]),
    aws([locked(UNKNOWN, { edges: { backupVaultName: "it" } })]),
    aws([locked(), orders(arn("orders"))]),
    aws(
      [locked(), orders(UNKNOWN, { edges: { serverSideEncryption: `${key}::two` } }), ...keys],
      { kmsKeyArn: UNKNOWN },
      {
        edges: { kmsKeyArn: `${key}::one` },
      },
    ),
    aws([locked(), orders(arn("orders")), ...keys], { kmsKeyArn: UNKNOWN }, { edges: { kmsKeyArn: `${key}::one` } }),
    aws([locked(), orders(undefined)]),
    aws([locked(), ...sse(arn("orders"))]),
    { type: lock, props: { backupVaultName: "copies", minRetentionDays: 7 } },
    { type: lock, props: { backupVaultName: "copies", minRetentionDays: "30", changeableForDays: 3 } },
    { type: lock, props: { backupVaultName: "copies", minRetentionDays: 1 } },
    { type: gcp, props: { backupMinimumEnforcedRetentionDuration: "604800s" } },
    { type: gcp, props: { backupMinimumEnforcedRetentionDuration: "86400s" }, config: { environment: "prod" } },
    azure(recovery, "Locked"),
    azure("azure-native:recoveryservices/v20240401:Vault", "locked"),
    azure(protection, "Locked"),
  ],
  fail: [
    aws([]),
    aws([locked("other")]),
    aws([locked()], { kmsKeyArn: undefined }),
    aws([locked()], { kmsKeyArn: "alias/aws/backup" }),
    aws([locked(), orders(arn("backup"))]),
    aws([locked(), ...sse(arn("backup"))]),
    ...["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"].map((type) =>
      aws([locked(), { type, name: "orders", props: { storageEncrypted: true, kmsKeyId: arn("backup") } }]),
    ),
    aws(
      [locked(), orders(UNKNOWN, { edges: { serverSideEncryption: `${key}::one` } }), ...keys],
      { kmsKeyArn: UNKNOWN },
      {
        edges: { kmsKeyArn: `${key}::one` },
      },
    ),
    // an alias is the key it means
    aws(
      [locked(), orders(UNKNOWN, { edges: { serverSideEncryption: "aws:kms/alias:Alias::alias" } }), ...keys, alias],
      { kmsKeyArn: UNKNOWN },
      { edges: { kmsKeyArn: `${key}::one` } },
    ),
    aws([], {}, { config: { environment: "prod" } }),
    { type: lock, props: { backupVaultName: "copies" } },
    { type: lock, props: { backupVaultName: "copies", minRetentionDays: 0 } },
    { type: lock, props: { backupVaultName: "copies", maxRetentionDays: 30 } },
    { type: gcp, props: { backupMinimumEnforcedRetentionDuration: "0s" } },
    { type: gcp, props: { backupMinimumEnforcedRetentionDuration: "3600s" } },
    { type: gcp, props: {} },
    azure(recovery, "Disabled"),
    azure(recovery, "Unlocked"),
    { type: recovery, props: {} },
    azure(protection, "Disabled"),
    azure(protection, "Unlocked"),
    { type: protection, props: { properties: {} } },
  ],
  undetermined: [
    aws([locked(UNKNOWN)]),
    aws([locked()], { kmsKeyArn: UNKNOWN, name: UNKNOWN }),
    aws([locked(), orders(UNKNOWN)]),
    aws([locked(), orders(arn("orders"))], { kmsKeyArn: UNKNOWN }),
    aws([], {}, { config: { environment: UNKNOWN } }),
    { type: lock, props: { backupVaultName: "copies", minRetentionDays: UNKNOWN } },
    { type: gcp, props: { backupMinimumEnforcedRetentionDuration: UNKNOWN } },
    { type: gcp, props: { backupMinimumEnforcedRetentionDuration: "a week" } },
    azure(recovery, UNKNOWN),
    azure(recovery, "Sealed"),
    azure(protection, UNKNOWN),
  ],
  notApplicable: [
    aws([], {}, { config: { environment: "dev" } }),
    { ...azure(recovery, "Disabled"), config: { environment: "staging" } },
  ],
};
