import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { Own } from "../args.ts";
import type { ObservabilityScope } from "../native.ts";
import { copiesOf, NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { apartBy, aroundMesh, CLOSED_POD, room } from "../pods.ts";
import { looking } from "./accounts.ts";
import { OTLP, volume } from "./agent.ts";
import { atMostOneGone } from "./disruptions.ts";

// how the operator labels them
const PODS = { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "metrics" };
// where a service keeps the metrics, the cluster's own agent takes what was sent to collectors
const AGENTS = { "app.kubernetes.io/name": "prometheus-agent", "operator.prometheus.io/name": "agent" };

/** What keeps the metrics of all clusters, and asks its rules of them. */
export function metrics(
  scope: ObservabilityScope,
  plan: ObservabilityPlan,
  { roomGb }: Required<Own>,
  after: readonly Resource[],
) {
  const account = looking(scope, "metrics", after);
  const kept = custom(
    "monitoring.coreos.com/v1/Prometheus",
    ...scope.child(
      "metrics",
      {
        metadata: { name: "metrics", namespace: NAMESPACE },
        spec: {
          replicas: copiesOf(plan).length,
          serviceAccountName: "metrics",
          enableRemoteWriteReceiver: true,
          enableOTLPReceiver: true,
          otlp: OTLP,
          // an agent that could not send catches up
          tsdb: { outOfOrderTimeWindow: "2h" },
          retention: `${plan.retention.metricsDays}d`,
          // what does not fit goes first where it is oldest: a full disk would take nothing
          retentionSize: `${Math.floor(roomGb * 0.85)}GB`,
          ruleSelector: {},
          // the operator's own name for it
          alerting: {
            alertmanagers: [{ name: "alertmanager-operated", namespace: NAMESPACE, port: "web", apiVersion: "v2" }],
          },
          resources: room("500m", "2Gi", "4Gi"),
          securityContext: CLOSED_POD,
          podMetadata: { annotations: aroundMesh(plan) },
          affinity: apartBy(PODS),
          storage: volume(roomGb),
        },
      },
      { lasting: true, dependsOn: [...account, ...after] },
    ),
  );
  return [kept, atMostOneGone(scope, "metrics", PODS, after)];
}

/** Where metrics go, the same names in every cluster; only home has pods behind them, and the mesh finds them. */
export function metricsServices(
  { child }: ObservabilityScope,
  plan: ObservabilityPlan,
  after: readonly Resource[],
): readonly Service[] {
  const copies = copiesOf(plan).map(({ name, pod }) => [name, { "statefulset.kubernetes.io/pod-name": pod }] as const);
  return [["metrics", plan.metrics.kind === "own" ? PODS : AGENTS] as const, ...copies].map(
    ([name, selector]) =>
      new Service(
        ...child(
          "service",
          {
            metadata: { name, namespace: NAMESPACE },
            spec: { selector, ports: [{ name: "http-web", port: 9090, targetPort: 9090 }] },
          },
          { of: name, dependsOn: [...after] },
        ),
      ),
  );
}
