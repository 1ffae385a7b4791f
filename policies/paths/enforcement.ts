import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import { uncovered } from "./hop.ts";

const ADDON = "aws:eks/addon:Addon";

const ENFORCES: Readonly<Record<ClusterType, (cluster: Cluster) => Truth>> = {
  // a cluster without the managed add-on may run another plugin
  "aws:eks/cluster:Cluster": ({ resource, graph }) => {
    const { sure, maybe } = graph.attached(resource, { type: ADDON, key: "clusterName", name: "name" });
    const plugins = [...sure, ...maybe].filter(
      (addon) => holds(addon.text("addonName"), (name) => name === "vpc-cni") !== false,
    );
    if (plugins.length === 0) return uncovered(resource.name, "has no vpc-cni add-on that says whether policies hold");
    return anyOf(
      plugins.map((addon) =>
        allOf([
          sure.includes(addon) || uncovered(addon.name, "may belong to another cluster"),
          holds(addon.text("addonName"), (name) => name === "vpc-cni"),
          holds(addon.json("configurationValues").flag("enableNetworkPolicy"), (on) => on),
        ]),
      ),
    );
  },
  "gcp:container/cluster:Cluster": ({ resource }) =>
    anyOf([
      holds(resource.flag("enableAutopilot"), (on) => on),
      holds(resource.text("datapathProvider"), (provider) => provider === "ADVANCED_DATAPATH"),
      holds(resource.flag("networkPolicy.enabled"), (on) => on),
    ]),
  "azure-native:containerservice:ManagedCluster": ({ resource }) =>
    holds(resource.text("networkProfile.networkPolicy"), (plugin) => ["azure", "calico", "cilium"].includes(plugin)),
};

/** Whether anything in a cluster makes network policies hold; without it, they are words. */
export function enforcesPolicies(cluster: Cluster): Truth {
  return ENFORCES[cluster.resource.type](cluster);
}
