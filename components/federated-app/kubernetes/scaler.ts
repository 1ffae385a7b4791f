import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { custom } from "../../objects/index.ts";
import type { AppScope, Declared } from "../app.ts";
import { metadata, workloadName } from "../names.ts";
import type { Part } from "../parts.ts";
import type { AppPlan } from "../plan.ts";

type Scaler = (scope: AppScope, plan: AppPlan, spec: ReturnType<typeof specOf>) => Declared | undefined;

const SCALERS: { readonly [K in NonNullable<AppPlan["scaler"]>]: Scaler } = {
  HorizontalPodAutoscaler: (scope, plan, spec) => {
    const { name } = spec.scaleTargetRef;
    const resource = new HorizontalPodAutoscaler(...scope.child("scaler", { metadata: metadata(plan, name), spec }));
    return { apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler", name, resource };
  },
  // it stays where it is declared
  FederatedHPA: (scope, plan, spec) => {
    const object = { metadata: metadata(plan, spec.scaleTargetRef.name), spec };
    custom("autoscaling.karmada.io/v1alpha1/FederatedHPA", ...scope.child("federatedScaler", object));
    return undefined;
  },
};

/** What writes the replicas of a workload; given back where it is propagated with it. */
export function scaler(scope: AppScope, plan: AppPlan, part: Part): readonly Declared[] {
  const { scaling } = plan;
  if (plan.scaler === undefined || part.range === undefined || scaling.kind === "fixed") return [];
  return [SCALERS[plan.scaler](scope, plan, specOf(plan, part, part.range, scaling.cpuPercent)) ?? []].flat();
}

const API_VERSIONS: { readonly [K in AppPlan["workload"]]: string } = {
  Deployment: "apps/v1",
  Rollout: "argoproj.io/v1alpha1",
};

function specOf(plan: AppPlan, part: Part, range: NonNullable<Part["range"]>, averageUtilization: number) {
  return {
    scaleTargetRef: {
      apiVersion: API_VERSIONS[plan.workload],
      kind: plan.workload,
      name: workloadName(plan, part),
    },
    minReplicas: range.min,
    maxReplicas: range.max,
    metrics: [
      {
        type: "Resource" as const,
        resource: { name: "cpu", target: { type: "Utilization" as const, averageUtilization } },
      },
    ],
    // up at once, down after five quiet minutes
    behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
  };
}
