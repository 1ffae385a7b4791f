import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";
import { KEYS } from "../../models/store-key.ts";

const key = "aws:kms/key:Key";
const cryptoKey = "gcp:kms/cryptoKey:CryptoKey";
const table = "aws:dynamodb/table:Table";
const bucket = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";

const nested = (path: string, value: unknown): Record<string, unknown> =>
  path.split(".").reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Record<string, unknown>;
const tagged = (type: string, kind: unknown): object => {
  const tags = kind === undefined ? {} : { class: kind };
  if (type === "gcp:sql/databaseInstance:DatabaseInstance") return { settings: { userLabels: tags } };
  return type.startsWith("gcp:") ? { labels: tags } : { tags };
};
/** A store of a class, under a key. */
const store = (type: string, kind: unknown, value: unknown, more: Partial<Sample> = {}): Sample => ({
  type,
  name: "a",
  props: { ...nested(KEYS[type] ?? "", value), ...tagged(type, kind) },
  ...more,
});
const under = (type: string, name = "it"): Partial<Sample> => ({
  edges: { [(KEYS[type] ?? "").split(".")[0] ?? ""]: name },
});
const tied = (type: string, kind: unknown, name: string): Sample => ({
  ...store(type, kind, UNKNOWN, under(type)),
  name,
});
const sse = (name: string, kmsMasterKeyId: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  name: `${name}-sse`,
  props: { bucket: name, rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId } }] },
  ...more,
});
const bucketOf = (kind: unknown, name = "b"): Sample => ({
  type: bucket,
  name,
  props: { bucket: name, tags: { class: kind } },
});
const aws = (beside: readonly Sample[], more: Partial<Example> = {}): Example => ({
  type: key,
  props: {},
  beside,
  ...more,
});
const gcp = (beside: readonly Sample[], props: object = {}): Example => ({
  type: cryptoKey,
  props: { name: "orders", keyRing: "projects/shop/locations/europe-west3/keyRings/main", ...props },
  beside,
});
const named = (name: string) => `projects/shop/locations/europe-west3/keyRings/main/cryptoKeys/${name}`;
const alias: Sample = {
  type: "aws:kms/alias:Alias",
  name: "alias",
  props: { name: "alias/orders" },
  edges: { targetKeyId: "it" },
};
const arn = "arn:aws:kms:eu-central-1:222222222222:key/shared";
const types = Object.keys(KEYS);
const pair = (type: string, mine: unknown, value: unknown = arn): Example => ({
  ...store(type, mine, value),
  name: "it",
  // the last of those that share a key is told
  beside: [store(type, "internal", arn)],
});
const inBucket = (kmsMasterKeyId: unknown, kind: unknown = "personal"): Example => ({
  ...bucketOf(kind),
  name: "it",
  beside: [sse("b", kmsMasterKeyId), store(table, "internal", arn)],
});
const config = { tenantTag: "tenant" };
const ofTenant = (name: string): Sample => ({
  ...tied(table, "personal", name),
  props: { serverSideEncryption: { kmsKeyArn: UNKNOWN }, tags: { class: "personal", tenant: name } },
});

export const examples: Examples = {
  pass: [
    aws([tied(table, "personal", "a"), tied(table, "personal", "b")]),
    aws([tied(table, "personal", "a"), { ...store(table, "internal", arn), name: "b" }]),
    aws([tied(table, "personal", "a"), tied(table, undefined, "b")]),
    aws([ofTenant("a"), ofTenant("b")]),
    aws([tied(table, undefined, "a"), tied(table, UNKNOWN, "b")]),
    // a key of another cloud
    aws([tied(table, "personal", "a"), { ...store(gcs, "internal", UNKNOWN), name: "b" }]),
    // an alias of another name, or of another key
    aws([tied(table, "personal", "a"), { ...store(table, "internal", "alias/bills"), name: "b" }, alias]),
    aws([
      tied(table, "personal", "a"),
      { ...store(table, "internal", "alias/bills"), name: "b" },
      { ...alias, props: { name: UNKNOWN }, edges: { targetKeyId: `${key}::bills` } },
    ]),
    aws([
      tied(table, "personal", "a"),
      { ...store(table, "internal", "alias/bills"), name: "b" },
      { ...alias, props: { name: UNKNOWN, targetKeyId: "bills" }, edges: {} },
    ]),
    aws([
      tied(table, "personal", "a"),
      { ...store(table, "internal", arn), name: "b" },
      { ...alias, props: { name: UNKNOWN } },
    ]),
    // the first of those that share a key is left alone
    { ...store(table, "personal", arn), name: "a", beside: [{ ...store(table, "internal", arn), name: "b" }] },
    aws([tied(table, "personal", "a")], { props: { tags: { class: "personal" } } }),
    aws([bucketOf("personal"), sse("b", UNKNOWN, { edges: { rules: "it" } }), tied(table, "personal", "a")]),
    gcp([tied(gcs, "personal", "a"), tied(gcs, "personal", "b")]),
    gcp([store(gcs, "personal", named("orders")), { ...store(gcs, "internal", named("bills")), name: "b" }]),
    ...types.map((type) => pair(type, "internal")),
    pair(table, "personal", `${arn}-other`),
    inBucket(arn, "internal"),
  ],
  fail: [
    aws([tied(table, "personal", "a"), tied(table, "internal", "b")]),
    aws([tied(table, "personal", "a"), tied("aws:sqs/queue:Queue", "special", "b")]),
    aws([bucketOf("internal"), sse("b", UNKNOWN, { edges: { rules: "it" } }), tied(table, "personal", "a")]),
    aws([tied(table, "personal", "a")], { props: { tags: { class: "internal" } } }),
    aws([tied(table, "personal", "a"), { ...store(table, "internal", "alias/orders"), name: "b" }, alias]),
    aws([ofTenant("a"), ofTenant("b")], { config }),
    gcp([tied(gcs, "personal", "a"), tied("gcp:bigquery/dataset:Dataset", "internal", "b")]),
    gcp([store(gcs, "personal", named("orders")), { ...store(gcs, "internal", named("orders")), name: "b" }]),
    gcp([tied(gcs, "personal", "a")], { labels: { class: "internal" } }),
    ...types.map((type) => pair(type, "personal")),
    inBucket(arn),
    {
      type: bucket,
      props: {
        tags: { class: "personal" },
        serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { kmsMasterKeyId: arn } } },
      },
      beside: [store(table, "internal", arn)],
    },
  ],
  undetermined: [
    aws([tied(table, "personal", "a"), tied(table, UNKNOWN, "b")]),
    aws([tied(table, "personal", "a"), { ...store(table, "internal", UNKNOWN), name: "b" }]),
    gcp([tied(gcs, "personal", "a"), { ...store(gcs, "internal", UNKNOWN), name: "b" }]),
    aws([
      tied(table, "personal", "a"),
      { ...store(table, "internal", "alias/bills"), name: "b" },
      { ...alias, props: { name: UNKNOWN } },
    ]),
    ...types.map((type) => pair(type, "personal", UNKNOWN)),
    pair(table, UNKNOWN),
    inBucket(UNKNOWN),
  ],
  notApplicable: [
    aws([]),
    aws([store(table, "personal", arn), { ...store(table, "internal", arn), name: "b" }]),
    gcp([]),
    pair(table, "personal", "alias/aws/dynamodb"),
    {
      ...tied(table, "personal", "b"),
      name: "it",
      edges: { serverSideEncryption: `${key}::one` },
      beside: [{ type: key, name: "one", props: {} }],
    },
  ],
};
