import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { custom } from "../../objects/index.ts";
import type { AppScope, Declared } from "../app.ts";
import { metadata, partLabels, workloadName } from "../names.ts";
import type { Part } from "../parts.ts";
import type { AppPlan } from "../plan.ts";
import { podTemplate } from "./pod.ts";
import { rolloutStrategy } from "./rollout.ts";

/** What tells the federation that each cluster counts its own replicas (Karmada, retain of Deployments; of Rollouts the federation's own). */
const RETAIN_REPLICAS = "resourcetemplate.karmada.io/retain-replicas";
/** Only there, no pods are waited for: the federation's API server has none. */
export const NO_AWAIT = { "pulumi.com/skipAwait": "true" };

const WORKLOADS: {
  readonly [K in AppPlan["workload"]]: (scope: AppScope, plan: AppPlan, part: Part) => Declared;
} = {
  Deployment: (scope, plan, part) => {
    const { metadata: meta, spec } = common(plan, part);
    const resource = new Deployment(
      ...scope.child(
        "deployment",
        {
          metadata: { ...meta, annotations: NO_AWAIT },
          spec: {
            ...spec,
            template: podTemplate(plan, part),
            strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: 0 } },
          },
        },
        optionsOf(plan, part),
      ),
    );
    return { apiVersion: "apps/v1", kind: "Deployment", name: meta.name, resource };
  },
  Rollout: (scope, plan, part) => {
    const { metadata: meta, spec } = common(plan, part);
    const resource = custom(
      "argoproj.io/v1alpha1/Rollout",
      ...scope.child(
        "rollout",
        { metadata: meta, spec: { ...spec, template: podTemplate(plan, part), strategy: rolloutStrategy(plan) } },
        optionsOf(plan, part),
      ),
    );
    return { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", name: meta.name, resource };
  },
};

/** One workload of an app. */
export function workload(scope: AppScope, plan: AppPlan, part: Part): Declared {
  return WORKLOADS[plan.workload](scope, plan, part);
}

function common(plan: AppPlan, part: Part) {
  const meta = metadata(plan, workloadName(plan, part));
  const own = plan.scaler === "HorizontalPodAutoscaler" && { [RETAIN_REPLICAS]: "true" };
  return {
    metadata: { ...meta, labels: { ...meta.labels, ...own } },
    spec: {
      replicas: part.replicas,
      minReadySeconds: 5,
      revisionHistoryLimit: 3,
      progressDeadlineSeconds: 600,
      selector: { matchLabels: { ...partLabels(plan, part) } },
    },
  };
}

const INVARIANTS = ["spec.template.spec.securityContext", "spec.template.spec.automountServiceAccountToken"];

function optionsOf({ scaler }: AppPlan, { share, range }: Part) {
  return {
    invariants: INVARIANTS,
    ...(share === "surplus" && { of: share }),
    // FederatedHPA writes them here; a cluster's own scaler writes them there, out of sight
    ...(scaler === "FederatedHPA" && range !== undefined && { ignoreChanges: ["spec.replicas"] }),
  };
}
