import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { holds } from "../../core/truth.ts";
import { sourcesOf } from "../../models/mesh-members.ts";
import { type Cluster, clustersBehind, clustersIn } from "../../paths/cluster.ts";

/** What shows where the control plane of a federation runs. */
const CONTROL_PLANE: Readonly<Record<string, string>> = {
  "kubernetes:apps/v1:Deployment": "metadata.name",
  "kubernetes:apps/v1:StatefulSet": "metadata.name",
  "kubernetes:helm.sh/v3:Release": "chart",
  "kubernetes:operator.karmada.io/v1alpha1:Karmada": "metadata.name",
};

/** The cluster that an object is of. */
export function clusterOf(object: Resource, graph: Graph): Cluster | undefined {
  return clustersIn(graph).find((cluster) => cluster.owns(object));
}

/** The clusters that a Secret gives access to: those it was computed from, or whose tokens it holds. */
export function clustersGivenBy(secret: Resource, graph: Graph): readonly Cluster[] {
  const byToken = sourcesOf(secret, graph).flatMap((providerUrn) => {
    const provider = providerUrn === undefined ? undefined : graph.get(providerUrn);
    return provider === undefined ? [] : clustersBehind(provider, graph);
  });
  const own = clusterOf(secret, graph);
  return [...new Set([...clustersBehind(secret, graph), ...byToken])].filter((cluster) => cluster !== own);
}

/** The cluster that a federation's control plane runs in; nothing where none shows it, or several do. */
export function hostOfKarmada(graph: Graph): Cluster | undefined {
  const hosts = clustersIn(graph).filter((cluster) =>
    Object.entries(CONTROL_PLANE).some(([type, path]) =>
      graph
        .ofType(type)
        .some((one) => cluster.owns(one) && holds(one.text(path), (name) => /(^|\/)karmada\b/.test(name)) === true),
    ),
  );
  return hosts.length === 1 ? hosts[0] : undefined;
}
