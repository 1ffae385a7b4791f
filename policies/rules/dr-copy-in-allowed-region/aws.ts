import type { Join } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { anyOf, type Truth } from "../../core/truth.ts";
import { isBackedUp } from "../../models/backup-selection.ts";
import { planCopies, replicationCopies } from "../../models/copy.ts";
import { ofStore } from "../../models/versioning.ts";
import { anyCopy, type Copied, type Place } from "./second.ts";

const PLAN = "aws:backup/plan:Plan";
const REPLICATION: Join = {
  type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  key: "bucket",
  name: "bucket",
};

export const plan: Copied = (plan, { graph }, place) => anyCopy(planCopies(plan, graph), place);

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

export const table: Copied = (table, run, place) => {
  const replicas = table.list("replicas");
  const own: Truth =
    replicas.state === "known"
      ? anyOf(replicas.value.map((replica) => place(replica.text("regionName"))))
      : replicas.state === "unknown" && replicas;
  return anyOf([own, backedUp(table, run, place)]);
};
