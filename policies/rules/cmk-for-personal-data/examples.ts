import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const bucket = "aws:s3/bucket:Bucket";
const eks = "aws:eks/cluster:Cluster";
const gke = "gcp:container/cluster:Cluster";
const account = "azure-native:storage:StorageAccount";
const bus = "azure-native:servicebus:Namespace";
const aks = "azure-native:containerservice:ManagedCluster";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
// where a type names its key, and under what it has its class
const keyed: readonly (readonly [type: string, props: (key: unknown) => object])[] = [
  ["aws:dynamodb/table:Table", (key) => ({ serverSideEncryption: { enabled: true, kmsKeyArn: key } })],
  ["aws:rds/cluster:Cluster", (key) => ({ storageEncrypted: true, kmsKeyId: key })],
  ["aws:rds/instance:Instance", (key) => ({ storageEncrypted: true, kmsKeyId: key })],
  ["aws:sqs/queue:Queue", (key) => ({ kmsMasterKeyId: key })],
  ["aws:cloudwatch/logGroup:LogGroup", (key) => ({ kmsKeyId: key })],
  ["aws:secretsmanager/secret:Secret", (key) => ({ kmsKeyId: key })],
  ["gcp:storage/bucket:Bucket", (key) => ({ encryption: { defaultKmsKeyName: key } })],
  ["gcp:bigquery/dataset:Dataset", (key) => ({ defaultEncryptionConfiguration: { kmsKeyName: key } })],
  ["gcp:pubsub/topic:Topic", (key) => ({ kmsKeyName: key })],
  [sql, (key) => ({ encryptionKeyName: key })],
  ["gcp:artifactregistry/repository:Repository", (key) => ({ kmsKeyName: key })],
  ["azure-native:cosmosdb:DatabaseAccount", (key) => ({ keyVaultKeyUri: key })],
];

const classed = (type: string, props: object, kind: unknown = "personal"): Example => {
  const named = type === sql ? { settings: { userLabels: { class: kind } } } : undefined;
  const place = type === gke ? "resourceLabels" : type.startsWith("gcp:") ? "labels" : "tags";
  return { type, props: { ...(named ?? { [place]: { class: kind } }), ...props } };
};
const key = "arn:aws:kms:eu-central-1:222222222222:key/1";
const byDefault = (kmsMasterKeyId?: unknown, sseAlgorithm: unknown = "aws:kms") => ({
  applyServerSideEncryptionByDefault: { sseAlgorithm, ...(kmsMasterKeyId !== undefined && { kmsMasterKeyId }) },
});
const sse = (rule: object, target: Partial<Sample> = { edges: { bucket: "it" } }): Example => ({
  ...classed(bucket, { bucket: "people" }),
  beside: [
    {
      type: "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      name: "sse",
      props: { bucket: UNKNOWN, rules: [rule] },
      ...target,
    },
  ],
});
const cheap = { bucketKeyEnabled: true };
const vault = (name: unknown) => ({
  encryption: { keySource: "Microsoft.Keyvault", keyVaultProperties: { keyName: name } },
});

export const examples: Examples = {
  pass: [
    ...keyed.map(([type, props]) => classed(type, props(key), "special")),
    sse({ ...byDefault(key), ...cheap }),
    sse({ ...byDefault(key, "aws:kms:dsse"), bucketKeyEnabled: "true" }),
    classed(bucket, { serverSideEncryptionConfiguration: { rule: { ...byDefault(key), ...cheap } } }),
    classed(eks, { encryptionConfig: { provider: { keyArn: key }, resources: ["secrets"] } }),
    classed(gke, { databaseEncryption: { state: "ENCRYPTED", keyName: "key" } }),
    classed(gke, { databaseEncryption: { state: "ALL_OBJECTS_ENCRYPTION_ENABLED", keyName: "key" } }),
    classed(account, vault("people")),
    classed(bus, { encryption: { keySource: "Microsoft.KeyVault" } }),
    classed(aks, { securityProfile: { azureKeyVaultKms: { enabled: true, keyId: "key" } } }),
  ],
  fail: [
    ...keyed.flatMap(([type, props]) => [classed(type, {}), classed(type, props(""))]),
    classed("aws:sqs/queue:Queue", { kmsMasterKeyId: "alias/aws/sqs" }),
    classed("aws:secretsmanager/secret:Secret", { kmsKeyId: "arn:aws:kms:eu-central-1:1:alias/aws/secretsmanager" }),
    // on, with a key that AWS manages
    classed("aws:dynamodb/table:Table", { serverSideEncryption: { enabled: true } }),
    classed(bucket, { bucket: "people" }),
    sse({ ...byDefault(undefined, "AES256") }),
    sse({ ...byDefault(), ...cheap }),
    sse({ ...byDefault("alias/aws/s3"), ...cheap }),
    sse({ ...byDefault(key) }),
    sse({ ...byDefault(key), bucketKeyEnabled: false }),
    sse(cheap),
    sse({}, { props: { rules: [] }, edges: { bucket: "it" } }),
    classed(bucket, { serverSideEncryptionConfiguration: { rule: [] } }),
    classed(eks, { encryptionConfig: { resources: ["configmaps"] } }),
    sse({ ...byDefault(key), ...cheap }, { props: { bucket: "orders", rules: [{ ...byDefault(key), ...cheap }] } }),
    classed(eks, {}),
    classed(eks, { encryptionConfig: { resources: [] } }),
    classed(gke, {}),
    classed(gke, { databaseEncryption: { state: "DECRYPTED" } }),
    classed(account, { encryption: { keySource: "Microsoft.Storage" } }),
    classed(account, {}),
    classed(account, { encryption: { keySource: "Microsoft.Keyvault" } }),
    classed(bus, {}),
    classed(aks, { securityProfile: {} }),
    classed(aks, { securityProfile: { azureKeyVaultKms: { enabled: false } } }),
    { ...classed("aws:sqs/queue:Queue", {}, "health"), config: { personalClasses: ["health"] } },
  ],
  undetermined: [
    ...keyed.map(([type, props]) => classed(type, props(UNKNOWN))),
    classed("aws:sqs/queue:Queue", {}, UNKNOWN),
    sse({ ...byDefault(UNKNOWN), ...cheap }),
    sse({ ...byDefault(key), ...cheap }, {}),
    classed(eks, { encryptionConfig: UNKNOWN }),
    classed(gke, { databaseEncryption: UNKNOWN }),
    classed(gke, { databaseEncryption: { state: "SEALED" } }),
    classed(account, { encryption: UNKNOWN }),
    classed(bus, { encryption: { keySource: "Other" } }),
    classed(aks, { securityProfile: UNKNOWN }),
  ],
  notApplicable: [
    { type: bucket, props: { bucket: "site" } },
    classed(bucket, {}, "public"),
    classed(account, {}, "internal"),
    { type: "aws:sqs/queue:Queue", props: {} },
  ],
};
