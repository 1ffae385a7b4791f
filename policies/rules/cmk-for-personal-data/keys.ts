import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { TableArgs } from "@pulumi/aws/dynamodb/table.js";
import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { SecretArgs } from "@pulumi/aws/secretsmanager/secret.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { RepositoryArgs } from "@pulumi/gcp/artifactregistry/repository.js";
import type { DatasetArgs } from "@pulumi/gcp/bigquery/dataset.js";
import type { TopicArgs } from "@pulumi/gcp/pubsub/topic.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import type { BucketArgs } from "@pulumi/gcp/storage/bucket.js";
import type { Path, Read } from "../../core/props.ts";
import { decide, type Verdict } from "../../core/verdict.ts";

const key = <Args>(path: Path<Args>): string => path;

/** Where each type names its key. */
export const KEYS: Readonly<Record<string, string>> = {
  "aws:dynamodb/table:Table": key<TableArgs>("serverSideEncryption.kmsKeyArn"),
  "aws:rds/cluster:Cluster": key<ClusterArgs>("kmsKeyId"),
  "aws:rds/instance:Instance": key<InstanceArgs>("kmsKeyId"),
  "aws:sqs/queue:Queue": key<QueueArgs>("kmsMasterKeyId"),
  "aws:cloudwatch/logGroup:LogGroup": key<LogGroupArgs>("kmsKeyId"),
  "aws:secretsmanager/secret:Secret": key<SecretArgs>("kmsKeyId"),
  "gcp:storage/bucket:Bucket": key<BucketArgs>("encryption.defaultKmsKeyName"),
  "gcp:bigquery/dataset:Dataset": key<DatasetArgs>("defaultEncryptionConfiguration.kmsKeyName"),
  "gcp:pubsub/topic:Topic": key<TopicArgs>("kmsKeyName"),
  "gcp:sql/databaseInstance:DatabaseInstance": key<DatabaseInstanceArgs>("encryptionKeyName"),
  "gcp:artifactregistry/repository:Repository": key<RepositoryArgs>("kmsKeyName"),
  "azure-native:cosmosdb:DatabaseAccount": key<DatabaseAccountArgs>("keyVaultKeyUri"),
};

/** A key of one's own: `alias/aws/…` are those that AWS keeps for everybody. */
export function ownKey(read: Read<string>): Verdict {
  return decide(read, {
    known: (key) => {
      if (key === "") return "is empty: the cloud's own key is used";
      return /(^|:)alias\/aws\//.test(key) ? "is a key that AWS manages" : undefined;
    },
    absent: "is not set; default is the cloud's own key",
  });
}
