import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { apart, aroundMesh, CLOSED_POD, room } from "../pods.ts";
import { routingSpec } from "../routing.ts";
import { plainAccount } from "./accounts.ts";
import { volume } from "./agent.ts";
import { atMostOneGone } from "./disruptions.ts";

/** Where receivers answer: HTTPS, and mail that is handed in. */
export const RECEIVER_PORTS = [443, 587];

// how the operator labels them
const PODS = { "app.kubernetes.io/name": "alertmanager", alertmanager: "alerts" };

/** What tells people of alerts: once, together, and those who are to hear. */
export function alertmanager(scope: ObservabilityScope, plan: ObservabilityPlan, after: readonly Resource[]) {
  const account = plainAccount(scope, "alerts", after);
  const routing = custom(
    "monitoring.coreos.com/v1alpha1/AlertmanagerConfig",
    ...scope.child(
      "routing",
      { metadata: { name: "alerts", namespace: NAMESPACE }, spec: routingSpec(plan.alerts) },
      { dependsOn: [...after] },
    ),
  );
  const manager = custom(
    "monitoring.coreos.com/v1/Alertmanager",
    ...scope.child(
      "alertmanager",
      {
        metadata: { name: "alerts", namespace: NAMESPACE },
        spec: {
          replicas: plan.replicas,
          serviceAccountName: "alerts",
          alertmanagerConfiguration: { name: "alerts" },
          resources: room("50m", "128Mi", "256Mi"),
          securityContext: CLOSED_POD,
          podMetadata: { annotations: aroundMesh(plan, RECEIVER_PORTS) },
          topologySpreadConstraints: [apart(PODS)],
          storage: volume(1),
        },
      },
      { dependsOn: [account, routing, ...after] },
    ),
  );
  return [routing, manager, atMostOneGone(scope, "alerts", PODS, after)];
}
