import type { Bag, Read, Unknown } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { NAMESPACE } from "../models/mesh.ts";
import { namespaceOf } from "../models/namespace.ts";
import { POD_TYPES, podOf } from "../models/pod.ts";
import { type Labels, labelsIn } from "../models/selector.ts";
import type { Cluster, Placed } from "./cluster.ts";
import type { PodEnd } from "./declaration.ts";
import { uncovered } from "./hop.ts";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const ITS_NAME = "kubernetes.io/metadata.name";

/** Pods that a path begins or ends at, as far as the program shows them. */
export interface PodSide {
  readonly cluster: Cluster;
  readonly namespace: string;
  /** The namespace's own object, where the program has one. */
  readonly home: Resource | undefined;
  readonly namespaceLabels: Labels;
  readonly labels: Labels;
  readonly serviceAccount: Read<string>;
  /** Their specification, where one workload of the program makes them. */
  readonly workload: Resource | undefined;
  /** Charts whose objects nobody sees, in this namespace. */
  readonly charts: readonly Resource[];
}

/** The pods that an end means, or why there are none. */
export function podSide(end: PodEnd, cluster: Cluster): PodSide | Unknown | string {
  const name = end.namespace;
  const home = cluster.objects(NAMESPACE).find(({ object }) => isText(object.text("metadata.name"), name));
  const judged = POD_TYPES.flatMap((type) => cluster.objects(type))
    .filter(({ object }) => isText(namespaceOf(object), name))
    .map((placed) => ({ ...placed, fits: fits(placed, end) }));
  const workloads = judged.filter((one) => one.fits === true);
  const charts = cluster
    .objects(RELEASE)
    .filter(({ object }) => goesTo(object, name) !== false)
    .map(({ object }) => object);
  const hidden = cluster.objects(NAMESPACE).find(({ object }) => object.text("metadata.name").state === "unknown");
  if (home === undefined && judged.every((one) => one.fits === false) && charts.length === 0) {
    if (hidden !== undefined) return { state: "unknown", path: `${hidden.object.name}.metadata.name` };
    return `${cluster.resource.name} has no namespace ${name}`;
  }
  const named = end.labels !== undefined || end.serviceAccount !== undefined;
  const unsure = judged.map((one) => one.fits).find((truth) => typeof truth === "object");
  if (named && workloads.length === 0 && charts.length === 0 && unsure !== undefined) return unsure;
  if (named && workloads.length === 0 && charts.length === 0)
    return `no pod in ${name} of ${cluster.resource.name} has these labels`;
  const workload = workloads.length === 1 ? workloads[0]?.object : undefined;
  const template = workload && podOf(workload);
  return {
    cluster,
    namespace: name,
    home: home?.object,
    namespaceLabels: namespaceLabels(name, home?.object),
    labels: labelsOf(end, template?.metadata),
    serviceAccount: serviceAccountOf(end, template?.spec),
    workload,
    charts,
  };
}

/** The pods that a Service leads to. */
export function sideOf(service: Resource, cluster: Cluster): PodSide | undefined {
  const namespace = namespaceOf(service);
  const selector = service.bag("spec.selector");
  const names = selector.keys();
  if (namespace.state !== "known" || names.state !== "known") return undefined;
  const labels = names.value.flatMap((name) => {
    const value = selector.under(name).itself();
    return value.state === "known" ? [[name, value.value] as const] : [];
  });
  const end = { kind: "pod", cluster: "", namespace: namespace.value, labels: Object.fromEntries(labels) } as const;
  const side = podSide(end, cluster);
  return typeof side === "string" || "state" in side ? undefined : side;
}

/** The labels of a namespace: its object's, and the one that Kubernetes gives each. */
export function namespaceLabels(name: string, home: Resource | undefined): Labels {
  const own = home && labelsIn(home.bag("metadata.labels"));
  return (label) => {
    if (label === ITS_NAME) return { state: "known", path: label, value: name };
    return own?.(label) ?? uncovered(name, "is a namespace that the program does not declare");
  };
}

function labelsOf({ labels = {} }: PodEnd, metadata: Bag | undefined): Labels {
  const made = metadata && labelsIn(metadata.bag("labels"));
  return (name) => {
    const said = labels[name];
    if (said !== undefined) return { state: "known", path: name, value: said };
    return made?.(name) ?? uncovered(name, "is a label of pods that the program does not show");
  };
}

function serviceAccountOf({ serviceAccount }: PodEnd, spec: Bag | undefined): Read<string> {
  if (serviceAccount !== undefined) return { state: "known", path: "serviceAccount", value: serviceAccount };
  const said = spec?.text("serviceAccountName");
  if (said === undefined) return uncovered("serviceAccount", "of these pods is not shown by the program");
  return said.state === "absent" ? { state: "known", path: said.path, value: "default" } : said;
}

function fits({ object, here }: Placed, { labels, serviceAccount }: PodEnd): Truth {
  const pod = podOf(object);
  if (pod === undefined || (labels === undefined && serviceAccount === undefined)) return false;
  const own = labelsIn(pod.metadata.bag("labels"));
  const account = pod.spec.text("serviceAccountName");
  return allOf([
    here,
    ...Object.entries(labels ?? {}).map(([name, value]) => holds(own(name), (one) => one === value)),
    serviceAccount === undefined || holds(account, (one) => one === serviceAccount, serviceAccount === "default"),
  ]);
}

// a chart without a namespace goes to its provider's
function goesTo(release: Resource, name: string): Truth {
  const said = release.text("namespace");
  return anyOf([holds(said, (one) => one === name, name === "default")]);
}

function isText(read: Read<string>, text: string): boolean {
  return read.state === "known" && read.value === text;
}
