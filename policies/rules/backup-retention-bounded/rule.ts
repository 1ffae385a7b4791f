import type { PlanArgs } from "@pulumi/aws/backup/plan.js";
import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type { LongTermRetentionPolicyArgs } from "@pulumi/azure-native/sql/longTermRetentionPolicy.js";
import type { BackupPlanArgs } from "@pulumi/gcp/gkebackup/backupPlan.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { ifPersonal } from "../../core/classification.ts";
import { type Bag, convert, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { PERSONAL_CLASSES, type Setting } from "../../core/settings.ts";
import { decide, every, forAll, notApplicable, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";

const MAX_BACKUP_DAYS = {
  name: "maxBackupDays",
  schema: { type: "integer", minimum: 1, description: "Days that backups are kept at most." },
} as const satisfies Setting;
const FOR_EVER = "is not set: backups are kept for ever";
const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };

/** Judges an age in days; without a maximum any end will do. */
function bounded(days: Read<number>, config: Bag, absent: Verdict | string | undefined): Verdict {
  const max = config.number(MAX_BACKUP_DAYS.name);
  if (max.state === "unknown") return undetermined(max);
  return decide(days, {
    known: (value) => {
      if (value <= 0) return absent;
      return max.state === "known" && value > max.value ? `is ${value} days, more than ${max.value}` : undefined;
    },
    absent,
  });
}

/** An age that only a maximum can make too great, of a store that holds personal data. */
function personal(store: Resource, run: Run, days: Read<number>, byDefault: number): readonly Verdict[] {
  const max = run.config.number(MAX_BACKUP_DAYS.name);
  if (max.state === "absent") return [UNCONFIGURED];
  const short = max.state === "known" && byDefault > max.value;
  const absent = short ? `is not set; default is ${byDefault}` : undefined;
  return ifPersonal(store, run, () => [bounded(days, run.config, absent)]);
}

const plan = (plan: Resource<PlanArgs>, { config }: Run): readonly Verdict[] =>
  forAll(plan.list("rules"), (rule) => bounded(rule.number("lifecycle.deleteAfter"), config, FOR_EVER));

/** Durations as ISO 8601 writes them: P4W, P12M, P5Y; `PT0S` switches one off. */
function longTerm(policy: Resource<LongTermRetentionPolicyArgs>, { config }: Run): readonly Verdict[] {
  if (config.read(MAX_BACKUP_DAYS.name).state === "absent") return [UNCONFIGURED];
  const kinds = (["weeklyRetention", "monthlyRetention", "yearlyRetention"] as const).map((path) =>
    convert(policy.text(path), "a duration", (text) => {
      const [, count = "", unit = ""] = /^P(\d+)([DWMY])$/i.exec(text) ?? [];
      if (/^PT0S$/i.test(text)) return 0;
      return count === "" ? undefined : Number(count) * (DAYS[unit.toUpperCase()] ?? 1);
    }),
  );
  if (kinds.every(({ state }) => state === "absent")) return [notApplicable("keeps nothing for long")];
  return every(kinds.map((days) => bounded(days, config, undefined)));
}

export const backupRetentionBounded: Rule = {
  id: "backup-retention-bounded",
  packs: ["gdpr"],
  title: "Backups end, too",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "What was erased lives on in backups until the last of them ends.",
  fixText: ({ path }) =>
    path.endsWith("Retention") ? `Shorten \`${path}\`.` : `Set \`${path}\` to days that suffice.`,
  settings: [MAX_BACKUP_DAYS, PERSONAL_CLASSES],
  checks: {
    "aws:backup/plan:Plan": plan,
    "aws:rds/cluster:Cluster": (it: Resource<ClusterArgs>, run) =>
      personal(it as Resource, run, it.number("backupRetentionPeriod"), 1),
    "gcp:sql/databaseInstance:DatabaseInstance": (it: Resource<DatabaseInstanceArgs>, run) =>
      // one backup a day
      personal(
        it as Resource,
        run,
        it.number("settings.backupConfiguration.backupRetentionSettings.retainedBackups"),
        7,
      ),
    "gcp:gkebackup/backupPlan:BackupPlan": (it: Resource<BackupPlanArgs>, { config }) =>
      bounded(it.number("retentionPolicy.backupRetainDays"), config, FOR_EVER),
    "azure-native:sql:LongTermRetentionPolicy": longTerm,
  },
};
