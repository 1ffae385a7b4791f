import type { SelectionArgs } from "@pulumi/aws/backup/selection.js";
import type { TableArgs } from "@pulumi/aws/dynamodb/table.js";
import type { ReplicationGroupArgs } from "@pulumi/aws/elasticache/replicationGroup.js";
import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { anyItem, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { every, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { isBackedUp } from "../../models/backup-selection.ts";
import { reachesBack } from "./days.ts";

/** Backups of its own, or those that AWS Backup makes. */
function orBackedUp(store: Resource, { graph }: GraphRun, own: readonly Verdict[]): readonly Verdict[] {
  if (own.every(({ word }) => word === "pass")) return own;
  const copied = isBackedUp(store, graph);
  if (copied === true) return [PASS];
  return typeof copied === "boolean" ? own : [undetermined(copied)];
}

/** What is made again from its source needs no backups. */
function unlessReplica(replica: Truth, verdicts: () => readonly Verdict[]): readonly Verdict[] {
  if (replica === true) return [notApplicable("is a replica")];
  const own = verdicts();
  const faulty = own.some(({ word }) => word === "fail");
  return typeof replica !== "boolean" && faulty ? [undetermined(replica)] : own;
}

export function table(table: Resource<TableArgs>, run: GraphRun): readonly Verdict[] {
  const on = holds(table.flag("pointInTimeRecovery.enabled"), (enabled) => enabled);
  const absent = table.read("pointInTimeRecovery").state === "absent";
  const what = absent ? "is not set; default is false" : "is not true";
  return orBackedUp(
    table as Resource,
    run,
    every([
      faultIf(not(on), "pointInTimeRecovery.enabled", what),
      ...(on === true ? [reachesBack(table.number("pointInTimeRecovery.recoveryPeriodInDays"), 35, run.config)] : []),
    ]),
  );
}

export function instance(instance: Resource<InstanceArgs>, run: GraphRun): readonly Verdict[] {
  const replica = holds(instance.text("replicateSourceDb"), (source) => source !== "");
  return unlessReplica(replica, () =>
    orBackedUp(instance as Resource, run, [reachesBack(instance.number("backupRetentionPeriod"), 0, run.config)]),
  );
}

export function cluster(cluster: Resource<ClusterArgs>, run: GraphRun): readonly Verdict[] {
  const replica = holds(cluster.text("replicationSourceIdentifier"), (source) => source !== "");
  return unlessReplica(replica, () =>
    orBackedUp(cluster as Resource, run, [reachesBack(cluster.number("backupRetentionPeriod"), 1, run.config)]),
  );
}

export function cache(group: Resource<ReplicationGroupArgs>, { config }: GraphRun): readonly Verdict[] {
  const secondary = holds(group.text("globalReplicationGroupId"), (id) => id !== "");
  return unlessReplica(secondary, () => [reachesBack(group.number("snapshotRetentionLimit"), 0, config)]);
}

/** A selection that chooses nothing makes no copies. */
export function selection(selection: Resource<SelectionArgs>): Verdict {
  const lists = ["resources", "selectionTags", "conditions"] as const;
  const chooses = anyOf(
    lists.map((path) => {
      const list = selection.list(path);
      const text = path === "resources" ? anyItem(list, (arn) => arn !== "") : undefined;
      return text ?? holds(list, (items) => items.length > 0);
    }),
  );
  return faultIf(not(chooses), "resources", "is empty, and no tags choose anything");
}
