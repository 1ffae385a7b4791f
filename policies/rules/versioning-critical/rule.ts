import { ifCritical } from "../../core/criticality.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { faultIf, not } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { keepsVersions } from "../../models/versioning.ts";

const PATHS: Readonly<Record<string, string>> = {
  aws: "versioningConfiguration.status",
  gcp: "versioning.enabled",
  azure: "isVersioningEnabled",
};

function versioned(store: Resource, run: GraphRun): readonly Verdict[] {
  const path = PATHS[store.cloud ?? ""] ?? "";
  const what = "is not on: what is overwritten is gone";
  return ifCritical(store, run, () => faultIf(not(keepsVersions(store, run.graph)), path, what));
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
