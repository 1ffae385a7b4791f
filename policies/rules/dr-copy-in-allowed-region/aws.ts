import { listed } from "../../core/expected.ts";
import type { Join } from "../../core/graph.ts";
import { effectiveRegion } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, holds, type Truth } from "../../core/truth.ts";
import { isBackedUp } from "../../models/backup-selection.ts";
import { planCopies, replicationCopies } from "../../models/copy.ts";
import { nameOf, pointsTo } from "../../models/reference.ts";
import { ofStore } from "../../models/versioning.ts";
import { anyCopy, type Copied, type Place } from "./second.ts";

const PLAN = "aws:backup/plan:Plan";
const REPLICATION: Join = {
  type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  key: "bucket",
  name: "bucket",
};

export const plan: Copied = (plan, { graph }, place) => anyCopy(planCopies(plan, graph), place);

const BACKUPS = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";

/** Whether a plan that copies elsewhere backs the store up. */
function backedUp(store: Resource, run: GraphRun, place: Place): Truth {
  return isBackedUp(store, run.graph, (selection) => {
    const plans = run.graph.ofType(PLAN).filter(({ urn }) => selection.edges["planId"]?.includes(urn));
    if (plans.length > 0) return anyOf(plans.map((one) => plan(one, run, place)));
    const reason = "is a plan that is not in this stack";
    return { state: "unknown", path: `${selection.name}.planId`, reason };
  });
}

export const bucket: Copied = (bucket, run, place) => {
  const copied = (from: Resource, path: string) => anyCopy(replicationCopies(from, path, run.graph), place);
  return anyOf([
    copied(bucket, "replicationConfiguration.rules"),
    ofStore(bucket, run.graph, REPLICATION, (config) => copied(config, "rules")),
    backedUp(bucket, run, place),
  ]);
};

export const table: Copied = (table, run, place) =>
  anyOf([...listed(table, "replicas", "regionName").map(place), backedUp(table, run, place)]);

/** Whether a replication of this stack writes into the bucket. */
export function isDestination(bucket: Resource, { graph }: GraphRun): Truth {
  const name = nameOf(bucket);
  const into = (from: Resource, path: string): Truth => {
    const key = path.split(".")[0] ?? path;
    const values = listed(from, path, "destination.bucket");
    return anyOf(values.map((value) => pointsTo({ from, key, value }, bucket, name)));
  };
  return anyOf([
    ...graph.ofType(REPLICATION.type).map((config) => into(config, "rules")),
    ...graph.ofType(bucket.type).map((other) => into(other, "replicationConfiguration.rules")),
  ]);
}

/** The property by which a database is a replica. */
const SOURCES: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "replicateSourceDb",
  "aws:rds/cluster:Cluster": "replicationSourceIdentifier",
};

export function isReplica(database: Resource): Truth {
  return holds(database.text(SOURCES[database.type] ?? ""), (source) => source !== "");
}

/** The region of something that was made from a database, which is where its copy is. */
function derived(database: Resource, type: string, key: string, { graph }: GraphRun, place: Place): Truth {
  const name = nameOf(database);
  return anyOf(
    graph.ofType(type).map((from) => {
      const region = effectiveRegion(from);
      const mine = pointsTo({ from, key, value: from.text(key) }, database, name);
      return allOf([mine, region.state !== "global" && place(region)]);
    }),
  );
}

const replicated = (database: Resource, run: GraphRun, place: Place): Truth =>
  derived(database, database.type, SOURCES[database.type] ?? "", run, place);

export const instance: Copied = (database, run, place) =>
  anyOf([
    derived(database, BACKUPS, "sourceDbInstanceArn", run, place),
    replicated(database, run, place),
    backedUp(database, run, place),
  ]);

/** Clusters of one global database are copies of each other. */
export const cluster: Copied = (database, run, place) => {
  const members = run.graph.ofType(database.type).map((other) => {
    const region = effectiveRegion(other);
    return allOf([isSameGlobal(database, other), region.state !== "global" && place(region)]);
  });
  return anyOf([...members, replicated(database, run, place), backedUp(database, run, place)]);
};

function isSameGlobal(one: Resource, other: Resource): Truth {
  if (one.urn === other.urn) return false;
  const key = "globalClusterIdentifier";
  const edges = one.edges[key] ?? [];
  if (edges.some((urn) => other.edges[key]?.includes(urn))) return true;
  const [mine, theirs] = [one.text(key), other.text(key)];
  if (theirs.state === "unknown") return mine.state !== "absent" && theirs;
  return holds(mine, (name) => theirs.state === "known" && theirs.value === name);
}
