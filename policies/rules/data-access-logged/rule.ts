import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type { ServerBlobAuditingPolicyArgs } from "@pulumi/azure-native/sql/serverBlobAuditingPolicy.js";
import type { IAMAuditConfigArgs } from "@pulumi/gcp/projects/iamauditConfig.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { ifPersonal } from "../../core/classification.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule } from "../../core/rule.ts";
import { MIN_LOG_DAYS, PERSONAL_CLASSES, type Setting } from "../../core/settings.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, notApplicable, type Verdict } from "../../core/verdict.ts";
import { cluster, sql } from "./databases.ts";
import { audited, diagnosed, gcs, isLogTarget, records, s3 } from "./sources.ts";

const LOGGED_ELSEWHERE = {
  name: "accessLogsElsewhere",
  schema: {
    type: "boolean",
    description: "Whether trails and audit logs of the account or project are declared in another stack.",
  },
} as const satisfies Setting;

const elsewhere = ({ config }: GraphRun): Truth => holds(config.flag(LOGGED_ELSEWHERE.name), (on) => on);

function logged(answer: (store: Resource, run: GraphRun) => Truth, path: string, what: string): GraphCheck {
  return (store, run) =>
    ifPersonal(store, run, () => [faultIf(not(anyOf([elsewhere(run), answer(store, run)])), path, what)]);
}

function bucket(bucket: Resource, run: GraphRun): readonly Verdict[] {
  const target = isLogTarget(bucket, run.graph);
  if (target === true) return [notApplicable("is where access logs are written")];
  return ifPersonal(bucket, run, () => {
    const open = not(anyOf([elsewhere(run), s3(bucket, run.graph)]));
    const what = "has no BucketLogging, and no trail here records what happens to objects";
    return [faultIf(allOf([open, not(target)]), "", what)];
  });
}

/** Where auditing is declared, it has to be about data, and about everybody. */
function auditConfig(config: Resource<IAMAuditConfigArgs>): readonly Verdict[] {
  return ["DATA_READ", "DATA_WRITE"].map((kind) =>
    faultIf(not(records(config as Resource, kind)), "auditLogConfigs", `has no ${kind} for everybody`),
  );
}

function blobAuditing(policy: Resource<ServerBlobAuditingPolicyArgs>, { config }: GraphRun): readonly Verdict[] {
  const min = config.number(MIN_LOG_DAYS.name);
  const least = min.state === "known" ? min.value : 90;
  return every([
    decide(policy.text("state"), {
      known: (state) => (state.toLowerCase() === "enabled" ? undefined : `is ${state}`),
      absent: "is not set",
    }),
    // zero is for ever
    decide(policy.number("retentionDays"), {
      known: (days) => (days > 0 && days < least ? `is ${days}, less than ${least}` : undefined),
    }),
  ]);
}

const FIX: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "Add a BucketLogging, or event selectors of type AWS::S3::Object to a trail.",
  "aws:rds/cluster:Cluster": "Name the audit log of the engine in `enabledCloudwatchLogsExports`.",
  "gcp:storage/bucket:Bucket": "Add an IAMAuditConfig with DATA_READ and DATA_WRITE, or set `logging.logBucket`.",
  "gcp:sql/databaseInstance:DatabaseInstance":
    "Set `settings.databaseFlags` to turn pgaudit or cloudsql_mysql_audit on.",
  "gcp:projects/iAMAuditConfig:IAMAuditConfig": "List DATA_READ and DATA_WRITE without `exemptedMembers`.",
  "azure-native:storage:StorageAccount":
    "Add a DiagnosticSetting on `blobServices/default` with `categoryGroup: allLogs`.",
  "azure-native:cosmosdb:DatabaseAccount": "Add a DiagnosticSetting with `category: DataPlaneRequests`.",
  "azure-native:sql:Server": "Add a ServerBlobAuditingPolicy with `state: Enabled`.",
};
const UNLOGGED = "has no diagnostic setting that records who reads and writes";

export const dataAccessLogged: Rule = {
  id: "data-access-logged",
  packs: ["gdpr"],
  title: "Who reads and writes personal data is recorded",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Without a record of reads nobody can say after a breach whose data was taken.",
  equivalents: ["CKV_AWS_18", "CKV_AZURE_23", "AWS-0171", "AWS-0172", "AZU-0027"],
  fixText: ({ type, path }) =>
    path === "retentionDays" ? "Raise `retentionDays`." : (FIX[type] ?? "Set `state: Enabled`."),
  settings: [PERSONAL_CLASSES, LOGGED_ELSEWHERE, MIN_LOG_DAYS],
  checks: {
    "aws:s3/bucket:Bucket": bucket,
    "aws:rds/cluster:Cluster": (it: Resource<ClusterArgs>, run) => ifPersonal(it as Resource, run, () => [cluster(it)]),
    "gcp:storage/bucket:Bucket": logged(
      (store, { graph }) => gcs(store, graph),
      "",
      "has no access logs, and no IAMAuditConfig here records reads and writes",
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": (it: Resource<DatabaseInstanceArgs>, run) =>
      ifPersonal(it as Resource, run, () => [sql(it)]),
    "gcp:projects/iAMAuditConfig:IAMAuditConfig": auditConfig,
    "azure-native:storage:StorageAccount": logged(
      (it, { graph }) => diagnosed(it, it.text("accountName"), graph, ["StorageRead", "StorageWrite"]),
      "",
      UNLOGGED,
    ),
    "azure-native:cosmosdb:DatabaseAccount": logged(
      (it, { graph }) => diagnosed(it, it.text("accountName"), graph, ["DataPlaneRequests"]),
      "",
      UNLOGGED,
    ),
    "azure-native:sql:Server": logged(
      (it, { graph }) => audited(it, graph),
      "",
      "has no auditing policy that is enabled",
    ),
    "azure-native:sql:ServerBlobAuditingPolicy": blobAuditing,
  },
};
