import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const organization = "aws:organizations/organization:Organization";
const detector = "aws:guardduty/detector:Detector";
const analyzer = "aws:accessanalyzer/analyzer:Analyzer";
const hub = "aws:securityhub/account:Account";
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";
const pricing = "azure-native:security:Pricing";

const beside = (type: string, props: object = {}): Sample => ({ type, name: "beside", props: { ...props } });
const monitoring = (enabled: unknown) => ({ securityProfile: { defender: { securityMonitoring: { enabled } } } });
const posture = (mode: unknown) => ({ securityPostureConfig: { mode } });

export const examples: Examples = {
  pass: [
    { type: organization, props: {}, beside: [beside(detector), beside(hub), beside(analyzer)] },
    {
      type: organization,
      props: {},
      beside: [
        beside("aws:guardduty/organizationAdminAccount:OrganizationAdminAccount"),
        beside("aws:securityhub/organizationAdminAccount:OrganizationAdminAccount"),
        beside(analyzer, { type: "ORGANIZATION" }),
      ],
    },
    { type: detector, props: {} },
    { type: detector, props: { enable: "true" } },
    { type: analyzer, props: {} },
    { type: analyzer, props: { type: "ORGANIZATION" } },
    { type: analyzer, props: { type: "ACCOUNT_UNUSED_ACCESS" }, beside: [beside(analyzer, { type: "ACCOUNT" })] },
    { type: hub, props: {} },
    {
      type: hub,
      props: { enableDefaultStandards: false },
      beside: [beside("aws:securityhub/standardsSubscription:StandardsSubscription")],
    },
    // new clusters have it
    { type: gke, props: {} },
    { type: gke, props: posture("BASIC") },
    { type: aks, props: monitoring(true) },
    { type: pricing, props: { pricingTier: "Standard" } },
  ],
  fail: [
    { type: organization, props: {} },
    { type: organization, props: {}, beside: [beside(detector), beside(hub)] },
    { type: organization, props: {}, beside: [beside(detector, { enable: false }), beside(hub), beside(analyzer)] },
    { type: detector, props: { enable: false } },
    { type: analyzer, props: { type: "ORGANIZATION_UNUSED_ACCESS" } },
    { type: hub, props: { enableDefaultStandards: "false" } },
    { type: gke, props: posture("DISABLED") },
    { type: aks, props: {} },
    { type: aks, props: monitoring(false) },
    { type: pricing, props: { pricingTier: "Free" } },
  ],
  undetermined: [
    {
      type: organization,
      props: {},
      beside: [beside(detector, { enable: UNKNOWN }), beside(hub), beside(analyzer)],
    },
    { type: detector, props: { enable: UNKNOWN } },
    { type: analyzer, props: { type: UNKNOWN } },
    { type: hub, props: { enableDefaultStandards: UNKNOWN } },
    { type: gke, props: { securityPostureConfig: UNKNOWN } },
    { type: aks, props: { securityProfile: UNKNOWN } },
    { type: pricing, props: { pricingTier: UNKNOWN } },
  ],
};
