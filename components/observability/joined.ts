import type { Resource } from "@pulumi/pulumi";
import { podsOf } from "./kubernetes/collectors.ts";
import { MACHINES, NAMESPACE, type ObservabilityPlan } from "./plan.ts";

const ACCOUNTS = ["agent", "alerts", "collector", "events", "grafana", "loki", "metrics", "sampler", "tempo"];

/** What the mesh must know: that its parts speak with each other, in all clusters, and that anybody may send. */
export function join(name: string, { mesh }: ObservabilityPlan, after: readonly Resource[]): readonly Resource[] {
  if (mesh === undefined) return [];
  const from = ACCOUNTS.map((serviceAccount) => ({ namespace: NAMESPACE, serviceAccount }));
  return [
    ...mesh.sees(NAMESPACE, [], after),
    ...mesh.sees(MACHINES, [NAMESPACE], after),
    ...mesh.allow(name, { from, to: { namespace: NAMESPACE } }, after),
    ...mesh.open(
      `${name}-telemetry`,
      { namespace: NAMESPACE, labels: podsOf("collector"), ports: [4317, 4318] },
      after,
    ),
  ];
}
