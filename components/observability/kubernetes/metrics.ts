import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { aroundMesh, CLOSED_POD, room } from "../pods.ts";
import { looking } from "./accounts.ts";
import { volume } from "./agent.ts";

/** What keeps the metrics of all clusters, and asks its rules of them. */
export function metrics(scope: ObservabilityScope, plan: ObservabilityPlan, after: readonly Resource[]) {
  const account = looking(scope, "metrics", after);
  return custom(
    "monitoring.coreos.com/v1/Prometheus",
    ...scope.child(
      "metrics",
      {
        metadata: { name: "metrics", namespace: NAMESPACE },
        spec: {
          replicas: 1,
          serviceAccountName: "metrics",
          enableRemoteWriteReceiver: true,
          enableOTLPReceiver: true,
          otlp: { promoteResourceAttributes: ["k8s.cluster.name", "k8s.namespace.name", "service.name"] },
          // an agent that could not send catches up
          tsdb: { outOfOrderTimeWindow: "2h" },
          retention: `${plan.retention.metricsDays}d`,
          // what does not fit goes first where it is oldest: a full disk would take nothing
          retentionSize: `${Math.floor(plan.metricsGb * 0.85)}GB`,
          ruleSelector: {},
          // the operator's own name for it
          alerting: {
            alertmanagers: [{ name: "alertmanager-operated", namespace: NAMESPACE, port: "web", apiVersion: "v2" }],
          },
          resources: room("500m", "2Gi", "4Gi"),
          securityContext: CLOSED_POD,
          podMetadata: { annotations: aroundMesh(plan) },
          storage: volume(plan.metricsGb),
        },
      },
      { lasting: true, dependsOn: [...account, ...after] },
    ),
  );
}

/** Where metrics go, the same name in every cluster; only home has pods behind it, and the mesh finds them. */
export function metricsService({ child }: ObservabilityScope, after: readonly Resource[]): Service {
  return new Service(
    ...child(
      "service",
      {
        metadata: { name: "metrics", namespace: NAMESPACE },
        spec: {
          selector: { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "metrics" },
          ports: [{ name: "http-web", port: 9090, targetPort: 9090 }],
        },
      },
      { of: "metrics", dependsOn: [...after] },
    ),
  );
}
