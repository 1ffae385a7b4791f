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
          placement: { ...placement, clusterTolerations: tolerations(placement, plan.failoverSeconds) },
          // what a pod refers to is listed here, or is each member's own: secrets come from its cloud
          propagateDeps: false,
        },
      },
      { of: suffix },
    ),
  );
}

/** What is divided moves from a member that is out of reach; a copy is there for the time that it is. */
export function tolerations({ replicaScheduling }: KarmadaPlacement, seconds: number) {
  const divided = replicaScheduling?.replicaSchedulingType === "Divided";
  return [
    { operator: "Exists" as const, effect: "NoExecute" as const, ...(divided && { tolerationSeconds: seconds }) },
  ];
}

/** Copies in all the members named. */
export function copiesIn(clusterNames: readonly string[]): KarmadaPlacement {
  return {
    clusterAffinity: { clusterNames: [...clusterNames] },
    replicaScheduling: { replicaSchedulingType: "Duplicated" },
  };
}
