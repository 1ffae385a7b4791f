import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucketV2:BucketV2";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";

const attached = (type: string, name: string, props: Sample["props"]): Sample => ({
  type,
  name,
  props: { bucket: "uploads", ...props },
});
const rules = (...list: object[]) =>
  attached("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "rules", { rules: list });
const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const tiering = attached(
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  "tiering",
  {},
);
const abort = { status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const cool = { status: "Enabled", transitions: [{ days: 30, storageClass: "STANDARD_IA" }] };
const policy = (baseBlob: unknown): readonly Sample[] => [
  {
    type: "azure-native:storage/v20230101:ManagementPolicy",
    name: "policy",
    props: { accountName: UNKNOWN, policy: { rules: [{ enabled: true, definition: { actions: { baseBlob } } }] } },
    edges: { accountName: "it" },
  },
];

export const examples: Examples = {
  pass: [
    // its bucket is in another stack
    { type: lifecycle, props: { bucket: "uploads", rules: [abort, cool] } },
    { type: s3, props: { bucket: "uploads" }, beside: [rules(abort, cool)] },
    { type: s3, props: { bucket: "uploads" }, beside: [rules(abort), tiering] },
    {
      type: "aws:s3/bucket:Bucket",
      props: {
        lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7, expiration: { days: 365 } }],
      },
    },
    { type: gcs, props: { autoclass: { enabled: true } } },
    { type: gcs, props: { lifecycleRules: [{ action: { type: "Delete" }, condition: { age: 30 } }] } },
    { type: account, props: {}, beside: policy({ tierToCool: { daysAfterModificationGreaterThan: 30 } }) },
  ],
  fail: [
    { type: lifecycle, props: { bucket: "uploads", rules: [cool] } },
    { type: lifecycle, props: { bucket: "uploads", rules: [{ ...abort, filter: { prefix: "logs/" } }] } },
    { type: lifecycle, props: { bucket: "uploads", rules: [{ ...abort, status: "Disabled" }] } },
    { type: s3, props: { bucket: "uploads" } },
    { type: s3, props: { bucket: "uploads" }, beside: [rules(abort)] },
    { type: s3, props: { bucket: "uploads" }, beside: [rules(cool)] },
    { type: s3, props: { bucket: "other" }, beside: [rules(abort, cool)] },
    {
      type: gcs,
      props: { lifecycleRules: [{ action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: 1 } }] },
    },
    { type: account, props: { kind: "StorageV2" }, beside: policy({}) },
  ],
  undetermined: [
    { type: lifecycle, props: { bucket: "uploads", rules: UNKNOWN } },
    { type: s3, props: { bucket: "uploads" }, beside: [rules({ ...cool, status: UNKNOWN }, abort)] },
    { type: gcs, props: { lifecycleRules: [UNKNOWN] } },
    { type: account, props: {}, beside: policy(UNKNOWN) },
  ],
  notApplicable: [
    {
      type: lifecycle,
      props: { bucket: "uploads", rules: [cool] },
      beside: [{ type: s3, name: "b", props: { bucket: "uploads" } }],
    },
    { type: account, props: { kind: "FileStorage" } },
  ],
};
