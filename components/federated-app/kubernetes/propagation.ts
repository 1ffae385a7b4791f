import { custom } from "../../objects/index.ts";
import type { AppScope, Declared } from "../app.ts";
import { metadata } from "../names.ts";
import type { KarmadaPlacement } from "../parts.ts";
import type { AppPlan } from "../plan.ts";

/** Sends objects to members; each object has one policy. */
export function propagate(
  scope: AppScope,
  plan: AppPlan,
  /** What the policy is called after the app. */
  suffix: string,
  declared: readonly Declared[],
  placement: KarmadaPlacement,
): void {
  custom(
    "policy.karmada.io/v1alpha1/PropagationPolicy",
    ...scope.child(
      "propagation",
      {
        metadata: metadata(plan, `${plan.name}-${suffix}`),
        spec: {
          resourceSelectors: declared.map(({ apiVersion, kind, name }) => ({
            apiVersion,
            kind,
            name,
            namespace: plan.namespace,
          })),
          placement,
          // what a pod refers to is listed here, or is each member's own: secrets come from its cloud
          propagateDeps: false,
        },
      },
      { of: suffix },
    ),
  );
}

/** Copies in all the members named. */
export function copiesIn(clusterNames: readonly string[]): KarmadaPlacement {
  return {
    clusterAffinity: { clusterNames: [...clusterNames] },
    replicaScheduling: { replicaSchedulingType: "Duplicated" },
  };
}
