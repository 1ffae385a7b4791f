// OpenTelemetry operator 0.158; of a collector, what is worth setting where its pod is the operator's
import type {
  Affinity,
  EnvFromSource,
  EnvVar,
  PodSecurityContext,
  ResourceRequirements,
  SecurityContext,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from "../carried/argo-rollouts/types.ts";
import type { NamedMetric, ScalingBehavior } from "./shared.ts";

export interface OpentelemetryKinds {
  "opentelemetry.io/v1alpha1/Instrumentation": { spec?: Instrumentation };
  "opentelemetry.io/v1beta1/OpenTelemetryCollector": { spec?: Collector };
}

interface Collector {
  config: {
    receivers: Record<string, unknown>;
    exporters: Record<string, unknown>;
    service: Service;
    processors?: Record<string, unknown>;
    connectors?: Record<string, unknown>;
    extensions?: Record<string, unknown>;
  };
  mode?: "daemonset" | "deployment" | "sidecar" | "statefulset";
  managementState?: "managed" | "unmanaged";
  upgradeStrategy?: "automatic" | "none";
  image?: string;
  replicas?: number;
  autoscaler?: {
    minReplicas?: number;
    maxReplicas?: number;
    metrics?: { type: "Pods"; pods?: NamedMetric }[];
    behavior?: ScalingBehavior;
    targetCPUUtilization?: number;
    targetMemoryUtilization?: number;
  };
  args?: Record<string, string>;
  env?: EnvVar[];
  envFrom?: EnvFromSource[];
  resources?: ResourceRequirements;
  securityContext?: SecurityContext;
  podSecurityContext?: PodSecurityContext;
  serviceAccount?: string;
  podAnnotations?: Record<string, string>;
  nodeSelector?: Record<string, string>;
  tolerations?: Toleration[];
  affinity?: Affinity;
  topologySpreadConstraints?: TopologySpreadConstraint[];
  priorityClassName?: string;
  terminationGracePeriodSeconds?: number;
  podDisruptionBudget?: { minAvailable?: number | string; maxUnavailable?: number | string };
  networkPolicy?: { enabled?: boolean };
  observability?: {
    metrics?: { enableMetrics?: boolean; disablePrometheusAnnotations?: boolean; extraLabels?: Record<string, string> };
  };
  ports?: Port[];
  volumes?: Volume[];
  volumeMounts?: VolumeMount[];
}
interface Service {
  pipelines: Record<string, { receivers: string[]; exporters: string[]; processors?: string[] }>;
  extensions?: string[];
  telemetry?: Record<string, unknown>;
}
interface Port {
  port: number;
  name?: string;
  protocol?: "SCTP" | "TCP" | "UDP";
  targetPort?: number | string;
  appProtocol?: string;
  nodePort?: number;
  hostPort?: number;
}

type Propagator = "tracecontext" | "baggage" | "b3" | "b3multi" | "jaeger" | "xray" | "ottrace" | "none";
interface Instrumentation {
  exporter?: {
    endpoint?: string;
    tls?: { ca_file?: string; cert_file?: string; key_file?: string; configMapName?: string; secretName?: string };
  };
  propagators?: Propagator[];
  sampler?: {
    type?:
      | "always_on"
      | "always_off"
      | "traceidratio"
      | "parentbased_always_on"
      | "parentbased_always_off"
      | "parentbased_traceidratio"
      | "jaeger_remote"
      | "xray";
    argument?: string;
  };
  resource?: { addK8sUIDAttributes?: boolean; resourceAttributes?: Record<string, string> };
  defaults?: { useLabelsForResourceAttributes?: boolean };
  env?: EnvVar[];
  imagePullPolicy?: string;
  dotnet?: Agent;
  go?: GoAgent;
  java?: { image?: string; env?: EnvVar[]; resources?: ResourceRequirements; volumeLimitSize?: number | string };
  nodejs?: Agent;
  python?: Agent;
}
interface GoAgent extends Agent {
  securityContext?: SecurityContext;
}
interface Agent {
  image?: string;
  env?: EnvVar[];
  resourceRequirements?: ResourceRequirements;
  volumeLimitSize?: number | string;
}
