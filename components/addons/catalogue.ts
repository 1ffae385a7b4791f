import type { Input } from "@pulumi/pulumi";
import type { Chart } from "../core/chart.ts";
import type { Cloud } from "../core/site.ts";

/** What an add-on is told of the place that it runs in. */
export interface Place {
  /** How many of each controller: one more than may be lost. */
  readonly replicas: number;
  readonly clusterName: string;
  readonly cloud: Cloud;
  readonly region: string;
  readonly account: {
    readonly name: string;
    readonly annotations: Readonly<Record<string, Input<string>>>;
  };
  /** Of pods that act as the account. */
  readonly podLabels: Readonly<Record<string, string>>;
}
/** An add-on: a chart of another project, and what its namespace must let through. */
export interface Addon extends Chart {
  /** Why it is a release and not declared object by object. */
  readonly reason: string;
  /** The clouds whose service has it already. @default [] */
  readonly builtIn?: readonly Cloud[];
  /** Its service account, where it acts on the cloud and so has an identity. @default none */
  readonly account?: string;
  /** Ports on which the API server calls it. @default [] */
  readonly webhooks?: readonly number[];
  /** Whether it speaks with services outside the cluster. @default false */
  readonly internet?: boolean;
  readonly values: (place: Place) => Readonly<Record<string, unknown>>;
}

const CONTROLLER = "a controller of another project, with the definitions of its kinds";
const small = { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "256Mi" } };

// what knows a cloud's buckets
const VELERO_PLUGINS: { readonly [C in Cloud]: string } = {
  aws: "velero/velero-plugin-for-aws:v1.13.1",
  gcp: "velero/velero-plugin-for-gcp:v1.13.1",
  azure: "velero/velero-plugin-for-microsoft-azure:v1.13.1",
};

/** Everything that can be added, with the version that is. Chart versions as the projects published them in 2026. */
export const CATALOGUE = {
  "gateway-api": {
    chart: "oci://docker.io/envoyproxy/gateway-crds-helm",
    version: "v1.8.2",
    reason: "definitions of another project, which has no chart of its own",
    values: () => ({ crds: { gatewayAPI: { enabled: true, channel: "standard" }, envoyGateway: { enabled: false } } }),
  },
  "cert-manager": {
    chart: "cert-manager",
    repository: "https://charts.jetstack.io",
    version: "v1.21.1",
    reason: CONTROLLER,
    account: "cert-manager",
    webhooks: [10_250],
    internet: true,
    values: ({ replicas, account, podLabels }) => ({
      crds: { enabled: true, keep: true },
      replicaCount: replicas,
      podDisruptionBudget: { enabled: replicas > 1 },
      serviceAccount: account,
      podLabels,
      resources: small,
      webhook: { replicaCount: replicas, resources: small },
      cainjector: { replicaCount: replicas, resources: small },
      config: { enableGatewayAPI: true },
      // its namespace lets nobody ask servers of the internet for names
      dns01RecursiveNameserversOnly: true,
    }),
  },
  "external-secrets": {
    chart: "external-secrets",
    repository: "https://charts.external-secrets.io",
    version: "2.9.0",
    reason: CONTROLLER,
    account: "external-secrets",
    webhooks: [10_250],
    internet: true,
    values: ({ replicas, account, podLabels }) => ({
      installCRDs: true,
      replicaCount: replicas,
      leaderElect: replicas > 1,
      serviceAccount: account,
      podLabels,
      resources: small,
      webhook: { replicaCount: replicas, resources: small },
      certController: { resources: small },
    }),
  },
  "external-dns": {
    chart: "external-dns",
    repository: "https://kubernetes-sigs.github.io/external-dns",
    version: "1.21.1",
    reason: CONTROLLER,
    account: "external-dns",
    internet: true,
    values: ({ clusterName, account, podLabels }) => ({
      serviceAccount: account,
      podLabels,
      resources: small,
      // a name that another cluster wrote is left alone
      policy: "sync",
      registry: "txt",
      txtOwnerId: clusterName,
      sources: ["crd", "gateway-httproute"],
    }),
  },
  keda: {
    chart: "keda",
    repository: "https://kedacore.github.io/charts",
    version: "2.20.2",
    reason: CONTROLLER,
    account: "keda-operator",
    webhooks: [6443, 9443],
    internet: true,
    values: ({ replicas, account, podLabels }) => ({
      serviceAccount: { operator: account },
      podLabels: { keda: podLabels },
      operator: { replicaCount: replicas },
      metricsServer: { replicaCount: replicas },
      resources: { operator: small, metricServer: small, webhooks: small },
    }),
  },
  "argo-rollouts": {
    chart: "argo-rollouts",
    repository: "https://argoproj.github.io/argo-helm",
    version: "2.41.0",
    reason: CONTROLLER,
    values: ({ replicas }) => ({
      installCRDs: true,
      controller: { replicas, resources: small, pdb: { enabled: replicas > 1, minAvailable: 1 } },
      dashboard: { enabled: false },
    }),
  },
  "vertical-pod-autoscaler": {
    chart: "vertical-pod-autoscaler",
    repository: "https://kubernetes.github.io/autoscaler",
    version: "0.11.0",
    reason: CONTROLLER,
    builtIn: ["gcp", "azure"],
    // it recommends; what a pod gets stays where it is declared
    values: () => ({
      recommender: { resources: small },
      updater: { enabled: false },
      admissionController: { enabled: false },
    }),
  },
  opencost: {
    chart: "opencost",
    repository: "https://opencost.github.io/opencost-helm-chart",
    version: "2.5.17",
    reason: "an application of another project",
    internet: true,
    values: ({ clusterName }) => ({
      opencost: { exporter: { defaultClusterId: clusterName, resources: small }, ui: { enabled: false } },
    }),
  },
  velero: {
    chart: "velero",
    repository: "https://vmware-tanzu.github.io/helm-charts",
    version: "12.1.0",
    reason: CONTROLLER,
    account: "velero",
    internet: true,
    values: ({ cloud, account, podLabels }) => ({
      serviceAccount: { server: account },
      initContainers: [
        { name: "plugin", image: VELERO_PLUGINS[cloud], volumeMounts: [{ name: "plugins", mountPath: "/target" }] },
      ],
      podLabels,
      resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "512Mi" } },
      credentials: { useSecret: false },
      // volumes are kept as snapshots of the cloud, by the cluster's own driver
      configuration: { features: "EnableCSI" },
      snapshotsEnabled: false,
      backupsEnabled: false,
      deployNodeAgent: false,
      upgradeCRDs: true,
    }),
  },
} as const satisfies Readonly<Record<string, Addon>>;

export type AddonName = keyof typeof CATALOGUE;
export const ADDONS = Object.keys(CATALOGUE) as readonly AddonName[];

/** An add-on by its name, with everything it may say. */
export function addonOf(name: AddonName): Addon {
  return CATALOGUE[name];
}
