import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";

const tags = { criticality: "high" };
const versioning = (status: unknown, more: Partial<Sample> = { edges: { bucket: "it" } }): Sample => ({
  type: "aws:s3/bucketVersioningV2:BucketVersioningV2",
  name: "versioning",
  props: { bucket: UNKNOWN, versioningConfiguration: { status } },
  ...more,
});
const bucket = (beside: readonly Sample[] = [], props: object = {}): Example => ({
  type: s3,
  props: { bucket: "orders", tags, ...props },
  beside,
});
const google = (props: object, labels: object = tags): Example => ({ type: gcs, props: { labels, ...props } });
const azure = (isVersioningEnabled?: unknown, name: unknown = "orders"): Example => ({
  type: account,
  props: { accountName: "orders", tags },
  beside: [
    {
      type: "azure-native:storage:BlobServiceProperties",
      name: "blobs",
      props: { accountName: name, ...(isVersioningEnabled !== undefined && { isVersioningEnabled }) },
    },
  ],
});

export const examples: Examples = {
  pass: [
    bucket([versioning("Enabled")]),
    bucket([versioning("enabled")], { tags: { criticality: "critical" } }),
    bucket([], { versioning: { enabled: true } }),
    google({ versioning: { enabled: true } }),
    google({ versioning: { enabled: "true" } }),
    azure(true),
  ],
  fail: [
    bucket(),
    bucket([versioning("Suspended")]),
    bucket([versioning("Disabled")]),
    bucket([versioning("Enabled", { props: { bucket: "bills", versioningConfiguration: { status: "Enabled" } } })]),
    bucket([], { versioning: { enabled: false } }),
    { ...bucket([], { tags: { tier: "high" } }), config: { tagNames: { criticality: "tier" } } },
    google({}),
    google({ versioning: { enabled: false } }),
    azure(),
    azure(false),
    azure(true, "bills"),
  ],
  undetermined: [
    bucket([versioning(UNKNOWN)]),
    bucket([versioning("Enabled", {})]),
    bucket([], { tags: { criticality: UNKNOWN } }),
    google({ versioning: UNKNOWN }),
    azure(UNKNOWN),
    azure(true, UNKNOWN),
  ],
  notApplicable: [
    bucket([], { tags: {} }),
    bucket([], { tags: { criticality: "standard" } }),
    google({}, { criticality: "low" }),
  ],
};
