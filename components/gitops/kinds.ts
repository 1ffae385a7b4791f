/** A kind of namespaced object, and what the API server calls many of it. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
  readonly resource: string;
}

const kind = (group: string, name: string, resource = `${name.toLowerCase()}s`): KindName => ({
  group,
  kind: name,
  resource,
});

/** What a tenant's repository may declare, by what it is for; whatever is not here is somebody else's. */
export const KINDS = {
  workloads: [
    kind("apps", "Deployment"),
    kind("apps", "StatefulSet"),
    kind("batch", "CronJob"),
    kind("batch", "Job"),
    kind("policy", "PodDisruptionBudget"),
    kind("argoproj.io", "Rollout"),
    kind("argoproj.io", "AnalysisTemplate"),
  ],
  scaling: [
    kind("autoscaling", "HorizontalPodAutoscaler"),
    kind("keda.sh", "ScaledObject"),
    kind("keda.sh", "TriggerAuthentication"),
  ],
  settings: [kind("", "ConfigMap"), kind("", "ServiceAccount")],
  // names of secrets; the secrets themselves are never in a repository
  secrets: [kind("external-secrets.io", "ExternalSecret")],
  services: [
    kind("", "Service"),
    kind("gateway.networking.k8s.io", "HTTPRoute"),
    kind("gateway.networking.k8s.io", "GRPCRoute"),
  ],
  storage: [kind("", "PersistentVolumeClaim")],
  monitoring: [
    kind("monitoring.coreos.com", "ServiceMonitor"),
    kind("monitoring.coreos.com", "PodMonitor"),
    kind("monitoring.coreos.com", "PrometheusRule"),
  ],
} as const satisfies Readonly<Record<string, readonly KindName[]>>;

export type KindSet = keyof typeof KINDS;
export const KIND_SETS = Object.keys(KINDS) as readonly KindSet[];
/** What a tenant has that names no sets: a store for the whole cluster would give every secret to whoever may name one. */
export const DEFAULT_SETS: readonly KindSet[] = KIND_SETS.filter((set) => set !== "secrets");

/** What controllers make of a tenant's objects, and people look at. */
export const MADE: readonly KindName[] = [
  kind("", "Pod"),
  kind("", "Event"),
  kind("apps", "ReplicaSet"),
  kind("argoproj.io", "AnalysisRun"),
  kind("discovery.k8s.io", "EndpointSlice"),
];

/** What belongs to the program that declares clusters, mesh and federation, or to nobody's repository: refused even where a list of kinds is widened. */
export const FOREIGN: readonly { readonly group: string; readonly kind: string }[] = [
  ...["Namespace", "ResourceQuota", "LimitRange", "Secret"].map((name) => ({ group: "", kind: name })),
  ...[
    "networking.k8s.io",
    "rbac.authorization.k8s.io",
    "apiextensions.k8s.io",
    "admissionregistration.k8s.io",
    "*.istio.io",
    "*.karmada.io",
    "velero.io",
  ].map((group) => ({ group, kind: "*" })),
  ...["AppProject", "Application", "ApplicationSet"].map((name) => ({ group: "argoproj.io", kind: name })),
];

/** The kinds of some sets, each once. */
export function kindsOf(sets: readonly KindSet[]): readonly KindName[] {
  return KIND_SETS.filter((set) => sets.includes(set)).flatMap((set): readonly KindName[] => KINDS[set]);
}
