import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";
const logBucket = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const account = "azure-native:storage:StorageAccount";

const purpose = { purpose: "audit-log" };
const lock = (mode: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  name: "lock",
  props: { bucket: "trail", rule: { defaultRetention: { mode, days: 365 } } },
  ...more,
});
const trail = (s3BucketName: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "aws:cloudtrail/trail:Trail",
  name: "trail",
  props: { s3BucketName },
  ...more,
});
const bucket = (beside: readonly Sample[], props: object = { tags: purpose }): Example => ({
  type: s3,
  props: { bucket: "trail", ...props },
  beside,
});
const inline = (mode: unknown) => ({ objectLockConfiguration: { rule: { defaultRetention: { mode, days: 365 } } } });
const sink = (destination: unknown, more: object = {}, kind = "project:Project"): Sample => {
  const [file, name] = kind.split(":");
  return { type: `gcp:logging/${file}Sink:${name}Sink`, name: "sink", props: { destination, ...more } };
};
const gcsOf = (retentionPolicy: unknown, labels: object = purpose, beside: readonly Sample[] = []): Example => ({
  type: gcs,
  props: { name: "trail", labels, ...(retentionPolicy !== undefined && { retentionPolicy }) },
  beside,
});
const period = (isLocked?: unknown) => ({ retentionPeriod: "31536000", isLocked });
const audits = { filter: 'logName:"cloudaudit.googleapis.com"' };
const toLogs = (id: string) => `logging.googleapis.com/projects/shop/locations/europe-west3/buckets/${id}`;
const logs = (props: object, beside: readonly Sample[] = [sink(toLogs("audit"), audits)]): Example => ({
  type: logBucket,
  props: { bucketId: "audit", location: "europe-west3", project: "shop", ...props },
  beside,
});
const policy = (days: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "azure-native:storage:BlobContainerImmutabilityPolicy",
  name: "policy",
  props: { accountName: "trail", containerName: "logs", immutabilityPeriodSinceCreationInDays: days },
  ...more,
});
const id = (name: string) => `/subscriptions/1/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/${name}`;
const setting = (storageAccountId: unknown): Sample => ({
  type: "azure-native:monitor:DiagnosticSetting",
  name: "setting",
  props: { storageAccountId },
});
const azure = (beside: readonly Sample[], props: object = { tags: purpose }, type = account): Example => ({
  type,
  props: { accountName: "trail", ...props },
  beside,
});
const state = (word: unknown) => ({
  tags: purpose,
  immutableStorageWithVersioning: { enabled: true, immutabilityPolicy: { state: word } },
});
const both = { class: "personal", ...purpose };

export const examples: Examples = {
  pass: [
    bucket([lock("COMPLIANCE")]),
    bucket([
      lock("compliance", {
        props: { bucket: UNKNOWN, rule: lock("COMPLIANCE").props["rule"] },
        edges: { bucket: "it" },
      }),
    ]),
    bucket([], { tags: purpose, ...inline("COMPLIANCE") }),
    bucket([lock("COMPLIANCE"), trail("trail")], {}),
    // what can be bypassed leaves personal data erasable
    bucket([lock("GOVERNANCE")], { tags: both }),
    gcsOf(period(true)),
    gcsOf(period("true"), {}, [sink("storage.googleapis.com/trail")]),
    gcsOf(period(false), both),
    logs({ locked: true }),
    logs({ locked: "true" }),
    azure([policy(365)]),
    azure([policy("365", { edges: { accountName: "it" } })]),
    azure([], state("Locked")),
    azure([policy(365), setting(id("trail"))], {}),
    azure([policy(365)], { tags: purpose }, "azure-native:storage/v20230101:StorageAccount"),
  ],
  fail: [
    bucket([]),
    bucket([], { tags: purpose, objectLockEnabled: true }),
    bucket([lock("GOVERNANCE")]),
    bucket([], { tags: purpose, ...inline("governance") }),
    bucket([lock("COMPLIANCE", { props: { bucket: "other", rule: lock("COMPLIANCE").props["rule"] } })]),
    bucket([{ ...lock("COMPLIANCE"), props: { bucket: "trail" } }]),
    bucket([trail("trail")], {}),
    bucket([trail(UNKNOWN, { edges: { s3BucketName: "it" } })], { tags: { purpose: "logs" } }),
    bucket([{ type: "aws:cfg/deliveryChannel:DeliveryChannel", name: "config", props: { s3BucketName: "trail" } }], {}),
    bucket([], { tags: both }),
    {
      ...bucket([], { tags: { reason: "audit-log" }, ...inline("GOVERNANCE") }),
      config: { tagNames: { purpose: "reason" } },
    },
    gcsOf(undefined),
    gcsOf(period(false)),
    gcsOf(period()),
    gcsOf(undefined, {}, [sink("storage.googleapis.com/trail")]),
    gcsOf(undefined, {}, [sink("storage.googleapis.com/trail", {}, "organization:Organization")]),
    logs({}),
    logs({ locked: false }),
    logs({}, [sink(toLogs("audit"), audits, "folder:Folder")]),
    azure([]),
    azure([policy(365, { props: { accountName: "other", immutabilityPeriodSinceCreationInDays: 365 } })]),
    azure([policy(0)]),
    azure([], state("Unlocked")),
    azure([], state("Disabled")),
    azure([setting(id("trail"))], {}),
    azure([], { tags: purpose }, "azure-native:storage/v20230101:StorageAccount"),
  ],
  undetermined: [
    bucket([lock(UNKNOWN)]),
    bucket([lock("COMPLIANCE", { props: { bucket: UNKNOWN, rule: lock("COMPLIANCE").props["rule"] } })]),
    bucket([], { tags: { purpose: UNKNOWN } }),
    bucket([], { tags: UNKNOWN }),
    bucket([trail(UNKNOWN)], {}),
    bucket([lock("GOVERNANCE")], { tags: { ...purpose, class: UNKNOWN } }),
    gcsOf(UNKNOWN),
    gcsOf(period(UNKNOWN)),
    gcsOf(undefined, {}, [sink(UNKNOWN)]),
    logs({ locked: UNKNOWN }),
    logs({}, [sink(toLogs("audit"), { filter: UNKNOWN })]),
    azure([policy(UNKNOWN)]),
    azure([], state(UNKNOWN)),
    azure([policy(365, { props: { accountName: UNKNOWN, immutabilityPeriodSinceCreationInDays: 365 } })]),
  ],
  notApplicable: [
    { ...bucket([]), config: { environment: "dev" } },
    { ...logs({}), config: { environment: "staging" } },
    bucket([], { tags: { purpose: "order-fulfilment" } }),
    bucket([trail("other")], {}),
    // people must be able to have it erased, whatever is written beside it
    bucket([trail("trail")], { tags: { class: "personal" } }),
    gcsOf(undefined, {}, [sink("storage.googleapis.com/trail", { disabled: true })]),
    gcsOf(undefined, {}, [sink("bigquery.googleapis.com/projects/shop/datasets/trail2")]),
    gcsOf(undefined, {}, [{ ...sink(UNKNOWN), edges: { destination: `${logBucket}::all` } }]),
    logs({}, [sink(toLogs("audit"))]),
    logs({}, [sink(toLogs("other"), audits)]),
    logs({ bucketId: "_Required" }, [sink(toLogs("_Required"), audits)]),
    azure([setting(id("other"))], {}),
  ],
};
