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
import { listed } from "../core/expected.ts";
import type { Graph, Join } from "../core/graph.ts";
import type { Path, Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { holds, type Truth } from "../core/truth.ts";
import { decide, type Verdict } from "../core/verdict.ts";
import type { Pointer } from "./reference.ts";

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

/** The encryption of a bucket, which is a resource of its own. */
export const SSE: Join = {
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  key: "bucket",
  name: "bucket",
};
const SSE_BUCKET = "aws:s3/bucket:Bucket";
const S3_KEY = "applyServerSideEncryptionByDefault.kmsMasterKeyId";
/** Another name for a key of AWS. */
export const ALIAS = "aws:kms/alias:Alias";
/** Types that name a key. */
export const STORES: readonly string[] = [SSE_BUCKET, ...Object.keys(KEYS)];
/** Types that are keys. */
const KEY_TYPES = new Set(["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "gcp:kms/cryptoKey:CryptoKey"]);

/** Where a store says which key it uses; what it does not say is the cloud's own. */
export function keysOf(store: Resource, graph: Graph): readonly Pointer[] {
  const path = KEYS[store.type];
  const own = path === undefined ? [] : [pointer(store, path)];
  const pointers = store.type === SSE_BUCKET ? bucketKeys(store, graph) : own;
  return pointers.filter(({ value }) => value.state !== "absent");
}

function bucketKeys(bucket: Resource, graph: Graph): readonly Pointer[] {
  const { sure, maybe } = graph.attached(bucket, SSE);
  const open = maybe.map((from): Pointer => {
    return { from, key: "", value: { state: "unknown", path: `${from.name}.bucket` } };
  });
  const separate = sure.flatMap((config) => inRules(config, "rules"));
  return [...inRules(bucket, "serverSideEncryptionConfiguration.rule"), ...separate, ...open];
}

const inRules = (from: Resource, path: string): readonly Pointer[] =>
  listed(from, path, S3_KEY).map((value) => pointer(from, path, value));

const pointer = (from: Resource, path: string, value = from.text(path)): Pointer => ({
  from,
  key: path.split(".")[0] ?? path,
  value,
});

/** What a property says of a key, and the keys of this stack that it is. */
export interface NamedKey {
  readonly pointer: Pointer;
  readonly urns: readonly string[];
}

/** Finds the keys of this stack from which a property was computed, by themselves or by an alias. */
export const keyNamed = (pointer: Pointer, graph: Graph): NamedKey => ({ pointer, urns: keyUrnsOf(pointer, graph) });

function keyUrnsOf({ from, key, value }: Pointer, graph: Graph): readonly string[] {
  const urns = from.edges[key] ?? [];
  const aliases = graph.ofType(ALIAS).filter((alias) => {
    const name = alias.text("name");
    const named = name.state === "known" && value.state === "known" && value.value.endsWith(name.value);
    return named || urns.includes(alias.urn);
  });
  const meant = aliases.flatMap((alias) => alias.edges["targetKeyId"] ?? []);
  return [...urns.filter((urn) => KEY_TYPES.has(graph.get(urn)?.type ?? "")), ...meant];
}

/** A store under a key that somebody chose, and the keys of this stack that it is. */
export interface KeyUse extends NamedKey {
  readonly store: Resource;
}
// asked for each store and key of a stack, and the same for all of them
const known = new WeakMap<Graph, readonly KeyUse[]>();

/** Every store that names a key of one's own. */
export function keyUses(graph: Graph): readonly KeyUse[] {
  const found =
    known.get(graph) ?? STORES.flatMap((type) => graph.ofType(type).flatMap((store) => usesOf(store, graph)));
  known.set(graph, found);
  return found;
}

function usesOf(store: Resource, graph: Graph): readonly KeyUse[] {
  const chosen = keysOf(store, graph).filter(({ value }) => ownKey(value).word !== "fail");
  return chosen.map((pointer) => ({ store, ...keyNamed(pointer, graph) }));
}

/** Whether two properties mean one key. */
export function isSameKey({ pointer: one, urns: mine }: NamedKey, { pointer: other, urns: theirs }: NamedKey): Truth {
  if (mine.length > 0 && theirs.length > 0) return mine.some((urn) => theirs.includes(urn));
  const [first, second] = [one.value, other.value];
  // nobody can have written down a key that is not there yet
  if (mine.length > 0 && first.state === "unknown" && second.state === "known") return false;
  if (theirs.length > 0 && second.state === "unknown" && first.state === "known") return false;
  if (second.state === "unknown") return second;
  return holds(first, (name) => second.state === "known" && second.value === name);
}
