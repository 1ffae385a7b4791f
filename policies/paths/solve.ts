import type { Graph } from "../core/graph.ts";
import type { Unknown } from "../core/props.ts";
import { anyOf, type Truth } from "../core/truth.ts";
import { publicEndpointHop } from "./api-server.ts";
import { authorizationHop } from "./authorization.ts";
import { Cluster, clusterNamed } from "./cluster.ts";
import type { CloudService, End, Internet, Port } from "./declaration.ts";
import type { Declared } from "./document.ts";
import { eastWest } from "./east-west.ts";
import { entryHops } from "./entry/enter.ts";
import { bestOf, type Hop, uncovered } from "./hop.ts";
import { linkHop, routeHop } from "./link.ts";
import { identityHop } from "./mesh.ts";
import { networkPolicyHop } from "./network-policy.ts";
import { exitHops } from "./out/leave.ts";
import { type PodSide, podSide } from "./pod.ts";
import { privateEndpointHop } from "./private-endpoint.ts";
import { type Proof, proofOf } from "./proof.ts";
import { apiServerRanges, podRanges, sourceRanges } from "./ranges.ts";
import { serviceHops } from "./service/call.ts";

/** An end as the program has it; a text says why it has not. */
type Side =
  | Internet
  | { readonly kind: "addresses"; readonly block: string }
  | CloudService
  | { readonly kind: "pod"; readonly side: PodSide }
  | { readonly kind: "apiServer"; readonly cluster: Cluster };

/** Follows every declared path through the program. */
export function solve({ paths, mayBeAbsent }: Declared, graph: Graph): readonly Proof[] {
  const absent = absentAmong(mayBeAbsent, graph);
  return paths.map((path) => {
    const gone = [path.from, path.to].flatMap((end) =>
      "cluster" in end && absent.includes(end.cluster) ? [end.cluster] : [],
    );
    if (gone.length > 0) return proofOf(path, { absent: `${[...new Set(gone)].join(" and ")} is not in this stack` });
    const [from, to] = [sideOf(path.from, graph), sideOf(path.to, graph)];
    const missing = new Set([from, to].filter((side) => typeof side === "string"));
    if (typeof from === "string" || typeof to === "string") return proofOf(path, { missing: [...missing].join("; ") });
    const hidden = [from, to].find((side) => "state" in side);
    if (hidden !== undefined || "state" in from || "state" in to)
      return proofOf(path, { hops: [endHop(hidden ?? false)] });
    return proofOf(path, { hops: chainOf(from, to, path.port) });
  });
}

// a stack without any of them is not one of those that the document is for
function absentAmong(names: readonly string[], graph: Graph): readonly string[] {
  const absent = names.filter((name) => typeof clusterNamed(name, graph) === "string");
  return absent.length < names.length ? absent : [];
}

const endHop = (open: Truth): Hop => ({ what: "both ends of the path", open, by: [] });

function sideOf(end: End, graph: Graph): Side | Unknown | string {
  if (end.kind === "internet" || end.kind === "addresses" || end.kind === "service") return end;
  const cluster = clusterNamed(end.cluster, graph);
  if (!(cluster instanceof Cluster)) return cluster;
  if (end.kind === "apiServer") return { kind: "apiServer", cluster };
  const side = podSide(end, cluster);
  return typeof side === "string" || "state" in side ? side : { kind: "pod", side };
}

type Follow = (from: Side, to: Side, port: Port) => readonly Hop[] | undefined;
/** Kinds of paths that are followed; the first that fits is taken. */
const KINDS: readonly Follow[] = [
  (from, to, port) =>
    from.kind === "pod" && to.kind === "pod" && isSame(from.side, to.side)
      ? podToPod(from.side, to.side, port)
      : undefined,
  (from, to, port) => (from.kind === "pod" && to.kind === "pod" ? acrossClusters(from.side, to.side, port) : undefined),
  (from, to) =>
    from.kind === "internet" && to.kind === "apiServer" ? [publicEndpointHop(to.cluster, from)] : undefined,
  (from, to, port) => (from.kind === "internet" && to.kind === "pod" ? entryHops(to.side, from, port) : undefined),
  (from, to, port) => {
    if (from.kind !== "addresses" || to.kind !== "apiServer") return undefined;
    return [routeHop(to.cluster, [from.block]), privateEndpointHop(to.cluster, [from.block], port)];
  },
  (from, to, port) =>
    from.kind === "pod" && to.kind === "apiServer" ? podToApiServer(from.side, to.cluster, port) : undefined,
  (from, to, port) => {
    return from.kind === "pod" && to.kind === "service" ? serviceHops(from.side, to, port) : undefined;
  },
  (from, to, port) => (from.kind === "pod" && to.kind === "internet" ? exitHops(from.side, to, port) : undefined),
];

function chainOf(from: Side, to: Side, port: Port): readonly Hop[] {
  for (const follow of KINDS) {
    const hops = follow(from, to, port);
    if (hops !== undefined) return hops;
  }
  return [notFollowed(`from ${from.kind} to ${to.kind}`)];
}

function notFollowed(what: string): Hop {
  return { what, open: uncovered("", "is a kind of hop that is not followed"), by: [] };
}

function isSame(one: PodSide, other: PodSide): boolean {
  return one.cluster.resource.urn === other.cluster.resource.urn;
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

/** By the mesh's gateway, or straight to a pod's address: a path is closed where both ways are. */
function acrossClusters(from: PodSide, to: PodSide, port: Port): readonly Hop[] {
  const [meshed, straight] = [eastWest(from, to, port), straightTo(from, to, port)];
  return bestOf([meshed, straight]);
}

function straightTo(from: PodSide, to: PodSide, port: Port): readonly Hop[] {
  const [there, back] = [podRanges(to.cluster), sourceRanges(from.cluster)];
  if (there.state !== "known" || back.state !== "known") return [notFollowed("addresses between the clusters")];
  return [
    networkPolicyHop("egress", from, { kind: "blocks", blocks: there.value }, port),
    linkHop(from.cluster, to.cluster, there.value, back.value),
    networkPolicyHop("ingress", to, { kind: "blocks", blocks: back.value }, port),
    callHop(from, to, port),
    notFollowed("straight between the networks of both clusters"),
  ].filter((hop) => hop !== undefined);
}

/** Past the gateways a caller comes with its identity or without one; a path is closed where both are refused. */
function callHop(from: PodSide, to: PodSide, port: Port): Hop | undefined {
  const [known, unknown] = [authorizationHop(from, to, port), authorizationHop(undefined, to, port)];
  return known && unknown && { ...known, open: anyOf([known.open, unknown.open]) };
}

/** Pods leave by their policies; then an API server is as far as networks and its endpoint let. */
function podToApiServer(from: PodSide, cluster: Cluster, port: Port): readonly Hop[] {
  const [there, back] = [apiServerRanges(cluster), sourceRanges(from.cluster)];
  const hidden = [there, back].find((read) => read.state !== "known");
  if (there.state !== "known" || back.state !== "known") {
    const open = hidden?.state === "unknown" && hidden;
    const what = `addresses between ${from.cluster.resource.name} and the API server of ${cluster.resource.name}`;
    return [{ what, open, by: [cluster.resource.urn] }];
  }
  const leaving = networkPolicyHop("egress", from, { kind: "blocks", blocks: there.value }, port);
  // a cluster lets its own machines in, from which its pods call
  if (from.cluster.resource.urn === cluster.resource.urn) return [leaving];
  return [
    leaving,
    linkHop(from.cluster, cluster, there.value, back.value),
    privateEndpointHop(cluster, back.value, port),
  ];
}
