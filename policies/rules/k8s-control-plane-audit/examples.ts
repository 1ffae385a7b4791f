import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const eks = "aws:eks/cluster:Cluster";
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";

const types = (...enabledClusterLogTypes: unknown[]) => ({ enabledClusterLogTypes });
const components = (...enableComponents: unknown[]) => ({ loggingConfig: { enableComponents } });
const setting = (logs: unknown, edges: Sample["edges"] | undefined = { resourceUri: "it" }): readonly Sample[] => [
  { type: "azure-native:insights:DiagnosticSetting", name: "audit", props: { resourceUri: UNKNOWN, logs }, edges },
];

export const examples: Examples = {
  pass: [
    { type: eks, props: types("audit", "api", "authenticator") },
    { type: eks, props: types("scheduler", "controllerManager", "authenticator", "audit", "api") },
    // what Google logs without being asked
    { type: gke, props: {} },
    { type: gke, props: components("SYSTEM_COMPONENTS", "APISERVER", "WORKLOADS") },
    { type: aks, props: {}, beside: setting([{ category: "kube-audit-admin", enabled: true }]) },
    { type: aks, props: {}, beside: setting([{ category: "guard" }, { categoryGroup: "allLogs", enabled: "true" }]) },
    { type: gke, props: { loggingService: "logging.googleapis.com/kubernetes" } },
    // whatever another setting is for
    {
      type: aks,
      props: {},
      beside: [
        ...setting([{ category: "kube-audit", enabled: true }]),
        ...setting([{ category: "guard", enabled: true }], {}).map((one) => ({ ...one, name: "other" })),
      ],
    },
  ],
  fail: [
    { type: eks, props: {} },
    { type: eks, props: types() },
    { type: eks, props: types("api", "audit") },
    { type: gke, props: { loggingService: "none" } },
    { type: gke, props: components() },
    { type: gke, props: components("SYSTEM_COMPONENTS") },
    { type: aks, props: {} },
    { type: aks, props: {}, beside: setting([{ category: "kube-scheduler", enabled: true }]) },
    { type: aks, props: {}, beside: setting([{ category: "kube-audit", enabled: false }]) },
    // metrics alone
    { type: aks, props: {}, beside: setting(undefined) },
  ],
  undetermined: [
    { type: eks, props: { enabledClusterLogTypes: UNKNOWN } },
    { type: gke, props: { loggingConfig: UNKNOWN } },
    { type: gke, props: { loggingService: UNKNOWN } },
    { type: aks, props: {}, beside: setting(UNKNOWN) },
    { type: aks, props: {}, beside: setting([{ category: "kube-audit", enabled: true }], {}) },
  ],
};
