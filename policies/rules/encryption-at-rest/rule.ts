import type { EncryptionByDefaultArgs } from "@pulumi/aws/ebs/encryptionByDefault.js";
import type { ReplicationGroupArgs } from "@pulumi/aws/elasticache/replicationGroup.js";
import type { StreamArgs } from "@pulumi/aws/kinesis/stream.js";
import type { DomainArgs } from "@pulumi/aws/opensearch/domain.js";
import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type { TopicArgs } from "@pulumi/aws/sns/topic.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { TransparentDataEncryptionArgs } from "@pulumi/azure-native/sql/transparentDataEncryption.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, fail, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const on = (read: Read<boolean>, absent: string | undefined): Verdict =>
  decide(read, { known: (value) => (value ? undefined : "is false"), absent });
const DEFAULT_OFF = "is not set; default is false";

/** A default that depends on another property: on only where `exception` holds. */
function onUnless(read: Read<boolean>, exception: ReturnType<typeof holds>): Verdict {
  if (read.state !== "absent") return on(read, undefined);
  if (typeof exception !== "boolean") return undetermined(exception);
  return exception ? on(read, undefined) : fail(read.path, DEFAULT_OFF);
}

export const encryptionAtRest: Rule = {
  id: "encryption-at-rest",
  packs: ["gdpr"],
  title: "Data is encrypted at rest",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "Without encryption whoever gets a disk, a snapshot or a backup reads the data.",
  equivalents: ["CKV_AWS_3", "CKV_AWS_16", "CKV_AWS_42", "CKV_AWS_96", "CKV_AWS_43", "CKV2_AZURE_25", "AWS-0080"],
  fixText: ({ path }) => {
    if (path === "encryptionType") return "Set `encryptionType: KMS` and a `kmsKeyId`.";
    if (path === "kmsMasterKeyId") return "Set `kmsMasterKeyId`, at the least to `alias/aws/sns`.";
    if (path === "state") return "Set `state: Enabled`.";
    return `Set \`${path}: true\`.`;
  },
  checks: {
    "aws:sqs/queue:Queue": (queue: Resource<QueueArgs>) => {
      const refused = holds(queue.flag("sqsManagedSseEnabled"), (value) => !value);
      const keyed = holds(queue.text("kmsMasterKeyId"), (key) => key !== "");
      return faultIf(allOf([refused, not(keyed)]), "sqsManagedSseEnabled", "is false, and no key is given");
    },
    "aws:sns/topic:Topic": (topic: Resource<TopicArgs>) =>
      decide(topic.text("kmsMasterKeyId"), {
        known: (key) => (key === "" ? "is empty" : undefined),
        absent: "is not set; default is no encryption",
      }),
    "aws:kinesis/stream:Stream": (stream: Resource<StreamArgs>) =>
      decide(stream.text("encryptionType"), {
        known: (type) => (type.toUpperCase() === "KMS" ? undefined : `is ${type}`),
        absent: "is not set; default is NONE",
      }),
    ...each(["aws:ebs/volume:Volume", "aws:efs/fileSystem:FileSystem"], (disk: Resource) =>
      on(disk.flag("encrypted"), DEFAULT_OFF),
    ),
    "aws:ebs/encryptionByDefault:EncryptionByDefault": (account: Resource<EncryptionByDefaultArgs>) =>
      on(account.flag("enabled"), undefined),
    "aws:redshift/cluster:Cluster": (cluster: Resource) => on(cluster.flag("encrypted"), undefined),
    "aws:rds/instance:Instance": (instance: Resource) => on(instance.flag("storageEncrypted"), DEFAULT_OFF),
    "aws:rds/cluster:Cluster": (cluster: Resource<ClusterArgs>) => {
      // the first serverless Aurora is always encrypted, whatever it was told
      const always = holds(cluster.text("engineMode"), (mode) => mode === "serverless");
      const verdict = always === true ? PASS : on(cluster.flag("storageEncrypted"), DEFAULT_OFF);
      return typeof always !== "boolean" && verdict.word === "fail" ? undetermined(always) : verdict;
    },
    "aws:elasticache/replicationGroup:ReplicationGroup": (group: Resource<ReplicationGroupArgs>) =>
      onUnless(
        group.flag("atRestEncryptionEnabled"),
        holds(group.text("engine"), (engine) => engine === "valkey"),
      ),
    "aws:opensearch/domain:Domain": (domain: Resource<DomainArgs>) =>
      on(domain.flag("encryptAtRest.enabled"), DEFAULT_OFF),
    "azure-native:sql:TransparentDataEncryption": (encryption: Resource<TransparentDataEncryptionArgs>) =>
      decide(encryption.text("state"), {
        known: (state) => (state.toLowerCase() === "enabled" ? undefined : `is ${state}`),
        absent: "is not set",
      }),
  },
};
