import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const queue = "aws:sqs/queue:Queue";
const topic = "aws:sns/topic:Topic";
const stream = "aws:kinesis/stream:Stream";
const cluster = "aws:rds/cluster:Cluster";
const cache = "aws:elasticache/replicationGroup:ReplicationGroup";
const search = "aws:opensearch/domain:Domain";
const tde = "azure-native:sql:TransparentDataEncryption";
const redshift = "aws:redshift/cluster:Cluster";
const account = "aws:ebs/encryptionByDefault:EncryptionByDefault";

const switches = (value: unknown): readonly Example[] => [
  { type: "aws:ebs/volume:Volume", props: { encrypted: value } },
  { type: "aws:efs/fileSystem:FileSystem", props: { encrypted: value } },
  { type: redshift, props: { encrypted: value } },
  { type: account, props: { enabled: value } },
  { type: "aws:rds/instance:Instance", props: { storageEncrypted: value } },
  { type: cluster, props: { storageEncrypted: value } },
  { type: cache, props: { atRestEncryptionEnabled: value } },
  { type: search, props: { encryptAtRest: { enabled: value } } },
];

export const examples: Examples = {
  pass: [
    ...switches(true),
    { type: queue, props: {} },
    { type: queue, props: { sqsManagedSseEnabled: false, kmsMasterKeyId: "alias/orders" } },
    { type: topic, props: { kmsMasterKeyId: "alias/aws/sns" } },
    { type: stream, props: { encryptionType: "KMS" } },
    { type: cluster, props: { engineMode: "serverless" } },
    { type: cluster, props: { engineMode: "serverless", storageEncrypted: false } },
    { type: cache, props: { engine: "valkey" } },
    { type: redshift, props: {} },
    { type: account, props: {} },
    { type: tde, props: { state: "Enabled" } },
  ],
  fail: [
    ...switches(false),
    { type: queue, props: { sqsManagedSseEnabled: false } },
    { type: topic, props: {} },
    { type: stream, props: {} },
    { type: cluster, props: {} },
    { type: cluster, props: { engineMode: "provisioned", storageEncrypted: false } },
    { type: cache, props: { engine: "redis" } },
    { type: tde, props: { state: "Disabled" } },
    { type: queue, props: { sqsManagedSseEnabled: false, kmsMasterKeyId: "" } },
    { type: topic, props: { kmsMasterKeyId: "" } },
    { type: stream, props: { encryptionType: "NONE" } },
    { type: cluster, props: { engineMode: "provisioned" } },
    { type: tde, props: {} },
  ],
  undetermined: [
    ...switches(UNKNOWN),
    { type: queue, props: { sqsManagedSseEnabled: false, kmsMasterKeyId: UNKNOWN } },
    { type: topic, props: { kmsMasterKeyId: UNKNOWN } },
    { type: stream, props: { encryptionType: UNKNOWN } },
    { type: cluster, props: { engineMode: UNKNOWN } },
    { type: tde, props: { state: UNKNOWN } },
  ],
};
