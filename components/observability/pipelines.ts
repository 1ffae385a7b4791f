import type { KubernetesCluster } from "../core/cluster.ts";
import { hostOf } from "./names.ts";
import { NAMESPACE, type ObservabilityPlan } from "./plan.ts";
import { ATTRIBUTES, PERSONAL_VALUES, SECRET_NAMES } from "./redaction.ts";

/** Where the parts of it answer, in every cluster. */
export const ENDPOINTS = {
  metrics: `http://metrics.${NAMESPACE}.svc.cluster.local:9090`,
  /** As the operator calls what it makes for the collector `sampler`. */
  samplers: `sampler-collector-headless.${NAMESPACE}.svc.cluster.local`,
} as const;

/** What keeps a collector from running out of memory. */
export const limiter = { memory_limiter: { check_interval: "1s", limit_percentage: 80, spike_limit_percentage: 20 } };
const receivers = { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } };
/** Within the cluster, where the mesh encrypts. */
export const plain = { tls: { insecure: true } };

/** What comes in is told where it is from, loses what is personal, and goes on: traces to the samplers, whole. */
export function collectorConfig(plan: ObservabilityPlan, cluster: KubernetesCluster, metricsTo: readonly string[]) {
  const metrics = metricsTo.map(
    (url, index) => [`otlphttp/metrics-${index}`, { endpoint: `${url}/api/v1/otlp`, ...plain }] as const,
  );
  const cleaned = ["memory_limiter", "k8sattributes", "resource", "attributes", "redaction", "batch"];
  return {
    receivers,
    processors: {
      ...limiter,
      k8sattributes: {
        auth_type: "serviceAccount",
        extract: { metadata: ["k8s.namespace.name", "k8s.pod.name", "k8s.deployment.name", "k8s.node.name"] },
        // through the mesh a call comes from the own sidecar: who sends says which pod it is
        pod_association: [
          { sources: [{ from: "resource_attribute", name: "k8s.pod.uid" }] },
          { sources: [{ from: "resource_attribute", name: "k8s.pod.ip" }] },
          { sources: [{ from: "connection" }] },
        ],
      },
      // who sends from another cluster, while its own collectors are ill, says so
      resource: { attributes: whence(cluster).map(([key, value]) => ({ key, value, action: "insert" })) },
      attributes: { actions: actionsOf(plan.redaction) },
      redaction: {
        allow_all_keys: true,
        blocked_key_patterns: SECRET_NAMES,
        blocked_values: PERSONAL_VALUES,
        summary: "silent",
      },
      batch: {},
    },
    exporters: {
      loadbalancing: {
        routing_key: "traceID",
        protocol: { otlp: plain },
        resolver: { dns: { hostname: ENDPOINTS.samplers, port: "4317" } },
      },
      "otlphttp/logs": { endpoint: `http://${hostOf("logs", cluster.name)}:3100/otlp`, ...plain },
      ...Object.fromEntries(metrics),
    },
    service: {
      pipelines: {
        traces: { receivers: ["otlp"], processors: cleaned, exporters: ["loadbalancing"] },
        logs: { receivers: ["otlp"], processors: cleaned, exporters: ["otlphttp/logs"] },
        metrics: {
          receivers: ["otlp"],
          processors: cleaned.filter(ofMetrics),
          exporters: metrics.map(([name]) => name),
        },
      },
    },
  };
}

/** All spans of a trace come to one: it decides when the trace has ended. */
export function samplerConfig({ sampling, replicas }: ObservabilityPlan, { name }: KubernetesCluster) {
  const errors = { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } };
  const part = { name: "part", type: "probabilistic", probabilistic: { sampling_percentage: sampling.traces * 100 } };
  return {
    receivers,
    processors: {
      ...limiter,
      tail_sampling: {
        decision_wait: "10s",
        num_traces: 50_000 * replicas,
        policies: sampling.keepErrors ? [errors, part] : [part],
      },
      batch: {},
    },
    exporters: { otlp: { endpoint: `${hostOf("traces", name)}:4317`, ...plain } },
    service: {
      pipelines: {
        traces: { receivers: ["otlp"], processors: ["memory_limiter", "tail_sampling", "batch"], exporters: ["otlp"] },
      },
    },
  };
}

/** What tells one cluster's things from another's. */
export function whence({ name, site, region }: KubernetesCluster) {
  return [
    ["k8s.cluster.name", name],
    ["cloud.provider", site.cloud],
    ["cloud.region", region],
    ["deployment.environment.name", site.environment],
  ] as const;
}

/** What is done with each attribute: the table's own, then what was added. */
export function actionsOf({ drop, hash }: ObservabilityPlan["redaction"]) {
  const table: Readonly<Record<string, "drop" | "hash">> = {
    ...ATTRIBUTES,
    ...Object.fromEntries(hash.map((name) => [name, "hash" as const])),
    ...Object.fromEntries(drop.map((name) => [name, "drop" as const])),
  };
  return Object.entries(table).map(([key, what]) => ({ key, action: what === "drop" ? "delete" : "hash" }));
}

// the names of a metric's attributes are few and said by us; hashing one would make a series of each value
function ofMetrics(processor: string): boolean {
  return processor !== "attributes";
}
