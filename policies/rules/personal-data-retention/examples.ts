import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";
const queue = "aws:sqs/queue:Queue";
const stream = "aws:kinesis/stream:Stream";
const table = "aws:dynamodb/table:Table";
const topic = "gcp:pubsub/topic:Topic";

const tags = { class: "personal", "retention-days": "30" };
const s3Rules = (...rules: object[]): readonly Sample[] => [
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    name: "rules",
    props: { bucket: UNKNOWN, rules },
    edges: { bucket: "it" },
  },
];
const expire = { status: "Enabled", filter: { prefix: "" }, expiration: { days: 30 } };
const gcsRule = (condition: object) => ({ labels: tags, lifecycleRules: [{ action: { type: "Delete" }, condition }] });
const azureRules = (days: unknown): readonly Sample[] => [
  {
    type: "azure-native:storage:ManagementPolicy",
    name: "policy",
    props: {
      accountName: "uploads",
      policy: {
        rules: [
          {
            name: "end",
            definition: { actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: days } } } },
          },
        ],
      },
    },
  },
];
const uploads = (props: object): Example["props"] => ({ accountName: "uploads", tags, ...props });

export const examples: Examples = {
  pass: [
    { type: s3, props: { tags }, beside: s3Rules(expire) },
    { type: s3, props: { tags: { class: "special" } }, beside: s3Rules({ ...expire, expiration: { days: 9999 } }) },
    { type: gcs, props: gcsRule({ age: 30 }) },
    { type: account, props: uploads({}), beside: azureRules(30) },
    { type: queue, props: { tags } },
    { type: stream, props: { tags, retentionPeriod: 720 } },
    { type: table, props: { tags, ttl: { enabled: true } } },
    { type: topic, props: { labels: tags } },
  ],
  fail: [
    { type: s3, props: { tags } },
    // no end at all, whatever the longest may be
    { type: s3, props: { tags: { class: "personal" } } },
    { type: s3, props: { tags: { class: "personal", "retention-days": UNKNOWN } } },
    { type: table, props: { tags, ttl: { enabled: false } } },
    { type: s3, props: { tags }, beside: s3Rules({ ...expire, status: "Disabled" }) },
    { type: s3, props: { tags }, beside: s3Rules({ ...expire, filter: { prefix: "tmp/" } }) },
    { type: s3, props: { tags }, beside: s3Rules({ ...expire, expiration: { days: 31 } }) },
    { type: gcs, props: gcsRule({ age: 30, withState: "ARCHIVED" }) },
    { type: account, props: uploads({}), beside: azureRules(365) },
    { type: queue, props: { tags: { ...tags, "retention-days": "3" } } },
    { type: stream, props: { tags: { class: "personal" }, retentionPeriod: 168 }, config: { maxRetentionDays: 1 } },
    { type: table, props: { tags } },
    { type: topic, props: { labels: tags, messageRetentionDuration: "2678400s" } },
  ],
  undetermined: [
    { type: s3, props: { tags: { class: UNKNOWN } } },
    { type: s3, props: { tags }, beside: s3Rules({ ...expire, expiration: UNKNOWN }) },
    { type: gcs, props: { labels: tags, lifecycleRules: UNKNOWN } },
    { type: account, props: uploads({ accountName: UNKNOWN }), beside: azureRules(30) },
    { type: queue, props: { tags, messageRetentionSeconds: UNKNOWN } },
    ...["a while", "30 days", "P30"].map((days) => ({
      type: stream,
      props: { tags: { class: "personal", "retention-days": days } },
    })),
    { type: table, props: { tags, ttl: UNKNOWN } },
    { type: topic, props: { labels: tags, messageRetentionDuration: UNKNOWN } },
  ],
  notApplicable: [
    { type: s3, props: { tags: { class: "internal" } } },
    { type: queue, props: {} },
  ],
};
