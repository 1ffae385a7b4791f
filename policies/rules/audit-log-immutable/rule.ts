import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { ProjectBucketConfigArgs } from "@pulumi/gcp/logging/projectBucketConfig.js";
import type { BucketArgs } from "@pulumi/gcp/storage/bucket.js";
import { isPersonal } from "../../core/classification.ts";
import { mustBe } from "../../core/expected.ts";
import type { Join } from "../../core/graph.ts";
import { unlessElsewhere } from "../../core/production.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule } from "../../core/rule.ts";
import { ENVIRONMENT, PERSONAL_CLASSES } from "../../core/settings.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, onlyIf, type Truth } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { isArchive } from "../../models/log-sink.ts";
import { ofStore } from "../../models/versioning.ts";

const LOG_BUCKET = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const ACCOUNT = "azure-native:storage:StorageAccount";
const LOCK: Join = {
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  key: "bucket",
  name: "bucket",
};
const IMMUTABILITY: Join = {
  type: "azure-native:storage:BlobContainerImmutabilityPolicy",
  key: "accountName",
  name: "accountName",
};
const MODE = "rule.defaultRetention.mode";

/** How far a store is from being changed: `kept` until somebody with the right to it says otherwise. */
interface Seal {
  readonly sealed: Truth;
  readonly kept: Truth;
  readonly path: string;
  readonly missing: string;
  readonly loose: string;
}

function s3(bucket: Resource, { graph }: GraphRun): Seal {
  const inMode = (mode: string): Truth => {
    const says = (lock: Resource, path: string) => holds(lock.text(path), (word) => word.toUpperCase() === mode);
    const inline = says(bucket, `objectLockConfiguration.${MODE}`);
    return anyOf([inline, ofStore(bucket, graph, LOCK, (lock) => says(lock, MODE))]);
  };
  return {
    sealed: inMode("COMPLIANCE"),
    kept: inMode("GOVERNANCE"),
    path: MODE,
    missing: "is not set: nothing that is written is locked",
    loose: "is GOVERNANCE: who may bypass it may delete the evidence",
  };
}

function gcs(bucket: Resource<BucketArgs>): Seal {
  return {
    sealed: holds(bucket.flag("retentionPolicy.isLocked"), (on) => on),
    kept: isSet(bucket.read("retentionPolicy.retentionPeriod")),
    path: "retentionPolicy.isLocked",
    missing: "is not set: nothing that is written is kept",
    loose: "is not true: who administers the bucket may lift the policy",
  };
}

/** Whether the policy of a container is locked is no input: it is done once the policy is there. */
function blobs(account: Resource<StorageAccountArgs>, { graph }: GraphRun): Seal {
  const state = account.text("immutableStorageWithVersioning.immutabilityPolicy.state");
  const container = ofStore(account as Resource, graph, IMMUTABILITY, (policy) =>
    holds(policy.number("immutabilityPeriodSinceCreationInDays"), (days) => days > 0),
  );
  return {
    sealed: anyOf([container, holds(state, (word) => /^locked$/i.test(word))]),
    kept: holds(state, (word) => /^unlocked$/i.test(word)),
    path: "immutabilityPeriodSinceCreationInDays",
    missing: "is not set for any container: blobs can be overwritten",
    loose: "is Unlocked: who administers the account may lift the policy",
  };
}

/** Personal data has to stay erasable, so that a lock which can be lifted is enough for it. */
function judgeSeal({ sealed, kept, path, missing, loose }: Seal, personal: Truth): Verdict {
  const none = faultIf(not(anyOf([sealed, kept])), path, missing);
  return none.word === "pass" ? faultIf(not(anyOf([sealed, personal])), path, loose, "low") : none;
}

const archive =
  (read: (store: Resource, run: GraphRun) => Seal): GraphCheck =>
  (store, run) => {
    const personal = isPersonal(store, run.config);
    const says = holds(effectiveTag(store, tagName(run.config, "purpose")), (purpose) => purpose === "audit-log");
    const evidence = anyOf([says, allOf([isArchive(store, run.graph), not(personal)])]);
    // what is tried out elsewhere must be possible to take down
    return unlessElsewhere(run, () =>
      onlyIf(evidence, "is no archive of audit logs", () => judgeSeal(read(store, run), personal)),
    );
  };

/** A bucket of everything holds debug logs, too, which must be erasable. */
const isAudit = (sink: Resource): Truth => holds(sink.text("filter"), (filter) => filter.includes("cloudaudit"));

function logBucket(bucket: Resource<ProjectBucketConfigArgs>, run: GraphRun): readonly Verdict[] {
  // Google keeps this one locked itself
  const own = not(holds(bucket.text("bucketId"), (id) => id === "_Required"));
  const evidence = allOf([own, isArchive(bucket as Resource, run.graph, isAudit)]);
  return unlessElsewhere(run, () =>
    onlyIf(evidence, "is no archive of audit logs", () => mustBe(bucket.flag("locked"), true, false)),
  );
}

const FIX: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "Add a BucketObjectLockConfiguration with `rule.defaultRetention.mode: COMPLIANCE`.",
  "gcp:storage/bucket:Bucket": "Set `retentionPolicy: { retentionPeriod: …, isLocked: true }`.",
  [LOG_BUCKET]: "Set `locked: true`, once `retentionDays` is right: it cannot be undone.",
  [ACCOUNT]:
    "Add a BlobContainerImmutabilityPolicy with `immutabilityPeriodSinceCreationInDays`, or set the account's `state: Locked`.",
};

export const auditLogImmutable: Rule = {
  id: "audit-log-immutable",
  packs: ["gdpr"],
  title: "Audit logs cannot be changed once they are written",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Whoever breaks in deletes the traces first, and evidence that could have been changed proves nothing.",
  equivalents: ["CKV_AWS_143", "CKV2_GCP_4"],
  fixText: ({ type }) => FIX[type] ?? "",
  inPlace: [LOG_BUCKET],
  settings: [ENVIRONMENT, PERSONAL_CLASSES],
  checks: {
    "aws:s3/bucket:Bucket": archive(s3),
    "gcp:storage/bucket:Bucket": archive(gcs),
    [LOG_BUCKET]: logBucket,
    [ACCOUNT]: archive(blobs),
  },
};
