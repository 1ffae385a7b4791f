import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { Bag } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, holds, not, onlyIf, type Truth } from "../core/truth.ts";
import { forAll, type Verdict } from "../core/verdict.ts";

export const GKE = "gcp:container/cluster:Cluster";

/** Whether Google runs the nodes, so that there are no pools to declare. */
export function isAutopilot(cluster: Resource<ClusterArgs>): Truth {
  return holds(cluster.flag("enableAutopilot"), (on) => on);
}

/** Judges the nodes that a cluster declares itself: those of its inline pools, else of the default pool while it is kept. */
export function ofOwnPools(cluster: Resource<ClusterArgs>, judge: (nodes: Bag) => Verdict): readonly Verdict[] {
  const inline = cluster.list("nodePools");
  const declared = holds(inline, (pools) => pools.length > 0);
  if (declared !== false) return forAll(inline, (pool) => judge(pool.bag("nodeConfig")));
  const removed = holds(cluster.flag("removeDefaultNodePool"), (on) => on);
  return onlyIf(not(anyOf([isAutopilot(cluster), removed])), "has no pool of its own", () =>
    judge(cluster.bag("nodeConfig")),
  );
}
