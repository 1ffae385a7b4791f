import type { TrailArgs } from "@pulumi/aws/cloudtrail/trail.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { ProjectArgs } from "@pulumi/gcp/organizations/project.js";
import type { IAMAuditConfigArgs } from "@pulumi/gcp/projects/iamauditConfig.js";
import { mustBe } from "../../core/expected.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { ROLE } from "../../core/settings.ts";
import { allOf, anyOf, faultIf, holds, not, someItem, type Truth } from "../../core/truth.ts";
import { decide, every, fail, forAll, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

const TRAIL = "aws:cloudtrail/trail:Trail";
const PROJECT_AUDIT = "gcp:projects/iAMAuditConfig:IAMAuditConfig";
const ABOVE = ["gcp:folder/iamAuditConfig:IamAuditConfig", "gcp:organizations/iamAuditConfig:IamAuditConfig"];
const AUDIT_CONFIGS = [PROJECT_AUDIT, ...ABOVE];
const PROJECT = "gcp:organizations/project:Project";
const SETTING = "azure-native:monitor:DiagnosticSetting";
// what the benchmark asks of the activity log of a subscription
const ACTIVITIES = ["Administrative", "Security", "Policy", "Alert"];

function trail(trail: Resource<TrailArgs>): readonly Verdict[] {
  return every([
    mustBe(trail.flag("enableLogging"), true, true),
    mustBe(trail.flag("isMultiRegionTrail"), true, false),
    mustBe(trail.flag("enableLogFileValidation"), true, false, "medium"),
    decide(trail.text("kmsKeyId"), {
      known: () => undefined,
      absent: fail("kmsKeyId", "is not set, so whoever reads the bucket reads the trail", "medium"),
    }),
  ]);
}

/** Who reads and who writes data is logged, for everybody; a single service may have its reasons for less. */
function auditConfig(config: Resource<IAMAuditConfigArgs>): readonly Verdict[] {
  const logs = (type: string) =>
    someItem(config.list("auditLogConfigs"), (log) => holds(log.text("logType"), (own) => own === type));
  const all = coversAll(config);
  const missing = ["DATA_READ", "DATA_WRITE"].map((type) =>
    faultIf(allOf([all, not(logs(type))]), "auditLogConfigs", `leave out ${type}`),
  );
  const exempted = forAll(config.list("auditLogConfigs"), (log) =>
    decide(log.list("exemptedMembers"), {
      known: (members) => (members.length > 0 ? "name people whom nobody watches" : undefined),
    }),
  );
  return every([...missing, ...exempted]);
}

/** A new project logs who reads and writes data only where somebody says so, for it or for all below a folder. */
function project(project: Resource<ProjectArgs>, { graph, config }: GraphRun): Verdict {
  if (holds(config.text(ROLE.name), (role) => role === "landing-zone") !== true) {
    return notApplicable("is no landing zone: what holds for all projects may stand in another stack");
  }
  const { sure, maybe } = graph.attached(project, { type: PROJECT_AUDIT, key: "project", name: "projectId" });
  const open = maybe.map((one): Truth => ({ state: "unknown", path: `${one.name}.project` }));
  const said = [...sure, ...ABOVE.flatMap((type) => graph.ofType(type))].map(coversAll);
  return faultIf(not(anyOf([...said, ...open])), "", "has no audit configuration of all services");
}

const coversAll = (config: Bag): Truth => holds(config.text("service"), (service) => service === "allServices");

function diagnostics(setting: Resource<DiagnosticSettingArgs>): Verdict {
  const logs = setting.list("logs");
  if (logs.state === "unknown") return undetermined(logs);
  const list = logs.state === "known" ? logs.value : [];
  const subscription = holds(setting.text("resourceUri"), (uri) => /^\/?subscriptions\/[^/]+\/?$/i.test(uri));
  if (list.length === 0 && subscription === false) return notApplicable("sends metrics, not logs");
  const on = (log: Bag) => holds(log.flag("enabled"), (enabled) => enabled);
  const covers = (name: string) =>
    anyOf(
      list.map((log) =>
        allOf([
          on(log),
          anyOf([
            holds(log.text("category"), (category) => category === name),
            holds(log.text("categoryGroup"), (group) => /^(allLogs|audit)$/i.test(group)),
          ]),
        ]),
      ),
    );
  const missing = ACTIVITIES.filter((name) => covers(name) === false);
  if (subscription === true && missing.length > 0) return fail("logs", `leave out ${missing.join(", ")}`);
  const complete = allOf(ACTIVITIES.map(covers));
  const none = allOf([list.length > 0, not(anyOf(list.map(on)))]);
  return faultIf(anyOf([none, allOf([subscription, not(complete)])]), "logs", "are all switched off");
}

export const cloudAuditLogOn: Rule = {
  id: "cloud-audit-log-on",
  packs: ["zero-trust"],
  title: "Audit logs are complete",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "What nobody recorded cannot be found out after an intrusion, neither who did it nor what was taken.",
  equivalents: [
    "CKV_AWS_67",
    "CKV_AWS_36",
    "CKV_AWS_35",
    "CKV_AWS_251",
    "CKV2_GCP_5",
    "AWS-0014",
    "AWS-0015",
    "AWS-0016",
    "GCP-0079",
  ],
  fixText: ({ type, path }) => {
    if (path === "kmsKeyId") return "Set `kmsKeyId` to a key of your own.";
    if (type === TRAIL) return `Set \`${path}: true\`.`;
    if (type === SETTING) return "Set `enabled: true` for each category, or for the `categoryGroup` allLogs.";
    if (type === PROJECT) return "Add an IAMAuditConfig with `service: allServices`, DATA_READ and DATA_WRITE.";
    if (path.endsWith("exemptedMembers")) return `Take everybody out of \`${path}\`.`;
    return "Give `auditLogConfigs` an entry each for ADMIN_READ, DATA_READ and DATA_WRITE.";
  },
  inPlace: [TRAIL, ...AUDIT_CONFIGS, SETTING],
  settings: [ROLE],
  checks: { [TRAIL]: trail, ...each(AUDIT_CONFIGS, auditConfig), [SETTING]: diagnostics },
  inStack: { [PROJECT]: project },
};
