import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { eventsConfig } from "../machine-pipelines.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { aroundMesh, CLOSED_CONTAINER, CLOSED_POD, room } from "../pods.ts";
import { looking } from "./accounts.ts";

/** What writes down what happens to objects: one, since two would write everything twice. */
export function events(scope: ObservabilityScope, plan: ObservabilityPlan, after: readonly Resource[]) {
  const account = looking(scope, "events", after);
  return custom(
    "opentelemetry.io/v1beta1/OpenTelemetryCollector",
    ...scope.child(
      "collector",
      {
        metadata: { name: "events", namespace: NAMESPACE },
        spec: {
          mode: "deployment",
          replicas: 1,
          upgradeStrategy: "none",
          serviceAccount: "events",
          config: eventsConfig(scope.cluster),
          resources: room("50m", "128Mi", "256Mi"),
          securityContext: CLOSED_CONTAINER,
          podSecurityContext: CLOSED_POD,
          podAnnotations: aroundMesh(plan),
        },
      },
      {
        of: "events",
        dependsOn: [...account, ...after],
        invariants: ["spec.securityContext", "spec.podSecurityContext"],
      },
    ),
  );
}
