import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Resource } from "@pulumi/pulumi";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE } from "../plan.ts";

/** While machines are changed, one pod of several is moved after the other. */
export function atMostOneGone(
  { child }: ObservabilityScope,
  name: string,
  labels: Readonly<Record<string, string>>,
  after: readonly Resource[],
): PodDisruptionBudget {
  return new PodDisruptionBudget(
    ...child(
      "disruption",
      {
        metadata: { name, namespace: NAMESPACE },
        spec: { maxUnavailable: 1, selector: { matchLabels: { ...labels } } },
      },
      { of: name, dependsOn: [...after] },
    ),
  );
}
