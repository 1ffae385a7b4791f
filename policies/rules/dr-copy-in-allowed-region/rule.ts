import type { BucketArgs } from "@pulumi/gcp/storage/bucket.js";
import { ifCritical } from "../../core/criticality.ts";
import { isMultiRegion, type Region } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { ALLOWED_REGIONS } from "../../core/settings.ts";
import { anyOf } from "../../core/truth.ts";
import { bucket, plan, table } from "./aws.ts";
import { database, namespace, vault } from "./azure.ts";
import { type Copied, judgeCopies } from "./second.ts";

const S3 = "aws:s3/bucket:Bucket";
const TABLE = "aws:dynamodb/table:Table";
const PLAN = "aws:backup/plan:Plan";
const GCS = "gcp:storage/bucket:Bucket";
const DATABASE = "azure-native:sql:Database";
const NAMESPACE = "azure-native:servicebus:Namespace";
const VAULT = "azure-native:recoveryservices:Vault";

// each of several regions is the second one of another
const ANYWHERE: Region = { state: "known", path: "location", value: "" };

const gcs: Copied = (bucket: Resource<BucketArgs>, _, place) => {
  const parts = bucket.list("customPlacementConfig.dataLocations");
  if (parts.state === "unknown") return parts;
  if (parts.state === "known") return anyOf(parts.value.map((part) => place(part.itself())));
  const location = bucket.text("location");
  if (location.state === "absent") return place({ ...location, state: "known", value: "US" });
  return location.state === "known" && !isMultiRegion(location.value) ? false : place(location);
};

const judged = (copied: Copied, path: string, what: string, home?: () => Region): GraphCheck => {
  const judge = judgeCopies(copied, path, what, home);
  return (store, run) => ifCritical(store, run, () => judge(store, run));
};

const FIX: Readonly<Record<string, string>> = {
  [S3]: "Add a BucketReplicationConfig, or a backup Plan with `copyActions`, to a second allowed region.",
  [TABLE]: "Add to `replicas` a `regionName` that is allowed.",
  [PLAN]: "Add to `rules` a `copyActions` with a `destinationVaultArn` in a second allowed region.",
  [GCS]: "Set `location` to a dual-region or multi-region whose regions are allowed; it replaces the bucket.",
  [DATABASE]: "Set `requestedBackupStorageRedundancy: Geo`, or add the database to a FailoverGroup.",
  [NAMESPACE]: "Add a DisasterRecoveryConfig with a `partnerNamespace` in a second allowed region.",
  [VAULT]: "Set `properties.redundancySettings.crossRegionRestore: Enabled`.",
};

export const drCopyInAllowedRegion: Rule = {
  id: "dr-copy-in-allowed-region",
  packs: ["reliability"],
  title: "Critical data has a copy in a second allowed region",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "When a region is lost, so is everything that was nowhere else.",
  controls: ["dora:11", "dora:12", "nis2:21(2)(c)"],
  equivalents: ["CKV_AWS_144"],
  fixText: ({ type }) => FIX[type] ?? "",
  inPlace: [TABLE],
  settings: [ALLOWED_REGIONS],
  checks: {
    [S3]: judged(bucket, "", "has no copy in a second region"),
    [TABLE]: judged(table, "replicas", "has no other region"),
    [PLAN]: judged(plan, "rules", "copies to no second region"),
    [GCS]: judged(gcs, "location", "is one region", () => ANYWHERE),
    [DATABASE]: judged(database, "", "has no copy in a second region"),
    [NAMESPACE]: judged(namespace, "", "has no partner in a second region"),
    [VAULT]: judged(vault, "properties.redundancySettings.crossRegionRestore", "is not Enabled; default is Disabled"),
  },
};
