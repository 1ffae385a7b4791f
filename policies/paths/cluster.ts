import type { Graph } from "../core/graph.ts";
import type { Unknown } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { holds, type Truth } from "../core/truth.ts";
import { placedOn } from "./federation.ts";

/** What a cluster's kind is, and by which property others call it. */
export const CLUSTER_NAMES = {
  "aws:eks/cluster:Cluster": "name",
  "gcp:container/cluster:Cluster": "name",
  "azure-native:containerservice:ManagedCluster": "resourceName",
} as const;
export type ClusterType = keyof typeof CLUSTER_NAMES;
const PROVIDER = "pulumi:providers:kubernetes";

/** An object, and whether this cluster has it. */
export interface Placed {
  readonly object: Resource;
  readonly here: Truth;
}

/** A cluster of the program with the objects that it will have: its own, and those that a federation places on it. */
export class Cluster {
  readonly resource: Resource & { readonly type: ClusterType };
  readonly graph: Graph;
  readonly #providers: ReadonlySet<string>;
  readonly #placed = new Map<string, readonly Placed[]>();

  constructor(resource: Resource & { readonly type: ClusterType }, graph: Graph) {
    this.resource = resource;
    this.graph = graph;
    const speaking = graph.ofType(PROVIDER).filter(({ edges }) => Object.values(edges).flat().includes(resource.urn));
    this.#providers = new Set(speaking.map(({ urn }) => urn));
  }

  /** Whether an object was declared at this cluster itself. */
  owns(object: Resource): boolean {
    return object.providerUrn !== undefined && this.#providers.has(object.providerUrn);
  }

  /** Whether the program speaks to the cluster at all. */
  get isSpokenTo(): boolean {
    return this.#providers.size > 0;
  }

  objects(type: string): readonly Placed[] {
    const before = this.#placed.get(type);
    if (before !== undefined) return before;
    const placed = this.graph.ofType(type).flatMap((object): readonly Placed[] => {
      const here = this.owns(object) || placedOn(object, this);
      return here === false ? [] : [{ object, here }];
    });
    this.#placed.set(type, placed);
    return placed;
  }
}

/** The clusters that a resource was computed from: a provider by its kubeconfig, a registration by its address. */
export function clustersBehind(resource: Resource, graph: Graph): readonly Cluster[] {
  const tied = new Set(Object.values(resource.edges).flat());
  return [...tied]
    .flatMap((urn) => graph.get(urn) ?? [])
    .filter(({ type }) => type in CLUSTER_NAMES)
    .map((one) => clusterOf(one as Cluster["resource"], graph));
}

/** All clusters of a program. */
export function clustersIn(graph: Graph): readonly Cluster[] {
  return Object.keys(CLUSTER_NAMES)
    .flatMap((type) => graph.ofType(type))
    .map((one) => clusterOf(one as Cluster["resource"], graph));
}

/** The clusters that a path may mean by a name: their own, or that of their resource. */
export function clusterNamed(name: string, graph: Graph): Cluster | Unknown | string {
  const all = Object.keys(CLUSTER_NAMES).flatMap((type) => graph.ofType(type));
  const found = all.find((one) => one.name === name) ?? all.find((one) => isNamed(one, name) === true);
  if (found !== undefined) return clusterOf(found as Cluster["resource"], graph);
  const open = all.map((one) => isNamed(one, name)).find((truth) => typeof truth !== "boolean");
  return typeof open === "object" ? open : `there is no cluster ${name}`;
}

// what a cluster holds is found once, whatever the number of paths
const KNOWN = new WeakMap<Graph, Map<string, Cluster>>();

function clusterOf(resource: Cluster["resource"], graph: Graph): Cluster {
  const known = KNOWN.get(graph) ?? new Map<string, Cluster>();
  KNOWN.set(graph, known);
  const cluster = known.get(resource.urn) ?? new Cluster(resource, graph);
  known.set(resource.urn, cluster);
  return cluster;
}

function isNamed(cluster: Resource, name: string): Truth {
  return holds(cluster.text(CLUSTER_NAMES[cluster.type as ClusterType]), (own) => own === name);
}
