import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, holds, type Truth } from "../core/truth.ts";

export const EKS = "aws:eks/cluster:Cluster";
export const ADDON = "aws:eks/addon:Addon";

/** Whether AWS runs the nodes and what belongs on them, so that there are no add-ons to declare. */
export function isAuto(cluster: Resource): Truth {
  return holds(cluster.flag("computeConfig.enabled"), (on) => on);
}

/** The clusters of this stack that something names in a property. */
export function clustersOf(resource: Resource, key: string, graph: Graph): readonly Resource[] {
  return graph.ofType(EKS).filter((cluster) => {
    const { sure } = graph.attached(cluster, { type: resource.type, key, name: "name" });
    return sure.includes(resource);
  });
}

/** Whether a cluster has an add-on of one name. */
export function hasAddon(cluster: Resource, name: string, graph: Graph): Truth {
  const named = (addon: Resource) => holds(addon.text("addonName"), (own) => own === name);
  const { sure, maybe } = graph.attached(cluster, { type: ADDON, key: "clusterName", name: "name" });
  return anyOf([...sure.map(named), ...maybe.map((addon) => whether(named(addon), addon))]);
}

function whether(truth: Truth, addon: Resource): Truth {
  return truth === true ? { state: "unknown", path: `${addon.name}.clusterName` } : truth;
}
