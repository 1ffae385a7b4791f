import type { InstanceAutomatedBackupsReplicationArgs } from "@pulumi/aws/rds/instanceAutomatedBackupsReplication.js";
import type { SecretArgs as AwsSecretArgs } from "@pulumi/aws/secretsmanager/secret.js";
import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { DatabaseArgs as AzureDatabaseArgs } from "@pulumi/azure-native/sql/database.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { DatabaseArgs } from "@pulumi/gcp/firestore/database.js";
import type { SecretArgs } from "@pulumi/gcp/secretmanager/secret.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import type { BucketArgs } from "@pulumi/gcp/storage/bucket.js";
import { effectiveRegion, isMultiRegion } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule, Verdicts } from "../../core/rule.ts";
import { ALLOWED_REGIONS, strings } from "../../core/settings.ts";
import { holds } from "../../core/truth.ts";
import { decide, every, fail, forAll, notApplicable, PASS, UNCONFIGURED, undetermined } from "../../core/verdict.ts";
import { judgePair } from "../../models/azure-pair.ts";
import { planCopies, replicationCopies } from "../../models/copy.ts";
import { type Allowed, among } from "./allowed.ts";
import { stays } from "./copies.ts";

// Cloud SQL keeps backups in the multi-region closest to the instance
const CLOSEST: readonly (readonly [RegExp, string])[] = [
  [/^europe-/, "eu"],
  [/^(us|northamerica)-/, "us"],
  [/^asia-/, "asia"],
];
const BACKUPS = "settings.backupConfiguration";

function bucket(bucket: Resource<BucketArgs>, _: GraphRun, allowed: Allowed): Verdicts {
  const parts = bucket.list("customPlacementConfig.dataLocations");
  if (parts.state !== "absent") return forAll(parts, (part) => allowed(part.itself()));
  const location = bucket.text("location");
  if (location.state === "known" && !isMultiRegion(location.value)) return notApplicable("is in one region");
  return allowed(location, "is not set; default is US");
}

function secret(secret: Resource<SecretArgs>, _: GraphRun, allowed: Allowed): Verdicts {
  const auto = secret.read("replication.auto");
  if (auto.state === "known") return fail(auto.path, "is set: Google chooses the regions");
  const own = forAll(secret.list("replication.userManaged.replicas"), (one) => allowed(one.text("location")));
  return auto.state === "unknown" ? every([undetermined(auto), ...own]) : own;
}

function sql(database: Resource<DatabaseInstanceArgs>, _: GraphRun, allowed: Allowed): Verdicts {
  const kept = holds(database.flag(`${BACKUPS}.enabled`), (on) => on);
  if (kept === false) return notApplicable("makes no backups");
  const location = database.text(`${BACKUPS}.location`);
  const region = effectiveRegion(database as Resource);
  const verdict = (() => {
    if (location.state !== "absent") return allowed(location);
    if (region.state === "unknown") return undetermined(region);
    const name = region.state === "known" ? region.value : "";
    const closest = CLOSEST.find(([prefix]) => prefix.test(name))?.[1];
    const what = `is not set; default is the multi-region closest to ${name || "the instance"}`;
    if (closest === undefined) return fail(location.path, what);
    const inside = allowed({ state: "known", path: location.path, value: closest }).word === "pass";
    return inside ? PASS : fail(location.path, what);
  })();
  return kept === true || verdict.word === "pass" ? verdict : undetermined(kept);
}

/** What is geo-redundant lies in the paired region, too. */
function paired(resource: Resource, path: string, what: string, allowed: Allowed) {
  return judgePair(resource, (pair) =>
    allowed({ state: "known", path, value: pair }).word === "pass"
      ? PASS
      : fail(path, `${what}: a copy lies in ${pair}`),
  );
}

function account(account: Resource<StorageAccountArgs>, _: GraphRun, allowed: Allowed): Verdicts {
  return decide(account.text("sku.name"), {
    known: (sku) =>
      /_(RA)?GZ?RS$/i.test(sku) ? paired(account as Resource, "sku.name", `is ${sku}`, allowed) : undefined,
  });
}

function database(database: Resource<AzureDatabaseArgs>, _: GraphRun, allowed: Allowed): Verdicts {
  const path = "requestedBackupStorageRedundancy";
  const geo = (what: string) => paired(database as Resource, path, what, allowed);
  const redundancy = database.text(path);
  if (redundancy.state === "absent") return geo("is not set; default is Geo");
  return decide(redundancy, { known: (word) => (/^geo/i.test(word) ? geo(`is ${word}`) : undefined) });
}

const judged =
  (check: (resource: Resource, run: GraphRun, allowed: Allowed) => Verdicts): GraphCheck =>
  (resource, run) => {
    const regions = strings(run.config, ALLOWED_REGIONS);
    return regions === undefined ? UNCONFIGURED : check(resource, run, among(regions));
  };

export const replicasStayInRegion: Rule = {
  id: "replicas-stay-in-region",
  packs: ["gdpr"],
  title: "Copies and backups stay in the allowed regions",
  severity: "critical",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A replica, a backup or a paired region abroad is a transfer to a third country like any other.",
  fixText: ({ type, path }) => {
    if (path === "sku.name") return "Set `sku.name: Standard_ZRS`.";
    if (path === "requestedBackupStorageRedundancy") return `Set \`${path}: Zone\` or \`Local\`.`;
    if (path === "replication.auto") return "Set `replication.userManaged.replicas` to the allowed regions.";
    if (type.startsWith("aws:s3/")) return "Replicate to a bucket in an allowed region.";
    return `Set \`${path}\` to an allowed region.`;
  },
  settings: [ALLOWED_REGIONS],
  checks: {
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig": judged((it, { graph }, allowed) =>
      stays(replicationCopies(it, "rules", graph), allowed),
    ),
    "aws:s3/bucket:Bucket": judged((store, { graph }, allowed) =>
      store.read("replicationConfiguration").state === "absent"
        ? notApplicable("is not replicated by itself")
        : stays(replicationCopies(store, "replicationConfiguration.rules", graph), allowed),
    ),
    "aws:dynamodb/table:Table": judged((table, _, allowed) =>
      forAll(table.list("replicas"), (replica) => allowed(replica.text("regionName"))),
    ),
    "aws:backup/plan:Plan": judged((it, { graph }, allowed) => stays(planCopies(it, graph), allowed)),
    "aws:secretsmanager/secret:Secret": judged((it: Resource<AwsSecretArgs>, _, allowed) =>
      forAll(it.list("replicas"), (replica) => allowed(replica.text("region"))),
    ),
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": judged(
      (copies: Resource<InstanceAutomatedBackupsReplicationArgs>, _, allowed) => {
        const region = effectiveRegion(copies as Resource);
        return region.state === "global" ? PASS : allowed(region);
      },
    ),
    "gcp:storage/bucket:Bucket": judged(bucket),
    "gcp:secretmanager/secret:Secret": judged(secret),
    "gcp:sql/databaseInstance:DatabaseInstance": judged(sql),
    "gcp:firestore/database:Database": judged((store: Resource<DatabaseArgs>, _, allowed) =>
      allowed(store.text("locationId")),
    ),
    "azure-native:cosmosdb:DatabaseAccount": judged((it: Resource<DatabaseAccountArgs>, _, allowed) =>
      forAll(it.list("locations"), (location) => allowed(location.text("locationName"))),
    ),
    "azure-native:storage:StorageAccount": judged(account),
    "azure-native:sql:Database": judged(database),
    "azure-native:containerregistry:Replication": judged((copy, _, allowed) => allowed(copy.text("location"))),
  },
};
