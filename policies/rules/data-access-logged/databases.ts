import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { notCovered, undetermined, type Verdict } from "../../core/verdict.ts";

/** Flags that turn auditing on, by the engine's name; engines without one are not covered. */
const SQL_FLAGS: readonly (readonly [engine: string, flags: readonly string[]])[] = [
  ["POSTGRES_", ["cloudsql.enable_pgaudit", "pgaudit.log"]],
  ["MYSQL_", ["cloudsql_mysql_audit"]],
];
const RDS_LOGS: readonly (readonly [RegExp, string])[] = [
  [/mysql/i, "audit"],
  [/postgres/i, "postgresql"],
];

/** What the database itself writes down about who asks. */
export function cluster(cluster: Resource<ClusterArgs>): Verdict {
  const engine = cluster.text("engine");
  if (engine.state === "unknown") return undetermined(engine);
  const name = engine.state === "known" ? engine.value : "mysql";
  const wanted = RDS_LOGS.find(([pattern]) => pattern.test(name))?.[1];
  if (wanted === undefined) return notCovered(engine.path, `is ${name}, whose logs this rule does not know`);
  const exported = anyItem(cluster.list("enabledCloudwatchLogsExports"), (log) => log === wanted);
  return faultIf(not(exported), "enabledCloudwatchLogsExports", `does not name ${wanted}`);
}

/** The flags that turn auditing on. */
export function sql(database: Resource<DatabaseInstanceArgs>): Verdict {
  const version = database.text("databaseVersion");
  if (version.state === "unknown") return undetermined(version);
  const name = version.state === "known" ? version.value : "";
  const known = SQL_FLAGS.find(([engine]) => name.startsWith(engine))?.[1];
  if (known === undefined) return notCovered(version.path, "is an engine whose audit flags this rule does not know");
  const flags = database.list("settings.databaseFlags");
  if (flags.state === "unknown") return undetermined(flags);
  const set = anyOf(
    (flags.state === "known" ? flags.value : []).map((flag) =>
      allOf([
        holds(flag.text("name"), (text) => known.includes(text)),
        holds(flag.text("value"), (value) => !/^(off|none|0|)$/i.test(value)),
      ]),
    ),
  );
  return faultIf(not(set), "settings.databaseFlags", "turn no auditing on");
}
