import type { Resource } from "@pulumi/pulumi";
import { type PodIdentity, podParts } from "../../identity/index.ts";
import { custom } from "../../objects/index.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { CLOSED_POD, onlyServices, room } from "../pods.ts";
import type { WayHome } from "../way-home.ts";
import { looking } from "./accounts.ts";

/** What metrics by OTLP say of where they are from; without it, series of two pods or machines would be one. */
export const OTLP = {
  promoteResourceAttributes: [
    "k8s.cluster.name",
    "k8s.container.name",
    "k8s.namespace.name",
    "k8s.node.name",
    "k8s.pod.name",
    "k8s.volume.name",
    "service.name",
  ],
};
/** Where a sidecar shows the metrics of its workload and its own. */
export const SIDECAR_METRICS = 15_020;

/** What reads the metrics of a cluster and sends them home. */
export function agent(
  scope: ObservabilityScope,
  plan: ObservabilityPlan,
  { writes, agents }: WayHome,
  after: readonly Resource[],
) {
  const { child, cluster } = scope;
  const pod = agents.get(cluster.name);
  const account = looking(scope, "agent", after, pod && { annotations: pod.annotations });
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
          remoteWrite: writes,
          ...(pod !== undefined && proving(pod)),
          resources: room("200m", "512Mi", "2Gi"),
          securityContext: CLOSED_POD,
          podMetadata: { annotations: onlyServices(plan, cluster), ...(pod !== undefined && { labels: pod.labels }) },
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

// the proof of who it is, and what workloads sent to collectors: it goes the same way
function proving(pod: PodIdentity) {
  const { env, volumes, volumeMounts } = podParts(pod, "agent");
  return {
    enableOTLPReceiver: true,
    otlp: OTLP,
    ...(pod.token !== undefined && { containers: [{ name: "prometheus", env }], volumes, volumeMounts }),
  };
}

/** A disk of the cluster's usual kind. */
export function volume(gb: number) {
  return { volumeClaimTemplate: { spec: { resources: { requests: { storage: `${gb}Gi` } } } } };
}
