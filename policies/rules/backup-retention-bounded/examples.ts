import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const plan = "aws:backup/plan:Plan";
const cluster = "aws:rds/cluster:Cluster";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const gke = "gcp:gkebackup/backupPlan:BackupPlan";
const longTerm = "azure-native:sql:LongTermRetentionPolicy";

const config = { maxBackupDays: 90 };
const days = (deleteAfter?: unknown) => ({
  rules: [{ ruleName: "daily", ...(deleteAfter !== undefined && { lifecycle: { deleteAfter } }) }],
});
const rds = (props: object, kind: unknown = "personal"): Example => ({
  type: cluster,
  props: { tags: { class: kind }, ...props },
  config: { maxBackupDays: 14 },
});
const cloudSql = (retainedBackups?: unknown, max = 90): Example => ({
  type: sql,
  props: {
    settings: {
      userLabels: { class: "personal" },
      backupConfiguration: { ...(retainedBackups !== undefined && { backupRetentionSettings: { retainedBackups } }) },
    },
  },
  config: { maxBackupDays: max },
});
const kept = (props: Example["props"]): Example => ({ type: longTerm, props, config });

export const examples: Examples = {
  pass: [
    { type: plan, props: days(35) },
    { type: plan, props: days("90"), config },
    rds({ backupRetentionPeriod: 14 }),
    rds({}),
    cloudSql(30),
    cloudSql(),
    { type: gke, props: { retentionPolicy: { backupRetainDays: 30 } } },
    kept({ weeklyRetention: "P4W" }),
    kept({ weeklyRetention: "P12W", monthlyRetention: "P3M", yearlyRetention: "PT0S" }),
    { ...rds({}), config: { maxBackupDays: 1 } },
  ],
  fail: [
    { type: plan, props: days() },
    { type: plan, props: days(365), config },
    { type: plan, props: { rules: [...days(30).rules, ...days().rules] } },
    rds({ backupRetentionPeriod: 35 }),
    rds({ backupRetentionPeriod: "15" }, "special"),
    cloudSql(365),
    cloudSql(undefined, 3),
    { type: gke, props: {} },
    { type: gke, props: { retentionPolicy: { backupRetainDays: 0 } } },
    { type: gke, props: { retentionPolicy: { backupRetainDays: 365 } }, config },
    kept({ weeklyRetention: "P1Y" }),
    kept({ weeklyRetention: "P4W", yearlyRetention: "P5Y" }),
  ],
  undetermined: [
    { type: plan, props: { rules: UNKNOWN } },
    { type: plan, props: days(UNKNOWN) },
    rds({ backupRetentionPeriod: UNKNOWN }),
    rds({ backupRetentionPeriod: 35 }, UNKNOWN),
    cloudSql(UNKNOWN),
    { type: gke, props: { retentionPolicy: UNKNOWN } },
    kept({ weeklyRetention: UNKNOWN }),
    kept({ weeklyRetention: "a while" }),
    { type: plan, props: days(35), config: { maxBackupDays: UNKNOWN } },
    kept({ weeklyRetention: "P1Y6M" }),
  ],
  notApplicable: [
    { type: cluster, props: { tags: { class: "personal" }, backupRetentionPeriod: 35 } },
    rds({ backupRetentionPeriod: 35 }, "internal"),
    { type: longTerm, props: { weeklyRetention: "P5Y" } },
    kept({}),
  ],
};
