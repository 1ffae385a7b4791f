import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { ServerArgs } from "@pulumi/azure-native/dbforpostgresql/server.js";
import type { BackupShortTermRetentionPolicyArgs } from "@pulumi/azure-native/sql/backupShortTermRetentionPolicy.js";
import { unlessElsewhere } from "../../core/production.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule } from "../../core/rule.ts";
import { ENVIRONMENT, MIN_BACKUP_DAYS } from "../../core/settings.ts";
import { holds } from "../../core/truth.ts";
import { every, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { cache, cluster, instance, selection, table } from "./aws.ts";
import { reachesBack } from "./days.ts";
import { alloy, firestore, sql } from "./gcp.ts";

const PERIODIC = "backupPolicy.periodicModeProperties.backupRetentionIntervalInHours";
const TIERS: Readonly<Record<string, number>> = { continuous7days: 7, continuous30days: 30 };
// what the service keeps without a word
const PERIODIC_HOURS = 8;

function cosmos(account: Resource<DatabaseAccountArgs>, { config }: GraphRun): Verdict {
  const kind = account.text("backupPolicy.type");
  if (kind.state === "unknown") return undetermined(kind);
  const word = kind.state === "known" ? kind.value.toLowerCase() : "periodic";
  if (word === "periodic") return reachesBack(account.number(PERIODIC), PERIODIC_HOURS, config, "hours");
  if (word !== "continuous") return notCovered(kind.path, "is no kind of backup that this rule knows");
  const tier = account.text("backupPolicy.continuousModeProperties.tier");
  if (tier.state === "unknown") return undetermined(tier);
  const days = tier.state === "known" ? TIERS[tier.value.toLowerCase()] : 30;
  if (days === undefined) return notCovered(tier.path, "is no tier that this rule knows");
  return reachesBack({ state: "known", path: tier.path, value: days }, days, config);
}

function postgres(server: Resource<ServerArgs>, { config }: GraphRun): Verdict {
  const replica = holds(server.text("createMode"), (mode) => mode.toLowerCase() === "replica");
  if (replica === true) return notApplicable("is a replica");
  const own = reachesBack(server.number("backup.backupRetentionDays"), 7, config);
  return typeof replica !== "boolean" && own.word === "fail" ? undetermined(replica) : own;
}

const FIX: Readonly<Record<string, string>> = {
  "pointInTimeRecovery.enabled": "Set `pointInTimeRecovery.enabled: true`.",
  "settings.backupConfiguration.enabled": "Set `settings.backupConfiguration.enabled: true`.",
  pointInTimeRecoveryEnablement: "Set `pointInTimeRecoveryEnablement: POINT_IN_TIME_RECOVERY_ENABLED`.",
  [PERIODIC]: "Set `backupPolicy: { type: Continuous }`, or keep the periodic backups for longer.",
  resources: "List ARNs in `resources`, or tags in `selectionTags`.",
};

// what nobody would miss outside of production
const judged =
  (check: (store: Resource, run: GraphRun) => Verdict | readonly Verdict[]): GraphCheck =>
  (store, run) =>
    unlessElsewhere(run, () => every([check(store, run)].flat()));

export const pitrAndBackups: Rule = {
  id: "pitr-and-backups",
  packs: ["reliability"],
  title: "What is stored can be had back as it was days ago",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Replicas repeat every mistake at once; only a backup or a log brings back what was deleted or encrypted by somebody.",
  equivalents: ["CKV_AWS_28", "CKV_AWS_133", "CKV_GCP_14", "CKV2_GCP_20", "AWS-0024", "AWS-0077", "GCP-0024"],
  fixText: ({ path }) =>
    FIX[path] ??
    (path.endsWith("Enabled") || path.endsWith(".enabled") ? `Set \`${path}: true\`.` : `Raise \`${path}\`.`),
  inPlace: [
    "aws:dynamodb/table:Table",
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "gcp:sql/databaseInstance:DatabaseInstance",
    "gcp:firestore/database:Database",
    "gcp:alloydb/cluster:Cluster",
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:dbforpostgresql:Server",
    "azure-native:sql:BackupShortTermRetentionPolicy",
  ],
  settings: [ENVIRONMENT, MIN_BACKUP_DAYS],
  checks: {
    "aws:dynamodb/table:Table": judged(table),
    "aws:rds/instance:Instance": judged(instance),
    "aws:rds/cluster:Cluster": judged(cluster),
    "aws:elasticache/replicationGroup:ReplicationGroup": judged(cache),
    "aws:backup/selection:Selection": selection,
    "gcp:sql/databaseInstance:DatabaseInstance": judged(sql),
    "gcp:firestore/database:Database": judged(firestore),
    "gcp:alloydb/cluster:Cluster": judged(alloy),
    "azure-native:cosmosdb:DatabaseAccount": judged(cosmos),
    "azure-native:dbforpostgresql:Server": judged(postgres),
    "azure-native:sql:BackupShortTermRetentionPolicy": judged(
      (policy: Resource<BackupShortTermRetentionPolicyArgs>, { config }) =>
        every([reachesBack(policy.number("retentionDays"), 7, config)])[0] ?? PASS,
    ),
  },
};
