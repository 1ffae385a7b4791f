import type { AnalyzerArgs } from "@pulumi/aws/accessanalyzer/analyzer.js";
import type { DetectorArgs } from "@pulumi/aws/guardduty/detector.js";
import type { AccountArgs } from "@pulumi/aws/securityhub/account.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { PricingArgs } from "@pulumi/azure-native/security/pricing.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import { mustBe, mustSay } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, fail, PASS, undetermined } from "../../core/verdict.ts";

const ORGANIZATION = "aws:organizations/organization:Organization";
const DETECTOR = "aws:guardduty/detector:Detector";
const ANALYZER = "aws:accessanalyzer/analyzer:Analyzer";
const HUB = "aws:securityhub/account:Account";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";
const PRICING = "azure-native:security:Pricing";

// an organisation may hand these to another account
const EXPECTED = [
  ["GuardDuty", DETECTOR, "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount"],
  ["Security Hub", HUB, "aws:securityhub/organizationAdminAccount:OrganizationAdminAccount"],
  ["Access Analyzer", ANALYZER],
] as const;

/** The program that makes the organisation is the landing zone: the services belong beside it. */
const organization: GraphCheck = (_, { graph }) => {
  const there = EXPECTED.map(([name, ...types]) => {
    const found = types.flatMap((type) => graph.ofType(type));
    // a detector that is switched off detects nothing; the others have no such switch
    return [name, anyOf(found.map((one) => holds(one.flag("enable"), (on) => on, true)))] as const;
  });
  const missing = there.filter(([, found]) => found === false).map(([name]) => name);
  if (missing.length > 0) return fail("", `has no ${missing.join(", no ")} beside it`);
  return faultIf(not(allOf(there.map(([, found]) => found))), "", "lacks a service beside it");
};

const looksOutside = (analyzer: Resource) =>
  holds(analyzer.text("type"), (type) => type === "ACCOUNT" || type === "ORGANIZATION", true);

/** Other analyzers look for what is unused, and find nothing that strangers can reach. */
const analyzer: GraphCheck = (analyzer: Resource<AnalyzerArgs>, { graph }) => {
  const outside = anyOf([analyzer, ...graph.ofType(ANALYZER)].map(looksOutside));
  if (typeof outside !== "boolean") return undetermined(outside);
  if (outside) return PASS;
  const type = analyzer.text("type");
  return fail(
    "type",
    `is ${type.state === "known" ? type.value : "not known"}, and no analyzer looks for access from outside`,
  );
};

const hub: GraphCheck = (hub: Resource<AccountArgs>, { graph }) =>
  decide(hub.flag("enableDefaultStandards"), {
    known: (on) =>
      on || graph.ofType("aws:securityhub/standardsSubscription:StandardsSubscription").length > 0
        ? undefined
        : "is false, and no StandardsSubscription takes its place",
  });

export const threatDetectionOn: Rule = {
  id: "threat-detection-on",
  packs: ["zero-trust"],
  title: "The clouds' own detection of threats is on",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Stolen keys and mined coins look like ordinary use to everybody but a service that knows the difference.",
  equivalents: ["CKV_AWS_238", "CKV2_AWS_3", "CKV_AZURE_84", "CKV_AZURE_85", "CKV_AZURE_86", "CKV_AZURE_87"],
  fixText: ({ type, path }) => {
    if (type === ORGANIZATION) return "Add a guardduty Detector, a securityhub Account and an accessanalyzer Analyzer.";
    if (type === ANALYZER) return "Add an Analyzer with `type: ACCOUNT` or ORGANIZATION.";
    if (type === GKE) return "Set `securityPostureConfig.mode: BASIC`.";
    return type === PRICING ? "Set `pricingTier: Standard`." : `Set \`${path}: true\`.`;
  },
  inPlace: [DETECTOR, GKE, AKS, PRICING],
  checks: {
    [ORGANIZATION]: organization,
    [DETECTOR]: (detector: Resource<DetectorArgs>) => mustBe(detector.flag("enable"), true, true),
    [ANALYZER]: analyzer,
    [HUB]: hub,
    [GKE]: (cluster: Resource<ClusterArgs>) =>
      decide(cluster.text("securityPostureConfig.mode"), {
        known: (mode) => (mode === "DISABLED" ? "is DISABLED" : undefined),
      }),
    [AKS]: (cluster: Resource<ManagedClusterArgs>) =>
      mustBe(cluster.flag("securityProfile.defender.securityMonitoring.enabled"), true, false),
    [PRICING]: (pricing: Resource<PricingArgs>) =>
      mustSay(pricing.text("pricingTier"), { good: ["Standard"], bad: ["Free"], byDefault: "Free" }),
  },
};
