import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const trail = "aws:cloudtrail/trail:Trail";
const configs = [
  "gcp:projects/iAMAuditConfig:IAMAuditConfig",
  "gcp:folder/iamAuditConfig:IamAuditConfig",
  "gcp:organizations/iamAuditConfig:IamAuditConfig",
];
const setting = "azure-native:monitor:DiagnosticSetting";
const oldSetting = "azure-native:insights/v20210501preview:DiagnosticSetting";

const of = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const complete = {
  s3BucketName: "trail",
  isMultiRegionTrail: true,
  enableLogFileValidation: true,
  kmsKeyId: "arn:aws:kms:eu-central-1:1:key/1",
};
const audits = (service: unknown, ...logs: object[]) => ({ service, auditLogConfigs: logs });
const [read, write, admin] = ["DATA_READ", "DATA_WRITE", "ADMIN_READ"].map((logType) => ({ logType }));
const both = [read, write].map((log) => ({ ...log }));
const logs = (resourceUri: unknown, ...categories: object[]) => ({ resourceUri, logs: categories });
const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const activities = (...names: string[]) => names.map((category) => ({ category, enabled: true }));

const project = "gcp:organizations/project:Project";
const zone = { role: "landing-zone" };
const created = (beside: Sample, edges?: Sample["edges"]): Example => ({
  type: project,
  props: { projectId: "shop" },
  config: zone,
  beside: [{ ...beside, ...(edges && { edges }) }],
});
const audit = (props: object, type = configs[0] ?? ""): Sample => ({ type, name: "audit", props: { ...props } });

export const examples: Examples = {
  pass: [
    created(audit({ project: "shop", service: "allServices" })),
    created(audit({ project: UNKNOWN, service: "allServices" }), { project: "it" }),
    created(audit({ orgId: "1", service: "allServices" }, configs[2])),
    { type: trail, props: complete },
    { type: trail, props: { ...complete, enableLogging: true } },
    { type: trail, props: { ...complete, isMultiRegionTrail: "true", isOrganizationTrail: true } },
    ...of(configs, audits("allServices", ...both)),
    ...of(configs, audits("allServices", { ...admin }, ...both.toReversed())),
    { type: configs[0] ?? "", props: audits("allServices", { ...read, exemptedMembers: [] }, { ...write }) },
    // one service may log less
    { type: configs[0] ?? "", props: audits("storage.googleapis.com", { ...write }) },
    { type: setting, props: logs(subscription, ...activities("Administrative", "Security", "Policy", "Alert")) },
    { type: oldSetting, props: logs(subscription, { categoryGroup: "allLogs", enabled: true }) },
    {
      type: setting,
      props: logs(`${subscription}/resourceGroups/g/providers/x/y/z`, { category: "A", enabled: true }),
    },
    { type: setting, props: logs(UNKNOWN, { categoryGroup: "allLogs", enabled: "true" }) },
  ],
  fail: [
    { type: project, props: {}, config: zone },
    created(audit({ project: "shop", service: "storage.googleapis.com" })),
    created(audit({ project: "another", service: "allServices" })),
    { type: trail, props: {} },
    { type: trail, props: { ...complete, isMultiRegionTrail: false } },
    { type: trail, props: { ...complete, isMultiRegionTrail: undefined } },
    { type: trail, props: { ...complete, enableLogFileValidation: "false" } },
    { type: trail, props: { ...complete, enableLogging: false } },
    { type: trail, props: { ...complete, kmsKeyId: undefined } },
    ...of(configs, audits("allServices", { ...read })),
    ...of(configs, audits("allServices", { ...admin }, { ...write })),
    ...of(configs, audits("allServices", { ...read, exemptedMembers: ["user:boss@example.org"] }, { ...write })),
    { type: configs[0] ?? "", props: audits("storage.googleapis.com", { ...read, exemptedMembers: ["user:a@b.c"] }) },
    { type: setting, props: logs(subscription, ...activities("Administrative", "Security")) },
    { type: setting, props: { resourceUri: subscription } },
    { type: oldSetting, props: logs("/subscriptions/1/resourceGroups/g", { categoryGroup: "audit", enabled: false }) },
    { type: setting, props: logs(subscription, { categoryGroup: "allLogs", enabled: "false" }) },
  ],
  undetermined: [
    created(audit({ project: UNKNOWN, service: "allServices" })),
    created(audit({ project: "shop", service: UNKNOWN })),
    { type: trail, props: { ...complete, isMultiRegionTrail: UNKNOWN } },
    { type: trail, props: { ...complete, kmsKeyId: UNKNOWN } },
    ...of(configs, { service: "allServices", auditLogConfigs: UNKNOWN }),
    { type: configs[0] ?? "", props: audits(UNKNOWN, { ...read }) },
    { type: setting, props: { resourceUri: subscription, logs: UNKNOWN } },
    { type: setting, props: logs(UNKNOWN, { category: "Administrative", enabled: true }) },
    { type: oldSetting, props: logs(subscription, { categoryGroup: "allLogs", enabled: UNKNOWN }) },
  ],
  notApplicable: [
    { type: project, props: { projectId: "shop" } },
    { type: project, props: { projectId: "shop" }, config: { role: "lake" } },
    { type: setting, props: { resourceUri: "/subscriptions/1/resourceGroups/g", metrics: [{ enabled: true }] } },
  ],
};
