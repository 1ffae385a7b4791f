import type { Graph } from "../core/graph.ts";
import type { Bag, Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { istiodValue, meshOf, NAMESPACE, PEER_AUTHENTICATION } from "./mesh.ts";

export const SECRET = "kubernetes:core/v1:Secret";
const CLUSTER = "networking.istio.io/cluster";
/** What a cluster is called that says nothing. */
const NAME_BY_DEFAULT = "Kubernetes";

/** What values say of the cluster, in whatever runs its control plane; nothing in what does not. */
export const CONTROL_PLANES: Readonly<Record<string, (holder: Resource) => Bag | undefined>> = {
  "kubernetes:helm.sh/v3:Release": (release) => istiodValue(release, "global"),
  "kubernetes:install.istio.io/v1alpha1:IstioOperator": (operator) => operator.bag("spec.values.global"),
  "kubernetes:sailoperator.io/v1:Istio": (istio) => istio.bag("spec.values.global"),
};
export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";

/** The name that a cluster's proxies and services have, in whatever runs its control plane; nothing in what does not. */
export function clusterNameIn(holder: Resource): Read<string> | undefined {
  if (holder.type === DEPLOYMENT) return inEnvironment(holder);
  const name = CONTROL_PLANES[holder.type]?.(holder)?.text("multiCluster.clusterName");
  const chart = holder.text("chart");
  if (name === undefined || chart.state === "unknown") return name && chart;
  return name.state === "absent" ? { ...name, state: "known", value: NAME_BY_DEFAULT } : name;
}

function inEnvironment(deployment: Resource): Read<string> | undefined {
  const name = deployment.text("metadata.name");
  const containers = deployment.list("spec.template.spec.containers");
  if (containers.state !== "known") {
    return containers.state === "unknown" && holds(name, (word) => word.startsWith("istiod")) !== false
      ? containers
      : undefined;
  }
  const istiod = containers.value.find((one) => holds(one.text("name"), (word) => word === "discovery") !== false);
  const variables = istiod?.list("env");
  if (variables?.state !== "known") return variables?.state === "unknown" ? variables : undefined;
  const variable = variables.value.find((one) => holds(one.text("name"), (word) => word === "CLUSTER_ID") !== false);
  const open = [istiod, variable].map((part) => part?.text("name")).find((read) => read?.state === "unknown");
  return variable && (open ?? variable.text("value"));
}

/** Whether a Secret gives a control plane access to other clusters. */
export function isRemoteSecret(secret: Resource): Truth {
  const label = secret.bag("metadata.labels").under("istio/multiCluster").self();
  return holds(label, (word) => String(word) === "true");
}

/** The clusters whose access a Secret holds: each key is the name of one. */
export function clustersNamedIn(secret: Resource): Read<readonly string[]> {
  const keys = [secret.bag("data").keys(), secret.bag("stringData").keys()];
  const path = secret.bag("stringData").path;
  const open = keys.find((one) => one.state === "unknown");
  if (open !== undefined) return open;
  return { state: "known", path, value: keys.flatMap((one) => (one.state === "known" ? one.value : [])) };
}

/** The name of the cluster that a Secret is said to be about. */
export function annotatedCluster(secret: Resource): Read<string> {
  return secret.bag("metadata.annotations").under(CLUSTER).itself();
}

/** One cluster with a mesh, as far as this stack declares it. */
export interface MeshCluster {
  readonly providerUrn: string | undefined;
  readonly declared: Truth;
  readonly names: readonly Read<string>[];
  /** Secrets that name its peers. */
  readonly remotes: readonly { readonly secret: Resource; readonly is: Truth }[];
}

const SEEN = new WeakMap<Graph, readonly MeshCluster[]>();

/** All clusters of this stack that have, or may have, a mesh. */
export function clustersIn(graph: Graph): readonly MeshCluster[] {
  const seen = SEEN.get(graph);
  if (seen !== undefined) return seen;
  const holders = [...Object.keys(CONTROL_PLANES), DEPLOYMENT].flatMap((type) => graph.ofType(type));
  const marks = [SECRET, NAMESPACE, PEER_AUTHENTICATION].flatMap((type) => graph.ofType(type));
  const clusters = [...new Set([...holders, ...marks].map(({ providerUrn }) => providerUrn))].map((providerUrn) => {
    const here = (one: Resource) => one.providerUrn === providerUrn;
    const remotes = graph
      .ofType(SECRET)
      .filter(here)
      .map((secret) => ({ secret, is: isRemoteSecret(secret) }));
    const names = holders.filter(here).flatMap((holder) => clusterNameIn(holder) ?? []);
    const told = anyOf([meshOf({ providerUrn }, graph).declared, names.length > 0, ...remotes.map(({ is }) => is)]);
    return { providerUrn, declared: told, names, remotes: remotes.filter(({ is }) => is !== false) };
  });
  const found = clusters.filter(({ declared }) => declared !== false);
  SEEN.set(graph, found);
  return found;
}

export function clusterOf({ providerUrn }: Resource, graph: Graph): MeshCluster | undefined {
  return clustersIn(graph).find((cluster) => cluster.providerUrn === providerUrn);
}

/** Another cluster, and whether it is in the same mesh. */
export interface Peer {
  readonly cluster: MeshCluster;
  readonly its: Truth;
}

/** The other clusters that are, or may be, in the mesh of an object's cluster: one of both has access to the other. */
export function peersOf(object: Resource, graph: Graph): readonly Peer[] {
  const own = clusterOf(object, graph);
  if (own === undefined) return [];
  return clustersIn(graph)
    .filter((cluster) => cluster !== own)
    .map((cluster) => ({
      cluster,
      its: allOf([own.declared, cluster.declared, anyOf([knows(own, cluster, graph), knows(cluster, own, graph)])]),
    }))
    .filter(({ its }) => its !== false);
}

function knows(one: MeshCluster, other: MeshCluster, graph: Graph): Truth {
  return anyOf(one.remotes.map(({ secret, is }) => allOf([is, isOf(secret, other, graph)])));
}

/** Whether a Secret is access to a cluster: computed from what is in it, or by its name. */
export function isOf(secret: Resource, cluster: MeshCluster, graph: Graph): Truth {
  const sources = sourcesOf(secret, graph);
  if (sources.length > 0) return sources.includes(cluster.providerUrn);
  const keys = clustersNamedIn(secret);
  const said = annotatedCluster(secret);
  const open = [...cluster.names, keys].find(({ state }) => state === "unknown");
  const named = cluster.names.some(
    (name) =>
      name.state === "known" &&
      ((said.state === "known" && said.value === name.value) ||
        (keys.state === "known" && keys.value.includes(name.value))),
  );
  if (named) return true;
  if (open?.state === "unknown") return open;
  if (cluster.names.length > 0) return said.state === "unknown" && said;
  return {
    state: "unknown",
    path: keys.path,
    reason: "names a cluster, and no other in this stack says what it is called",
  };
}

/** The other clusters that a Secret was computed from. */
export function sourcesOf(secret: Resource, graph: Graph): readonly (string | undefined)[] {
  return ["data", "stringData"]
    .flatMap((key) => secret.edges[key] ?? [])
    .flatMap((urn) => graph.get(urn) ?? [])
    .filter(({ type, providerUrn }) => type === SECRET && providerUrn !== secret.providerUrn)
    .map(({ providerUrn }) => providerUrn);
}
