import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { faultIf, not } from "../../core/truth.ts";
import { notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { keepsVersions } from "../../models/versioning.ts";

const CRITICAL = new Set(["high", "critical"]);
const PATHS: Readonly<Record<string, string>> = {
  aws: "versioningConfiguration.status",
  gcp: "versioning.enabled",
  azure: "isVersioningEnabled",
};

function versioned(store: Resource, { graph, config }: GraphRun): Verdict {
  const criticality = effectiveTag(store, tagName(config, "criticality"));
  if (criticality.state === "absent") return notApplicable("says nothing of its criticality");
  if (criticality.state === "known" && !CRITICAL.has(criticality.value.toLowerCase())) {
    return notApplicable(`has ${criticality.value} criticality`);
  }
  const path = PATHS[store.cloud ?? ""] ?? "";
  const verdict = faultIf(not(keepsVersions(store, graph)), path, "is not on: what is overwritten is gone");
  return criticality.state === "unknown" && verdict.word === "fail" ? undetermined(criticality) : verdict;
}

export const versioningCritical: Rule = {
  id: "versioning-critical",
  packs: ["reliability"],
  title: "Critical objects keep their versions",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Without versions one wrong write or one stolen key replaces objects for good.",
  equivalents: ["CKV_AWS_21", "CKV_GCP_78", "AWS-0090"],
  fixText: ({ type }) => {
    if (type.startsWith("gcp:")) return "Set `versioning.enabled: true`, with a lifecycle rule that ends old versions.";
    return type.startsWith("aws:")
      ? "Add a BucketVersioning with `status: Enabled`, and a lifecycle rule that ends old versions."
      : "Add BlobServiceProperties with `isVersioningEnabled: true`, and a policy that ends old versions.";
  },
  checks: each(["aws:s3/bucket:Bucket", "gcp:storage/bucket:Bucket", "azure-native:storage:StorageAccount"], versioned),
};
