import type { Bag, Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, type Truth } from "../core/truth.ts";
import { inMesh, type Mesh, meshOf, NAMESPACE, PEER_AUTHENTICATION, seesRoot } from "../models/mesh.ts";
import { namespaceOf } from "../models/namespace.ts";
import { podOf } from "../models/pod.ts";
import { selects, selectsAll } from "../models/selector.ts";
import type { Cluster, Placed } from "./cluster.ts";
import type { Port } from "./declaration.ts";
import { type Hop, uncovered } from "./hop.ts";
import type { PodSide } from "./pod.ts";

/** A policy of the mesh and whether it is about a pod. */
export interface Concern {
  readonly policy: Resource;
  readonly concerns: Truth;
}

/** The mesh that a cluster of a path has; a cluster without a namespace of its own has none. */
export function meshAt(cluster: Cluster): Mesh | undefined {
  const own = cluster.objects(NAMESPACE).find(({ object }) => cluster.owns(object));
  return own && meshOf(own.object, cluster.graph);
}

/** Whether pods have a proxy of the mesh: by their namespace, by their own label, or because they are one. */
export function isMember({ home, labels, workload, namespaceLabels, namespace }: PodSide): Truth {
  const inject = labels("sidecar.istio.io/inject");
  const itself = workload === undefined ? false : isProxy(workload);
  if (itself === true) return true;
  if (inject.state === "known") return inject.value === "true" ? true : itself;
  const asked = namespaceLabels("istio-injection");
  const member =
    home === undefined ? uncovered(namespace, "is a namespace that the program does not declare") : inMesh(home);
  // a namespace that is out stays out for pods that do not ask
  if (inject.state === "unknown" && (asked.state !== "known" || asked.value !== "disabled")) {
    return member === false ? inject : allOf([member, inject]);
  }
  return anyOf([itself, member]);
}

/** Whether a proxy sees what comes at a port: Istio redirects TCP only. */
export function isProxied({ protocol }: Port): boolean {
  return protocol === "TCP";
}

// a gateway's pods are the proxy itself: its first argument says so
function isProxy(workload: Resource): Truth {
  const pod = podOf(workload);
  if (pod === undefined) return false;
  return anyOf(
    pod.containers.map((container) =>
      "state" in container ? container : holds(container.list("args"), (args) => isWord(args[0]?.itself(), "proxy")),
    ),
  );
}

function isWord(read: Read<string> | undefined, word: string): boolean {
  return read?.state === "known" && read.value === word;
}

/** The policies of a type that are about a pod, from its own namespace and from the root one. */
export function concerning(type: string, side: PodSide, mesh: Mesh): readonly Concern[] {
  return side.cluster.objects(type).flatMap((placed): readonly Concern[] => {
    const concerns = allOf([
      placed.here,
      anyOf([isIn(placed, side), isInRoot(placed, mesh, side)]),
      chooses(placed.object, side),
    ]);
    return concerns === false ? [] : [{ policy: placed.object, concerns }];
  });
}

export function isIn({ object }: Placed, { namespace }: PodSide): Truth {
  return holds(namespaceOf(object), (name) => name === namespace);
}

function isInRoot({ object }: Placed, mesh: Mesh, side: PodSide): Truth {
  const root = mesh.rootNamespace;
  if (root.state !== "known") return root.state === "unknown" && root;
  const there = holds(namespaceOf(object), (name) => name === root.value);
  return there === false
    ? false
    : allOf([there, side.home === undefined || seesRoot(mesh, object, side.cluster.graph)]);
}

function chooses(policy: Resource, side: PodSide): Truth {
  const targets = anyOf([
    holds(policy.list("spec.targetRefs"), (list) => list.length > 0),
    isSet(policy.read("spec.targetRef")),
  ]);
  const selector = policy.bag("spec.selector");
  const selected = selects(selector, side.labels);
  if (targets === false) return selected;
  return allOf([selected, uncovered(policy.name, "is aimed by targetRefs, which are not read")]);
}

/** Whether pods take only callers that prove who they are. */
export function isStrict(
  side: PodSide,
  mesh: Mesh,
  port: Port,
): { readonly strict: Truth; readonly by: readonly string[] } {
  const all = concerning(PEER_AUTHENTICATION, side, mesh);
  const own = (concern: Concern) => holds(namespaceOf(concern.policy), (name) => name === side.namespace);
  const wide = ({ policy }: Concern) => selectsAll(policy.bag("spec.selector"));
  // the narrowest policy that says something holds
  const levels = [
    all.filter((one) => own(one) !== false && wide(one) !== true),
    all.filter((one) => own(one) !== false && wide(one) === true),
    all.filter((one) => own(one) === false),
  ];
  for (const level of levels) {
    const saying = level.filter(({ policy }) => says(policy));
    if (saying.length === 0) continue;
    const strict =
      saying.length === 1 && saying[0]?.concerns === true ? modeOf(saying[0].policy, port) : doubtful(saying);
    return { strict, by: saying.map(({ policy }) => policy.urn) };
  }
  return { strict: false, by: [] };
}

function says(policy: Resource): boolean {
  const mode = policy.text("spec.mtls.mode");
  const ports = policy.read("spec.portLevelMtls").state !== "absent";
  return ports || mode.state === "unknown" || (mode.state === "known" && mode.value !== "UNSET");
}

function doubtful(saying: readonly Concern[]): Truth {
  const open = saying.find(({ concerns }) => typeof concerns !== "boolean");
  if (open !== undefined && typeof open.concerns !== "boolean") return open.concerns;
  return uncovered(
    "spec",
    `of several PeerAuthentications holds: ${saying.map(({ policy }) => policy.name).join(", ")}`,
  );
}

function modeOf(policy: Resource, port: Port): Truth {
  const single = policy.read(`spec.portLevelMtls.${port.number}`);
  if (single.state !== "absent") return uncovered(single.path, "is a mode of one port, which is not read");
  const mode = policy.text("spec.mtls.mode");
  if (mode.state === "known" && mode.value === "DISABLE")
    return uncovered(mode.path, "is DISABLE, which is not followed");
  return holds(mode, (word) => word === "STRICT");
}

/** Whether the target's mesh takes a caller without an identity, where the caller has none. */
export function identityHop(from: PodSide | undefined, to: PodSide, port: Port): Hop | undefined {
  const mesh = meshAt(to.cluster);
  const target = isMember(to);
  if (mesh === undefined || target === false || !isProxied(port)) return undefined;
  const source = from === undefined ? false : isMember(from);
  const { strict, by } = isStrict(to, mesh, port);
  return {
    what: `mutual TLS at pods of ${to.namespace}`,
    open: anyOf([source, not(allOf([target, strict]))]),
    by: source === true ? [] : by,
  };
}

/** Whether a list of a policy holds a word, with the mesh's `*` at either end. */
export function anyGlob(read: Read<readonly Bag[]>, word: string): Truth {
  return anyItem(read, (pattern) => globbed(pattern, word));
}

export function globbed(pattern: string, word: string): boolean {
  if (pattern === "*") return word !== "";
  if (pattern.startsWith("*")) return word.endsWith(pattern.slice(1));
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : pattern === word;
}

/** Whether a word that begins so may fit a pattern, whatever follows. */
export function mayBegin(pattern: string, start: string): boolean {
  if (pattern.startsWith("*")) return true;
  if (!pattern.endsWith("*")) return pattern.startsWith(start);
  const said = pattern.slice(0, -1);
  return said.startsWith(start) || start.startsWith(said);
}
