import type { ClusterArgs } from "@pulumi/gcp/alloydb/cluster.js";
import type { DatabaseArgs } from "@pulumi/gcp/firestore/database.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { anyOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";
import { reachesBack } from "./days.ts";

const BACKUP = "settings.backupConfiguration";
const SCHEDULE = "gcp:firestore/backupSchedule:BackupSchedule";

export function sql(database: Resource<DatabaseInstanceArgs>, { config }: GraphRun): readonly Verdict[] {
  const replica = holds(database.text("masterInstanceName"), (master) => master !== "");
  if (replica === true) return [notApplicable("is a replica")];
  const enabled = holds(database.flag(`${BACKUP}.enabled`), (on) => on);
  const verdicts = every([
    faultIf(not(enabled), `${BACKUP}.enabled`, "is not true; default is false"),
    ...(enabled === true ? [logged(database)] : []),
    ...(enabled === true ? [reachesBack(database.number(`${BACKUP}.transactionLogRetentionDays`), 7, config)] : []),
  ]);
  const faulty = verdicts.some(({ word }) => word === "fail");
  return typeof replica !== "boolean" && faulty ? [undetermined(replica)] : verdicts;
}

/** The log that leads from a backup to any point in time; MySQL calls it by another name. */
function logged(database: Resource<DatabaseInstanceArgs>): Verdict {
  const version = database.text("databaseVersion");
  const [binary, log] = [`${BACKUP}.binaryLogEnabled`, `${BACKUP}.pointInTimeRecoveryEnabled`] as const;
  const on = anyOf([binary, log].map((path) => holds(database.flag(path as `settings.${string}`), (value) => value)));
  const path = version.state === "known" && /^MYSQL/i.test(version.value) ? binary : log;
  return faultIf(not(on), path, "is not true; default is false");
}

export function firestore(database: Resource<DatabaseArgs>, { graph }: GraphRun): Verdict {
  const name = database.text("name");
  const scheduled = graph.ofType(SCHEDULE).map((from) => {
    const said = from.text("database");
    const value = said.state === "absent" ? ({ ...said, state: "known", value: "(default)" } as const) : said;
    return pointsTo({ from, key: "database", value }, database as Resource, name);
  });
  const on = holds(
    database.text("pointInTimeRecoveryEnablement"),
    (word) => word.toUpperCase() === "POINT_IN_TIME_RECOVERY_ENABLED",
  );
  const path = "pointInTimeRecoveryEnablement";
  const what = "is not enabled, which is the default, and no backup schedule names this database";
  return faultIf(not(anyOf([on, ...scheduled])), path, what);
}

export function alloy(cluster: Resource<ClusterArgs>, { config }: GraphRun): Verdict {
  const secondary = anyOf([
    holds(cluster.text("clusterType"), (type) => type.toUpperCase() === "SECONDARY"),
    isSet(cluster.read("secondaryConfig")),
  ]);
  if (secondary === true) return notApplicable("is a replica");
  const continuous = holds(cluster.flag("continuousBackupConfig.enabled"), (on) => on, true);
  const window = reachesBack(cluster.number("continuousBackupConfig.recoveryWindowDays"), 14, config);
  const daily = holds(cluster.flag("automatedBackupPolicy.enabled"), (on) => on);
  const none = not(anyOf([continuous, daily]));
  const own = continuous === true ? window : faultIf(none, "continuousBackupConfig.enabled", "is false");
  return typeof secondary !== "boolean" && own.word === "fail" ? undetermined(secondary) : own;
}
