import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { HorizontalPodAutoscalerArgs } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { ifProduction } from "../../core/production.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";
import { sameNamespace } from "../../models/namespace.ts";
import { labelsIn, selects } from "../../models/selector.ts";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";
const SCALER = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
const SCALED_OBJECT = "kubernetes:keda.sh/v1alpha1:ScaledObject";

const some = (list: readonly unknown[]) => list.length > 0;

function deployment(own: Resource<DeploymentArgs>, run: GraphRun): readonly Verdict[] {
  return ifProduction(run, () => {
    const target = own as Resource;
    const scaled = tied(target, run, [SCALER, SCALED_OBJECT], (scaler) => scales(scaler, target));
    const replicas = own.number("spec.replicas");
    const few = faultIf(
      allOf([holds(replicas, (count) => count < 2, true), not(scaled)]),
      replicas.path,
      replicas.state === "absent" ? "is not set; default is 1" : "is less than 2",
    );
    const labels = labelsIn(own.bag("spec.template.metadata.labels"));
    const budget = tied(target, run, [BUDGET], (one) => selects(one.bag("spec.selector"), labels));
    const spec = own.bag("spec.template.spec");
    const spread = anyOf([
      holds(spec.list("topologySpreadConstraints"), some),
      isSet(spec.read("affinity.podAntiAffinity")),
    ]);
    return every([
      few,
      faultIf(not(budget), "", "has no PodDisruptionBudget"),
      faultIf(not(spread), spec.bag("topologySpreadConstraints").path, "is not set; all pods may run on one node"),
    ]);
  });
}

function tied(own: Resource, { graph }: GraphRun, types: readonly string[], test: (other: Resource) => Truth): Truth {
  const others = types.flatMap((type) => graph.ofType(type));
  return anyOf(others.map((other) => allOf([sameNamespace(own, other), test(other)])));
}

// its own check says when it scales too low
function scales(scaler: Bag, target: Resource): Truth {
  const name = target.text("metadata.name");
  const said = scaler.text("spec.scaleTargetRef.name");
  if (name.state === "unknown") return name;
  return holds(said, (text) => name.state === "known" && text === name.value);
}

/** A budget that lets no pod go stops every upgrade of a node; one without a number guards nothing. */
function budget(own: Resource<PodDisruptionBudgetArgs>): readonly Verdict[] {
  const most = own.text("spec.maxUnavailable");
  const least = own.text("spec.minAvailable");
  const none = allOf([not(isSet(most)), not(isSet(least))]);
  return every([
    decide(most, {
      known: (text) => (text === "0" || text === "0%" ? "is 0, so that no node can be emptied" : undefined),
    }),
    decide(least, { known: (text) => (text === "100%" ? "is 100%, so that no node can be emptied" : undefined) }),
    faultIf(none, most.path, "is not set, and neither is minAvailable"),
  ]);
}

export const k8sAvailability: Rule = {
  id: "k8s-availability",
  packs: ["reliability"],
  title: "In production a Deployment survives the loss of a node",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "With one pod, or with all of them on one node, every upgrade of a node is an outage.",
  equivalents: ["kyverno:other"],
  fixText: ({ type, path }) => {
    if (type === BUDGET) return "Set `spec.maxUnavailable: 1`.";
    if (type === SCALER) return "Set `spec.minReplicas: 2` or more.";
    if (path === "")
      return "Add a PodDisruptionBudget with `spec.maxUnavailable: 1` and the labels of these pods as `spec.selector`.";
    return path === "spec.replicas"
      ? "Set `spec.replicas: 2` or more, or a HorizontalPodAutoscaler."
      : `Set \`${path}\` with \`topologyKey: topology.kubernetes.io/zone\`.`;
  },
  checks: {
    [DEPLOYMENT]: deployment,
    [BUDGET]: (own: Resource<PodDisruptionBudgetArgs>, run) => ifProduction(run, () => budget(own)),
    [SCALER]: (own: Resource<HorizontalPodAutoscalerArgs>, run) =>
      ifProduction(run, () => [
        decide(own.number("spec.minReplicas"), {
          known: (count) => (count < 2 ? `is ${count}` : undefined),
          absent: "is not set; default is 1",
        }),
      ]),
  },
};
