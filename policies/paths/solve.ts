import type { Graph } from "../core/graph.ts";
import type { Unknown } from "../core/props.ts";
import type { Truth } from "../core/truth.ts";
import { publicEndpointHop } from "./api-server.ts";
import { authorizationHop } from "./authorization.ts";
import { Cluster, clusterNamed } from "./cluster.ts";
import type { Declaration, End, Port } from "./declaration.ts";
import { type Hop, uncovered } from "./hop.ts";
import { identityHop } from "./mesh.ts";
import { networkPolicyHop } from "./network-policy.ts";
import { type PodSide, podSide } from "./pod.ts";
import { type Proof, proofOf } from "./proof.ts";

/** An end as the program has it; a text says why it has not. */
type Side =
  | { readonly kind: "internet" }
  | { readonly kind: "addresses"; readonly block: string }
  | { readonly kind: "pod"; readonly side: PodSide }
  | { readonly kind: "apiServer"; readonly cluster: Cluster };

/** Follows every declared path through the program. */
export function solve(declared: readonly Declaration[], graph: Graph): readonly Proof[] {
  return declared.map((path) => {
    const [from, to] = [sideOf(path.from, graph), sideOf(path.to, graph)];
    const missing = new Set([from, to].filter((side) => typeof side === "string"));
    if (typeof from === "string" || typeof to === "string") return proofOf(path, { missing: [...missing].join("; ") });
    const hidden = [from, to].find((side) => "state" in side);
    if (hidden !== undefined || "state" in from || "state" in to)
      return proofOf(path, { hops: [endHop(hidden ?? false)] });
    return proofOf(path, { hops: chainOf(from, to, path.port) });
  });
}

const endHop = (open: Truth): Hop => ({ what: "both ends of the path", open, by: [] });

function sideOf(end: End, graph: Graph): Side | Unknown | string {
  if (end.kind === "internet" || end.kind === "addresses") return end;
  const cluster = clusterNamed(end.cluster, graph);
  if (!(cluster instanceof Cluster)) return cluster;
  if (end.kind === "apiServer") return { kind: "apiServer", cluster };
  const side = podSide(end, cluster);
  return typeof side === "string" || "state" in side ? side : { kind: "pod", side };
}

function chainOf(from: Side, to: Side, port: Port): readonly Hop[] {
  if (from.kind === "pod" && to.kind === "pod" && from.side.cluster.resource.urn === to.side.cluster.resource.urn) {
    return podToPod(from.side, to.side, port);
  }
  if (from.kind === "internet" && to.kind === "apiServer") return [publicEndpointHop(to.cluster, from)];
  return [
    { what: `from ${from.kind} to ${to.kind}`, open: uncovered("", "is a kind of path that is not followed"), by: [] },
  ];
}

/** Pods of one cluster: what leaves, what comes in, and who may call. */
function podToPod(from: PodSide, to: PodSide, port: Port): readonly Hop[] {
  return [
    networkPolicyHop("egress", from, { kind: "pod", side: to }, port),
    networkPolicyHop("ingress", to, { kind: "pod", side: from }, port),
    identityHop(from, to, port),
    authorizationHop(from, to, port),
  ].filter((hop) => hop !== undefined);
}
