import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { Graph } from "../../core/graph.ts";
import { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, notApplicable, notCovered, undetermined, type Verdict } from "../../core/verdict.ts";
import { sameNamespace } from "../../models/namespace.ts";
import { POD_TYPES, podOf } from "../../models/pod.ts";
import { labelsIn, selects } from "../../models/selector.ts";

/** What makes pods that stand in no resource of the stack. */
const MAKERS = [
  "kubernetes:helm.sh/v3:Release",
  "kubernetes:argoproj.io/v1alpha1:Application",
  "kubernetes:argoproj.io/v1alpha1:ApplicationSet",
  "kubernetes:helm.toolkit.fluxcd.io/v2:HelmRelease",
  "kubernetes:kustomize.toolkit.fluxcd.io/v1:Kustomization",
  "kubernetes:install.istio.io/v1alpha1:IstioOperator",
  "kubernetes:sailoperator.io/v1:Istio",
];

/** A Service that has a balancer of the cloud made for it. */
export function service(own: Resource<ServiceArgs>, { graph }: GraphRun): readonly Verdict[] {
  const type = own.text("spec.type");
  const balanced = holds(type, (word) => word === "LoadBalancer");
  if (balanced !== true) return [balanced === false ? notApplicable("is no balancer") : undetermined(balanced)];
  const ports = decide(own.list("spec.ports"), {
    known: ({ length }) => (length === 0 ? "is empty" : undefined),
    absent: "is not set: nothing listens",
  });
  return every([ports, selection(own as Resource, graph)]);
}

function selection(own: Resource, graph: Graph): Verdict {
  const selector = own.read("spec.selector");
  if (selector.state === "unknown") return undetermined(selector);
  if (selector.state === "absent") return notCovered(selector.path, "is not set: its endpoints are made elsewhere");
  const found = anyOf(
    POD_TYPES.flatMap((type) => graph.ofType(type).map((workload) => serves(workload, own, selector.value))),
  );
  const maker = MAKERS.flatMap((type) => graph.ofType(type)).find(({ providerUrn }) => providerUrn === own.providerUrn);
  if (found === false && maker !== undefined)
    return notCovered(selector.path, `may select pods of ${maker.type} ${maker.name}`);
  return faultIf(not(found), selector.path, "selects no pod of this stack");
}

function serves(workload: Resource, own: Resource, selector: unknown): Truth {
  const pod = podOf(workload);
  if (pod === undefined) return false;
  const labels = pod.metadata.bag("labels");
  return allOf([
    sameNamespace(own, workload),
    selects(new Bag({ matchLabels: selector }, "spec.selector"), labelsIn(labels)),
  ]);
}
