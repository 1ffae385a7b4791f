import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";
const dataset = "gcp:bigquery/dataset:Dataset";
const account = "azure-native:storage:StorageAccount";

const tags = { class: "personal" };
const part = (kind: string, props: object, more: Partial<Sample> = {}): Sample => ({
  type: `aws:s3/bucket${kind}:Bucket${kind}`,
  name: kind,
  props: { bucket: UNKNOWN, ...props },
  edges: { bucket: "it" },
  ...more,
});
const versioning = (status: unknown) => part("Versioning", { versioningConfiguration: { status } });
const rules = (...list: readonly object[]) => part("LifecycleConfiguration", { rules: list });
const lock = (mode: unknown, days: unknown = 365) =>
  part("ObjectLockConfiguration", { rule: { defaultRetention: { mode, days } } });
const expire = { status: "Enabled", filter: {}, noncurrentVersionExpiration: { noncurrentDays: 30 } };
const bucket = (beside: readonly Sample[], props: object = {}): Example => ({
  type: s3,
  props: { bucket: "people", tags, ...props },
  beside,
});
const gcsOf = (props: object, labels: object = tags): Example => ({ type: gcs, props: { labels, ...props } });
const old = (condition: object) => ({
  versioning: { enabled: true },
  lifecycleRules: [{ action: { type: "Delete" }, condition }],
});
const blobs = (props: object, name: unknown = "people"): Sample => ({
  type: "azure-native:storage:BlobServiceProperties",
  name: "blobs",
  props: { accountName: name, ...props },
});
const policy = (version: object | undefined, enabled = true): Sample => ({
  type: "azure-native:storage:ManagementPolicy",
  name: "policy",
  props: { accountName: "people", policy: { rules: [{ enabled, definition: { actions: { ...version } } }] } },
});
const end = { version: { delete: { daysAfterCreationGreaterThan: 30 } } };
const azure = (beside: readonly Sample[], kind: unknown = "personal"): Example => ({
  type: account,
  props: { accountName: "people", tags: { class: kind } },
  beside,
});

export const examples: Examples = {
  pass: [
    bucket([]),
    bucket([versioning("Enabled"), rules(expire)]),
    bucket([versioning("Disabled")]),
    bucket([versioning("Suspended")]),
    bucket([], {
      versioning: { enabled: true },
      lifecycleRules: [{ enabled: true, noncurrentVersionExpiration: { days: 30 } }],
    }),
    bucket([lock("GOVERNANCE")]),
    // what has to be proven may be locked
    bucket([lock("COMPLIANCE")], { tags: { class: "personal", purpose: "audit-log" } }),
    bucket([
      {
        ...versioning("Enabled"),
        props: { bucket: "orders", versioningConfiguration: { status: "Enabled" } },
        edges: {},
      },
    ]),
    gcsOf({}),
    gcsOf(old({ daysSinceNoncurrentTime: 30 })),
    gcsOf(old({ numNewerVersions: 3, withState: "ARCHIVED" })),
    gcsOf({ versioning: { enabled: false }, softDeletePolicy: { retentionDurationSeconds: 604_800 } }),
    gcsOf({ softDeletePolicy: { retentionDurationSeconds: 0 } }),
    gcsOf({ retentionPolicy: { isLocked: false, retentionPeriod: "31536000" } }),
    gcsOf({ retentionPolicy: { isLocked: true } }, { class: "special", purpose: "audit-log" }),
    { type: dataset, props: { labels: tags } },
    { type: dataset, props: { labels: tags, maxTimeTravelHours: "48" }, config: { maxErasureDays: 3 } },
    azure([]),
    azure([blobs({ isVersioningEnabled: true }), policy(end)]),
    azure([blobs({ isVersioningEnabled: false, deleteRetentionPolicy: { enabled: true, days: 14 } })]),
    azure([blobs({ isVersioningEnabled: true }, "orders")]),
    azure([blobs({ deleteRetentionPolicy: { enabled: false, days: 365 } })]),
  ],
  fail: [
    bucket([versioning("Enabled")]),
    bucket([versioning("Enabled"), rules({ ...expire, status: "Disabled" })]),
    bucket([versioning("Enabled"), rules({ ...expire, filter: { prefix: "tmp/" } })]),
    bucket([versioning("Enabled"), rules({ status: "Enabled", expiration: { days: 30 } })]),
    bucket([], { versioning: { enabled: "true" } }),
    bucket([lock("COMPLIANCE")]),
    bucket([lock("compliance", 7), versioning("Enabled"), rules(expire)]),
    bucket([], { objectLockConfiguration: { rule: { defaultRetention: { mode: "COMPLIANCE", years: 1 } } } }),
    bucket([lock("COMPLIANCE")], { tags: { class: "special", purpose: "order-fulfilment" } }),
    gcsOf({ versioning: { enabled: true } }),
    gcsOf(old({ age: 30, withState: "LIVE", matchesPrefixes: ["tmp/"] })),
    gcsOf({ softDeletePolicy: { retentionDurationSeconds: 7_776_000 } }),
    gcsOf({ softDeletePolicy: { retentionDurationSeconds: "2592001" } }),
    gcsOf({ retentionPolicy: { isLocked: true, retentionPeriod: "31536000" } }),
    { type: dataset, props: { labels: tags, maxTimeTravelHours: "168" }, config: { maxErasureDays: 3 } },
    { type: dataset, props: { labels: tags }, config: { maxErasureDays: 3 } },
    azure([blobs({ isVersioningEnabled: true })]),
    azure([blobs({ isVersioningEnabled: true }), policy(end, false)]),
    azure([blobs({ isVersioningEnabled: true }), policy({ snapshot: end.version })]),
    azure([blobs({ deleteRetentionPolicy: { enabled: true, days: 365 } })]),
    { ...azure([blobs({ isVersioningEnabled: true })], "health"), config: { personalClasses: ["health"] } },
  ],
  undetermined: [
    bucket([versioning(UNKNOWN)]),
    bucket([versioning("Enabled"), rules({ ...expire, noncurrentVersionExpiration: UNKNOWN })]),
    bucket([{ ...versioning("Enabled"), edges: {} }]),
    bucket([lock(UNKNOWN)]),
    bucket([versioning("Enabled")], { tags: { class: UNKNOWN } }),
    gcsOf({ versioning: UNKNOWN }),
    gcsOf({ softDeletePolicy: UNKNOWN }),
    gcsOf({ retentionPolicy: UNKNOWN }),
    { type: dataset, props: { labels: tags, maxTimeTravelHours: UNKNOWN } },
    azure([blobs({ isVersioningEnabled: UNKNOWN })]),
    azure([blobs({ isVersioningEnabled: true }, UNKNOWN)]),
  ],
  notApplicable: [
    { type: s3, props: { bucket: "site" }, beside: [versioning("Enabled")] },
    bucket([lock("COMPLIANCE")], { tags: { class: "internal" } }),
    gcsOf({ versioning: { enabled: true } }, { class: "public" }),
  ],
};
