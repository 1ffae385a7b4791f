import { ifCritical } from "../../core/criticality.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { faultIf, not } from "../../core/truth.ts";
import { keepsVersions } from "../../models/versioning.ts";

const PATHS: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "versioningConfiguration.status",
  "gcp:storage/bucket:Bucket": "versioning.enabled",
  "azure-native:storage:StorageAccount": "isVersioningEnabled",
};

const versioned =
  (path: string): GraphCheck =>
  (store, run) => {
    const what = "is not on: what is overwritten is gone";
    return ifCritical(store, run, () => faultIf(not(keepsVersions(store, run.graph)), path, what));
  };

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
  checks: Object.fromEntries(Object.entries(PATHS).map(([type, path]) => [type, versioned(path)])),
};
