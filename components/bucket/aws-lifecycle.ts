import type { BucketSpec } from "./args.ts";

const ABORT_UPLOAD_DAYS = 7;
const ALL_OBJECTS = { prefix: "" };

/** The rules of an S3 bucket: what is left of broken uploads, cheaper storage, and the end. */
export function lifecycleRules({ liveDays, oldVersionDays, coldAfterDays }: BucketSpec) {
  return [
    {
      id: "abort-uploads",
      status: "Enabled",
      filter: ALL_OBJECTS,
      abortIncompleteMultipartUpload: { daysAfterInitiation: ABORT_UPLOAD_DAYS },
    },
    {
      id: "expire",
      status: "Enabled",
      filter: ALL_OBJECTS,
      ...(liveDays !== undefined && { expiration: { days: liveDays } }),
      noncurrentVersionExpiration: { noncurrentDays: Math.max(1, oldVersionDays) },
      ...(coldAfterDays !== undefined && { transitions: [{ days: coldAfterDays, storageClass: "STANDARD_IA" }] }),
    },
  ];
}
