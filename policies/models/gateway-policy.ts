import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, isSet, someItem, type Truth } from "../core/truth.ts";
import { GATEWAY } from "./gateway.ts";
import { inRoot, meshOf } from "./mesh.ts";
import { isForAll } from "./mesh-cover.ts";
import { sameNamespace } from "./namespace.ts";
import { carries, type Labels, labelsIn, selects } from "./selector.ts";

const NAME_LABEL = "gateway.networking.k8s.io/gateway-name";
/** What shows a gateway's pods, and where their labels stand in it. */
const SHOWN: Readonly<Record<string, string>> = {
  "kubernetes:apps/v1:Deployment": "spec.template.metadata.labels",
  "kubernetes:apps/v1:DaemonSet": "spec.template.metadata.labels",
  "kubernetes:core/v1:Service": "spec.selector",
};

/** Something that shows pods, and whether they are the gateway's. */
export interface Shown {
  readonly by: Resource;
  readonly its: Truth;
}

/** The workloads and services of this stack that may be a gateway's; one of the Gateway API has its own, unseen. */
export function podsOf(gateway: Resource, graph: Graph): readonly Shown[] {
  if (gateway.type === GATEWAY) return [];
  const pairs = gateway.bag("spec.selector");
  return Object.entries(SHOWN)
    .flatMap(([type, path]) =>
      graph
        .ofType(type)
        .filter((one) => one.providerUrn === gateway.providerUrn)
        .map((by) => ({ by, its: carries(pairs, labelsIn(by.bag(path))) })),
    )
    .filter(({ its }) => its !== false);
}

/** Whether a policy is about a gateway's pods: all of their namespace, those of its labels, or the gateway by name. */
export function isAbout(policy: Resource, gateway: Resource, graph: Graph): Truth {
  if (policy.providerUrn !== gateway.providerUrn) return false;
  const pods = podsOf(gateway, graph);
  const selector = policy.bag("spec.selector");
  const byLabels = allOf([isSet(selector.self()), selects(selector, labelsOf(gateway, pods))]);
  const name = gateway.text("metadata.name");
  const byName = someItem(policy.list("spec.targetRefs"), (target) =>
    name.state === "unknown"
      ? name
      : holds(target.text("name"), (text) => name.state === "known" && text === name.value),
  );
  const place = anyOf([
    inRoot(policy, meshOf(gateway, graph)),
    sameNamespace(policy, gateway),
    ...pods.map(({ by, its }) => allOf([its, sameNamespace(policy, by)])),
  ]);
  return allOf([place, anyOf([isForAll(policy), byLabels, byName])]);
}

function labelsOf(gateway: Resource, pods: readonly Shown[]): Labels {
  if (gateway.type === GATEWAY) {
    return (label) => (label === NAME_LABEL ? gateway.text("metadata.name") : { state: "absent", path: label });
  }
  const sure = pods.flatMap(({ by, its }) => (its === true ? [by] : []));
  const known = [gateway.bag("spec.selector"), ...sure.map((by) => by.bag(SHOWN[by.type] ?? ""))].map(labelsIn);
  return (label) => known.map((labels) => labels(label)).find(({ state }) => state !== "absent") ?? unsaid(sure, label);
}

// a service, or a gateway, names no more labels than it needs
function unsaid(pods: readonly Resource[], path: string): ReturnType<Labels> {
  return pods.some(({ type }) => type.startsWith("kubernetes:apps/"))
    ? { state: "absent", path }
    : { state: "unknown", path, reason: "asks for a label of pods that are not seen here" };
}
