import type { Bag, Unknown } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, someItem, type Truth } from "../core/truth.ts";
import { namespaceOf } from "../models/namespace.ts";
import { selects } from "../models/selector.ts";
import { holdsPeer, type Peer } from "./address.ts";
import type { Port } from "./declaration.ts";
import { enforcesPolicies } from "./enforcement.ts";
import { type Hop, uncovered } from "./hop.ts";
import type { PodSide } from "./pod.ts";
import { podRanges } from "./ranges.ts";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
/** Policies in languages of their own, which may add to what the standard ones say or take from it. */
const FOREIGN = [
  "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
  "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
  "kubernetes:crd.projectcalico.org/v1:GlobalNetworkPolicy",
  "kubernetes:projectcalico.org/v3:GlobalNetworkPolicy",
  "kubernetes:policy.networking.k8s.io/v1alpha1:BaselineAdminNetworkPolicy",
  "kubernetes:policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy",
];

/** Whom a policy's peers are compared with: pods of this cluster, or addresses. */
export type Other = { readonly kind: "pod"; readonly side: PodSide } | Peer;
type Direction = "ingress" | "egress";
const WORDS = {
  ingress: { type: "Ingress", peers: "from" },
  egress: { type: "Egress", peers: "to" },
} as const satisfies Record<Direction, object>;

interface Voice {
  readonly urn: string;
  readonly selects: Truth;
  readonly admits: Truth;
}

/** Whether network policies let a pod be left, or reached, at a port; of several blocks each must be let through. */
export function networkPolicyHop(direction: Direction, own: PodSide, other: Other, port: Port): Hop {
  if (other.kind !== "blocks" || other.blocks.length < 2) return oneHop(direction, own, other, port);
  const hops = other.blocks.map((block) => oneHop(direction, own, { kind: "blocks", blocks: [block] }, port));
  const opens = hops.map(({ open }) => open);
  const all = allOf(opens);
  const mixed = all === false && anyOf(opens) !== false;
  return {
    what: hops[0]?.what ?? "",
    open: mixed ? uncovered(own.namespace, `lets through only some of ${other.blocks.join(", ")}`) : all,
    by: [...new Set(hops.flatMap(({ by }) => by))],
  };
}

function oneHop(direction: Direction, own: PodSide, other: Other, port: Port): Hop {
  const policies = own.cluster.objects(POLICY).map(({ object, here }): Voice => {
    const chosen = allOf([
      here,
      inNamespace(object, own.namespace),
      judges(object, direction),
      selectsPod(object, own),
    ]);
    return {
      urn: object.urn,
      selects: chosen,
      admits: chosen === false ? false : admits(object, direction, own, other, port),
    };
  });
  const voices = [...policies, ...own.charts.map(mayBring)].filter((voice) => voice.selects !== false);
  const isolated = anyOf(voices.map((voice) => voice.selects));
  const admitted = anyOf(voices.map((voice) => allOf([voice.selects, voice.admits])));
  const said = anyOf([not(isolated), admitted]);
  const foreign = FOREIGN.flatMap((type) => own.cluster.objects(type))[0];
  const enforced = enforcesPolicies(own.cluster);
  const open =
    foreign === undefined
      ? anyOf([not(enforced), said])
      : uncovered(foreign.object.name, `is a ${foreign.object.type.split(":").at(-1) ?? ""}, which is not read`);
  return {
    what: `${direction} of pods of ${own.namespace} at ${own.cluster.resource.name}`,
    open,
    by: [
      ...(foreign ? [foreign.object.urn] : []),
      ...deciding(voices, open),
      ...(enforced === true ? [] : [own.cluster.resource.urn]),
    ],
  };
}

function deciding(voices: readonly Voice[], open: Truth): readonly string[] {
  const admitting = voices.filter((voice) => voice.admits === true && voice.selects === true);
  const unsure = voices.filter((voice) => voice.admits !== false || voice.selects !== true);
  const those = open === true ? admitting : open === false ? voices.filter((voice) => voice.selects === true) : unsure;
  return those.map(({ urn }) => urn);
}

function mayBring(release: Resource): Voice {
  const truth: Unknown = uncovered(release.name, "is a Helm release, which may bring network policies of its own");
  return { urn: release.urn, selects: truth, admits: truth };
}

function inNamespace(policy: Resource, name: string): Truth {
  return holds(namespaceOf(policy), (own) => own === name);
}

// without types a policy is about what comes in, and about what leaves where it has rules for that
function judges(policy: Bag, direction: Direction): Truth {
  const types = policy.list("spec.policyTypes");
  if (types.state === "absent") return direction === "ingress" || isSet(policy.read("spec.egress"));
  return anyItem(types, (type) => type === WORDS[direction].type);
}

function selectsPod(policy: Bag, own: PodSide): Truth {
  return selects(policy.bag("spec.podSelector"), own.labels);
}

function admits(policy: Bag, direction: Direction, own: PodSide, other: Other, port: Port): Truth {
  return someItem(policy.list(`spec.${direction}`), (rule) => {
    const peers = rule.list(WORDS[direction].peers);
    const anybody = peers.state === "absent" || (peers.state === "known" && peers.value.length === 0);
    return allOf([anybody || someItem(peers, (peer) => isPeer(peer, own, other)), coversPort(rule, port)]);
  });
}

/** Whether the ports of a rule hold one; none at all are all. */
export function coversPort(rule: Bag, { number, protocol }: Port): Truth {
  const ports = rule.list("ports");
  if (ports.state === "absent" || (ports.state === "known" && ports.value.length === 0)) return true;
  return someItem(ports, (entry) => {
    const said = entry.read("port");
    const last = entry.number("endPort");
    const named =
      said.state === "known" && typeof said.value === "string" && !/^\d+$/.test(said.value)
        ? uncovered(said.path, "is the name of a port")
        : undefined;
    const first = entry.number("port");
    const inside =
      named ??
      holds(first, (from) => (last.state === "known" ? from <= number && number <= last.value : from === number), true);
    const open = last.state === "unknown" ? allOf([holds(first, (from) => from <= number), last]) : inside;
    return allOf([holds(entry.text("protocol"), (one) => one === protocol, protocol === "TCP"), open]);
  });
}

function isPeer(peer: Bag, own: PodSide, other: Other): Truth {
  const block = peer.bag("ipBlock");
  const byAddress = allOf([isSet(block.self()), inBlock(block, other)]);
  const chooses = anyOf([isSet(peer.read("namespaceSelector")), isSet(peer.read("podSelector"))]);
  if (other.kind !== "pod") return byAddress;
  return anyOf([byAddress, allOf([chooses, choosesPod(peer, own, other.side)])]);
}

function choosesPod(peer: Bag, own: PodSide, other: PodSide): Truth {
  if (other.cluster.resource.urn !== own.cluster.resource.urn) return false;
  const namespaces = peer.bag("namespaceSelector");
  const there = isSet(namespaces.self());
  const inPlace = anyOf([
    allOf([there, selects(namespaces, other.namespaceLabels)]),
    allOf([not(there), own.namespace === other.namespace]),
  ]);
  return allOf([inPlace, selects(peer.bag("podSelector"), other.labels)]);
}

function inBlock(block: Bag, other: Other): Truth {
  const cidr = block.text("cidr");
  const except = block.list("except");
  if (cidr.state !== "known") return cidr.state === "unknown" && cidr;
  if (except.state === "unknown") return except;
  const holes = (except.state === "known" ? except.value : []).map((one) => one.itself());
  const hidden = holes.find((hole) => hole.state === "unknown");
  const known = holes.flatMap((hole) => (hole.state === "known" ? [hole.value] : []));
  if (other.kind !== "pod") {
    const held = holdsPeer(cidr.value, known, other, cidr.path);
    return hidden?.state === "unknown" ? allOf([held, hidden]) : held;
  }
  const ranges = podRanges(other.side.cluster);
  if (ranges.state !== "known") return ranges.state === "unknown" ? ranges : uncovered(cidr.path, "is not compared");
  // Kubernetes means blocks for what is outside the cluster; plugins differ on whether pods count
  const held = holdsPeer(cidr.value, known, { kind: "blocks", blocks: ranges.value }, cidr.path);
  return held === false ? false : uncovered(cidr.path, "may or may not count for pods: network plugins differ");
}
