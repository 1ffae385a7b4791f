import type { DatasetArgs } from "@pulumi/gcp/bigquery/dataset.js";
import { ifPersonal } from "../../core/classification.ts";
import type { Join } from "../../core/graph.ts";
import { lifecycleOf, will } from "../../core/lifecycle.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule, Run } from "../../core/rule.ts";
import { numeral, PERSONAL_CLASSES, type Setting } from "../../core/settings.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { allOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";
import { BLOBS, keepsVersions, ofStore } from "../../models/versioning.ts";

const LOCK: Join = {
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  key: "bucket",
  name: "bucket",
};
const MAX_ERASURE_DAYS = {
  name: "maxErasureDays",
  schema: {
    type: "integer",
    minimum: 1,
    default: 30,
    description: "Days in which what was erased must be gone everywhere; by default the month of Art. 12.",
  },
} as const satisfies Setting;
const DAY_SECONDS = 86_400;

const daysOf = ({ config }: Run): number => numeral(config, MAX_ERASURE_DAYS);

/** What has to be proven unchanged may be locked: people cannot have it erased. */
function isEvidence(store: Resource, { config }: Run): Truth {
  return holds(effectiveTag(store, tagName(config, "purpose")), (purpose) => purpose === "audit-log");
}

function versions(store: Resource, run: GraphRun): Verdict {
  const ends = will(lifecycleOf(store, run.graph), ["expire old versions"], (_, { whole }) => whole);
  const what = "keeps old versions for ever: no lifecycle rule deletes them";
  return faultIf(allOf([keepsVersions(store, run.graph), not(ends)]), "versioning", what);
}

const complies = (lock: Bag, path: string): Truth =>
  holds(lock.text(`${path}.mode`), (mode) => mode.toUpperCase() === "COMPLIANCE");

function s3(bucket: Resource, run: GraphRun): readonly Verdict[] {
  const inline = complies(bucket, "objectLockConfiguration.rule.defaultRetention");
  const path = "rule.defaultRetention";
  const separate = ofStore(bucket, run.graph, LOCK, (lock) => complies(lock, path));
  const { sure } = run.graph.attached(bucket, LOCK);
  const days = sure[0]?.number(`${path}.days`);
  const time = days?.state === "known" ? ` for ${days.value} days` : "";
  const evidence = not(isEvidence(bucket, run));
  const what = `is COMPLIANCE${time}: nobody can delete before`;
  return [
    versions(bucket, run),
    faultIf(allOf([inline, evidence]), "objectLockConfiguration.rule.defaultRetention.mode", what),
    faultIf(allOf([separate, evidence]), `${path}.mode`, what),
  ];
}

/** A time in which what was deleted can still be had back. */
function softDelete(read: Read<number>, perDay: number, run: Run): Verdict {
  const max = daysOf(run);
  return decide(read, {
    known: (value) =>
      value / perDay > max ? `keeps what was deleted for ${value / perDay} days, more than ${max}` : undefined,
  });
}

function gcs(bucket: Resource, run: GraphRun): readonly Verdict[] {
  const locked = holds(bucket.flag("retentionPolicy.isLocked"), (on) => on);
  return [
    versions(bucket, run),
    softDelete(bucket.number("softDeletePolicy.retentionDurationSeconds"), DAY_SECONDS, run),
    faultIf(
      allOf([locked, not(isEvidence(bucket, run))]),
      "retentionPolicy.isLocked",
      "is true: nobody can delete before the period ends",
    ),
  ];
}

function azure(account: Resource, run: GraphRun): readonly Verdict[] {
  const max = daysOf(run);
  const kept = ofStore(account, run.graph, BLOBS, (blobs) =>
    allOf([
      holds(blobs.flag("deleteRetentionPolicy.enabled"), (on) => on),
      holds(blobs.number("deleteRetentionPolicy.days"), (days) => days > max),
    ]),
  );
  const what = `keeps what was deleted for more than ${max} days`;
  return [versions(account, run), faultIf(kept, "deleteRetentionPolicy.days", what)];
}

const judged =
  (judge: (store: Resource, run: GraphRun) => readonly Verdict[]): GraphCheck =>
  (store, run) =>
    ifPersonal(store, run, () => every(judge(store, run)));

const VERSIONS: Readonly<Record<string, string>> = {
  aws: "Add a lifecycle rule with `noncurrentVersionExpiration.noncurrentDays` and no filter.",
  gcp: "Add a lifecycle rule with action Delete and `condition.daysSinceNoncurrentTime`.",
  "azure-native": "Add a ManagementPolicy with `version.delete.daysAfterCreationGreaterThan`.",
};

export const erasureNotBlocked: Rule = {
  id: "erasure-not-blocked",
  packs: ["gdpr"],
  title: "Personal data can be erased, with all its versions",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Whoever asks to be forgotten is not while an old version, a lock or a bin without end keeps a copy.",
  fixText: ({ type, path }) => {
    if (path === "versioning") return VERSIONS[type.split(":")[0] ?? ""] ?? "";
    if (path.endsWith(".mode")) return "Set `mode: GOVERNANCE`, or keep this data in a bucket without a lock.";
    if (path.endsWith("isLocked")) return "Keep this data in a bucket without a locked `retentionPolicy`.";
    return `Lower \`${path}\`.`;
  },
  settings: [PERSONAL_CLASSES, MAX_ERASURE_DAYS],
  checks: {
    "aws:s3/bucket:Bucket": judged(s3),
    "gcp:storage/bucket:Bucket": judged(gcs),
    "gcp:bigquery/dataset:Dataset": judged((dataset: Resource<DatasetArgs>, run) => {
      const hours = dataset.number("maxTimeTravelHours");
      // a week, where nothing is said
      const read = hours.state === "absent" ? ({ ...hours, state: "known", value: 168 } as const) : hours;
      return [softDelete(read, 24, run)];
    }),
    "azure-native:storage:StorageAccount": judged(azure),
  },
};
