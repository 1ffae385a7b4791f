import { Bucket as GcsBucket } from "@pulumi/gcp/storage/bucket.js";
import { BucketIAMMember } from "@pulumi/gcp/storage/bucketIAMMember.js";
import { interpolate } from "@pulumi/pulumi";
import { daysInSeconds } from "../core/duration.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { BucketRight, BucketSpec } from "./args.ts";
import type { BucketChildren } from "./native.ts";

const ABORT_UPLOAD_DAYS = 7;
const ROLES: { readonly [R in BucketRight]: string } = {
  read: "roles/storage.objectViewer",
  write: "roles/storage.objectCreator",
};

export function gcpBucket(scope: Scope<"gcp", BucketChildren["gcp"]>, spec: BucketSpec) {
  const { name, site, opts } = scope;
  const { lockDays, oldVersionDays, tags } = spec;
  const bucket = new GcsBucket(
    ...scope.child(
      "bucket",
      {
        name: physicalName(site, name, { max: 63, unique: true }),
        location: site.region,
        storageClass: "STANDARD",
        uniformBucketLevelAccess: true,
        publicAccessPrevention: "enforced",
        forceDestroy: false,
        // Cloud Storage refuses versions beside a retention policy, which makes them needless: nothing can be overwritten
        versioning: { enabled: oldVersionDays > 0 && lockDays === undefined },
        // versions do this already, and end when the retention ends
        softDeletePolicy: { retentionDurationSeconds: 0 },
        lifecycleRules: lifecycleRules(spec),
        ...(lockDays !== undefined && {
          retentionPolicy: { retentionPeriod: String(daysInSeconds(lockDays)), isLocked: false },
        }),
        labels: tags,
      },
      { lasting: true, invariants: ["uniformBucketLevelAccess", "publicAccessPrevention"] },
    ),
  );
  const grant: Granter<"gcp", BucketRight> = (right, { member }, grantName) => [
    new BucketIAMMember(grantName, { bucket: bucket.name, role: ROLES[right], member }, opts),
  ];
  return {
    outputs: { id: bucket.id, name: bucket.name, endpoint: interpolate`https://storage.googleapis.com/${bucket.name}` },
    nodes: { bucket },
    grant,
  };
}

function lifecycleRules({ liveDays, oldVersionDays, coldAfterDays }: BucketSpec) {
  return [
    { action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: ABORT_UPLOAD_DAYS } },
    ...(liveDays === undefined
      ? []
      : [{ action: { type: "Delete" }, condition: { age: liveDays, withState: "LIVE" } }]),
    {
      action: { type: "Delete" },
      condition: { daysSinceNoncurrentTime: Math.max(1, oldVersionDays), withState: "ARCHIVED" },
    },
    ...(coldAfterDays === undefined
      ? []
      : [{ action: { type: "SetStorageClass", storageClass: "NEARLINE" }, condition: { age: coldAfterDays } }]),
  ];
}
