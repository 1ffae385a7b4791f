import type { Bucket } from "../bucket/index.ts";
import type { PodIdentity } from "../identity/index.ts";
import type { ObservabilityPlan } from "./plan.ts";
import { aroundMesh, CLOSED_CONTAINER, CLOSED_POD, room } from "./pods.ts";
import { storePlace } from "./stores.ts";

type Values = Readonly<Record<string, unknown>>;
const small = room("50m", "128Mi", "256Mi");
const medium = room("250m", "512Mi", "1Gi");
const OFF = { enabled: false };

/** Of the operator, its kinds and the state of objects; what it would run besides is declared here. */
export function prometheusOperatorValues(): Values {
  const watched = [
    "kubeApiServer",
    "kubelet",
    "kubeControllerManager",
    "coreDns",
    "kubeEtcd",
    "kubeScheduler",
    "kubeProxy",
  ];
  return {
    fullnameOverride: "prometheus-operator",
    crds: { enabled: true },
    defaultRules: { create: false },
    alertmanager: OFF,
    grafana: { enabled: false, forceDeployDashboards: false },
    prometheus: OFF,
    // it reads the machine, which restricted pods may not
    nodeExporter: OFF,
    ...Object.fromEntries(watched.map((name) => [name, OFF])),
    prometheusOperator: { resources: small, kubeletService: OFF, admissionWebhooks: { patch: { resources: small } } },
    "kube-state-metrics": { resources: small },
  };
}

export function opentelemetryOperatorValues({ replicas }: ObservabilityPlan): Values {
  return {
    replicaCount: replicas,
    pdb: { create: replicas > 1 },
    manager: { resources: small },
    admissionWebhooks: { certManager: OFF, autoGenerateCert: { enabled: true, recreate: true } },
  };
}

/** A store's pod: its bucket, and who it is. */
export interface Store {
  readonly bucket: Bucket;
  readonly pod: PodIdentity;
  /** How long what it keeps can be found; the bucket ends it then. */
  readonly days: number;
}

export function lokiValues(plan: ObservabilityPlan, { bucket, pod, days }: Store): Values {
  const none = { replicas: 0 };
  // two of two must answer where there are two: with three, one may be lost
  const replicas = plan.replicas > 1 ? 3 : 1;
  return {
    fullnameOverride: "loki",
    deploymentMode: "Monolithic",
    singleBinary: { replicas, resources: medium, persistence: { enabled: true, size: "10Gi" } },
    read: none,
    write: none,
    backend: none,
    loki: {
      auth_enabled: false,
      commonConfig: { path_prefix: "/var/loki", replication_factor: replicas },
      storage: { ...storePlace(bucket).loki, bucketNames: { chunks: bucket.name } },
      schemaConfig: {
        configs: [
          {
            from: "2026-01-01",
            store: "tsdb",
            object_store: storePlace(bucket).loki["type"],
            schema: "v13",
            index: { prefix: "index_", period: "24h" },
          },
        ],
      },
      limits_config: { max_query_lookback: `${days * 24}h`, allow_structured_metadata: true },
      analytics: { reporting_enabled: false },
      podAnnotations: aroundMesh(plan),
      podLabels: pod.labels,
    },
    serviceAccount: { name: "loki", annotations: pod.annotations },
    rbac: { namespaced: true },
    sidecar: { rules: OFF },
    gateway: OFF,
    chunksCache: OFF,
    resultsCache: OFF,
    lokiCanary: OFF,
    test: OFF,
  };
}

export function tempoValues(plan: ObservabilityPlan, { bucket, pod, days }: Store): Values {
  return {
    fullnameOverride: "tempo",
    tempo: {
      resources: medium,
      reportingEnabled: false,
      retention: `${days * 24}h`,
      storage: { trace: { ...storePlace(bucket).tempo, wal: { path: "/var/tempo/wal" } } },
      // who may add to a bucket may not take away: it ends things itself
      overrides: { defaults: { compaction: { compaction_disabled: true } } },
      securityContext: CLOSED_CONTAINER,
    },
    securityContext: CLOSED_POD,
    persistence: { enabled: true, size: "10Gi" },
    serviceAccount: { name: "tempo", annotations: pod.annotations },
    podAnnotations: aroundMesh(plan),
    podLabels: pod.labels,
  };
}
