import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { ObservabilityScope } from "../native.ts";
import { ENDPOINTS } from "../pipelines.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { CLOSED_POD, onlyServices, room } from "../pods.ts";
import { looking } from "./accounts.ts";

/** Where a sidecar shows the metrics of its workload and its own. */
export const SIDECAR_METRICS = 15_020;

/** What reads the metrics of a cluster and sends them home. */
export function agent(scope: ObservabilityScope, plan: ObservabilityPlan, after: readonly Resource[]) {
  const { child, cluster } = scope;
  const account = looking(scope, "agent", after);
  const all = {};
  const reader = custom(
    "monitoring.coreos.com/v1alpha1/PrometheusAgent",
    ...child(
      "agent",
      {
        metadata: { name: "agent", namespace: NAMESPACE },
        spec: {
          replicas: 1,
          serviceAccountName: "agent",
          externalLabels: { cluster: cluster.name, cloud: cluster.site.cloud, region: cluster.region },
          scrapeInterval: "30s",
          serviceMonitorSelector: all,
          serviceMonitorNamespaceSelector: all,
          podMonitorSelector: all,
          podMonitorNamespaceSelector: all,
          remoteWrite: [{ name: "home", url: `${ENDPOINTS.metrics}/api/v1/write`, messageVersion: "V1.0" }],
          resources: room("200m", "512Mi", "2Gi"),
          securityContext: CLOSED_POD,
          podMetadata: { annotations: onlyServices(plan, cluster) },
          // what could not be sent yet
          storage: volume(10),
        },
      },
      { dependsOn: [...account, ...after] },
    ),
  );
  const sidecars = custom(
    "monitoring.coreos.com/v1/PodMonitor",
    ...child(
      "sidecars",
      {
        metadata: { name: "sidecars", namespace: NAMESPACE },
        spec: {
          namespaceSelector: { any: true },
          selector: { matchExpressions: [{ key: "security.istio.io/tlsMode", operator: "Exists" }] },
          podMetricsEndpoints: [
            {
              path: "/stats/prometheus",
              relabelings: [
                {
                  sourceLabels: ["__meta_kubernetes_pod_ip", "__meta_kubernetes_pod_container_name"],
                  regex: "(.+);istio-proxy",
                  replacement: `$1:${SIDECAR_METRICS}`,
                  targetLabel: "__address__",
                },
                { sourceLabels: ["__meta_kubernetes_pod_container_name"], regex: "istio-proxy", action: "keep" },
              ],
            },
          ],
        },
      },
      { dependsOn: [...after] },
    ),
  );
  return [reader, sidecars];
}

/** A disk of the cluster's usual kind. */
export function volume(gb: number) {
  return { volumeClaimTemplate: { spec: { resources: { requests: { storage: `${gb}Gi` } } } } };
}
