import type { BucketArgs } from "@pulumi/gcp/storage/bucket.js";
import { ifCritical } from "../../core/criticality.ts";
import { listed } from "../../core/expected.ts";
import { isMultiRegion, type Region } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule } from "../../core/rule.ts";
import { ALLOWED_REGIONS } from "../../core/settings.ts";
import { anyOf, not, onlyIf, type Truth } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { bucket, cluster, instance, isDestination, isReplica, plan, table } from "./aws.ts";
import { cosmos, database, isPartner, namespace, vault } from "./azure.ts";
import { type Copied, judgeCopies } from "./second.ts";

const S3 = "aws:s3/bucket:Bucket";
const TABLE = "aws:dynamodb/table:Table";
const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const PLAN = "aws:backup/plan:Plan";
const GCS = "gcp:storage/bucket:Bucket";
const DATABASE = "azure-native:sql:Database";
const COSMOS = "azure-native:cosmosdb:DatabaseAccount";
const NAMESPACE = "azure-native:servicebus:Namespace";
const VAULT = "azure-native:recoveryservices:Vault";

const CROSS_REGION = "properties.redundancySettings.crossRegionRestore";
const COPYLESS = "has no copy in a second region";
// each of several regions is the second one of another
const ANYWHERE: Region = { state: "known", path: "location", value: "" };

const gcs: Copied = (bucket: Resource<BucketArgs>, _, place) => {
  const parts = listed(bucket as Resource, "customPlacementConfig.dataLocations");
  if (parts.length > 0) return anyOf(parts.map(place));
  const location = bucket.text("location");
  if (location.state === "absent") return place({ ...location, state: "known", value: "US" });
  return location.state === "known" && !isMultiRegion(location.value) ? false : place(location);
};

type IsCopy = (store: Resource, run: GraphRun) => Truth;

const judged =
  (judge: (store: Resource, run: GraphRun) => Verdict, isCopy: IsCopy = () => false): GraphCheck =>
  (store, run) =>
    ifCritical(store, run, () =>
      onlyIf(not(isCopy(store, run)), "is itself the copy of another", () => judge(store, run)),
    );
const FIX: Readonly<Record<string, string>> = {
  [S3]: "Add a BucketReplicationConfig, or a backup Plan with `copyActions`, to a second allowed region.",
  [TABLE]: "Add to `replicas` a `regionName` that is allowed.",
  [INSTANCE]: "Add an InstanceAutomatedBackupsReplication, or a backup Plan with `copyActions`.",
  [CLUSTER]: "Add a cluster of the same `globalClusterIdentifier`, or a backup Plan with `copyActions`.",
  [PLAN]: "Add to `rules` a `copyActions` with a `destinationVaultArn` in a second allowed region.",
  [GCS]: "Set `location` to a dual-region or multi-region whose regions are allowed; it replaces the bucket.",
  [DATABASE]: "Set `requestedBackupStorageRedundancy: Geo`, or add the database to a FailoverGroup.",
  [COSMOS]: "Add to `locations` a `locationName` that is allowed.",
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
  equivalents: ["CKV_AWS_144"],
  fixText: ({ type }) => FIX[type] ?? "",
  inPlace: [TABLE, COSMOS],
  settings: [ALLOWED_REGIONS],
  checks: {
    [S3]: judged(judgeCopies(bucket, "", COPYLESS), isDestination),
    [TABLE]: judged(judgeCopies(table, "replicas", "has no other region")),
    [INSTANCE]: judged(judgeCopies(instance, "", COPYLESS), isReplica),
    [CLUSTER]: judged(judgeCopies(cluster, "", COPYLESS), isReplica),
    [PLAN]: judged(judgeCopies(plan, "rules", "copies to no second region")),
    [GCS]: judged(judgeCopies(gcs, "location", "is one region", () => ANYWHERE)),
    [DATABASE]: judged(judgeCopies(database, "", COPYLESS)),
    [COSMOS]: judged(judgeCopies(cosmos, "locations", "has no other region")),
    [NAMESPACE]: judged(judgeCopies(namespace, "", "has no partner in a second region"), isPartner),
    [VAULT]: judged(judgeCopies(vault, CROSS_REGION, "is not Enabled; default is Disabled")),
  },
};
