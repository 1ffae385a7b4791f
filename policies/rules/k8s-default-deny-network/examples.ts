import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const namespace = "kubernetes:core/v1:Namespace";
const policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const addon = "aws:eks/addon:Addon";
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";

const shop = (...beside: readonly Sample[]): Example => ({
  type: namespace,
  props: { metadata: { name: "shop" } },
  beside,
});
const np = (spec: unknown, metadata: object = { namespace: "shop" }): Sample => ({
  type: policy,
  name: "deny",
  props: { metadata: { name: "deny", ...metadata }, spec },
});
const deny = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
const it = (spec: unknown): Example => ({ type: policy, props: { metadata: { namespace: "shop" }, spec } });
const cni = (configurationValues?: unknown) => ({
  type: addon,
  props: {
    clusterName: "main",
    addonName: "vpc-cni",
    ...(configurationValues !== undefined && { configurationValues }),
  },
});
const network = (networkProfile: object) => ({ type: aks, props: { networkProfile } });
const wide = (type: string): Sample => ({ type, name: "wide", props: { spec: {} } });
const chart = (name: string): Sample => ({
  type: "kubernetes:helm.sh/v3:Release",
  name: "engine",
  props: { chart: name },
});

export const examples: Examples = {
  pass: [
    shop(np(deny)),
    shop(np({ podSelector: {} })),
    shop(np({ policyTypes: ["Ingress"] })),
    shop(np({ podSelector: { matchLabels: {} }, policyTypes: ["Ingress"], ingress: [] })),
    // what it lists is allowed, all else is denied
    shop(np({ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] })),
    shop(np({ ...deny, ingress: [{ from: [{ namespaceSelector: { matchLabels: { name: "edge" } } }] }] })),
    shop(np({ podSelector: { matchLabels: { app: "web" } } }), { ...np(deny), name: "other" }),
    { ...shop({ ...np(deny), type: "kubernetes:extensions/v1beta1:NetworkPolicy" }) },
    it(deny),
    it({ podSelector: { matchLabels: { app: "web" } }, ingress: [{}] }),
    it({ podSelector: {}, ingress: [{ ports: [{ port: 9090 }] }] }),
    it({ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] }),
    it({ podSelector: {}, policyTypes: ["Egress"], egress: [{}] }),
    cni(JSON.stringify({ enableNetworkPolicy: "true" })),
    cni(JSON.stringify({ enableNetworkPolicy: true, env: { A: "1" } })),
    { type: gke, props: { datapathProvider: "ADVANCED_DATAPATH" } },
    { type: gke, props: { networkPolicy: { enabled: true, provider: "CALICO" } } },
    { type: gke, props: { enableAutopilot: true } },
    network({ networkPolicy: "calico" }),
    network({ networkPolicy: "Azure" }),
    network({ networkDataplane: "cilium" }),
    { type: aks, props: { sku: { name: "Automatic" } } },
    // whatever the cluster's own policies say
    shop(np(deny), wide("kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy")),
    { ...cni(JSON.stringify({ enableNetworkPolicy: true })), beside: [chart("tigera-operator")] },
  ],
  fail: [
    shop(),
    shop(np({ podSelector: { matchLabels: { app: "web" } }, policyTypes: ["Ingress"] })),
    shop(np({ podSelector: { matchExpressions: [{ key: "app", operator: "Exists" }] } })),
    shop(np({ podSelector: {}, policyTypes: ["Egress"] })),
    shop(np({ podSelector: {}, ingress: [{}] })),
    shop(np(deny, { namespace: "till" })),
    // a policy of another cluster denies nothing here
    { ...shop({ ...np(deny), provider: { context: "west" } }) },
    // nor does one in the default namespace
    shop(np(deny, {})),
    it({ podSelector: {}, ingress: [{}] }),
    it({ ingress: [{ from: [] }] }),
    it({ podSelector: {}, policyTypes: ["Ingress"], ingress: [{ from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] }),
    it({ podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] }),
    cni(),
    cni(JSON.stringify({ enableNetworkPolicy: "false" })),
    cni("{}"),
    { type: gke, props: {} },
    { type: gke, props: { datapathProvider: "LEGACY_DATAPATH" } },
    { type: gke, props: { networkPolicy: { enabled: false } } },
    { type: aks, props: {} },
    network({ networkPolicy: "none" }),
    network({ networkPlugin: "azure", networkDataplane: "azure" }),
    shop({ ...wide("kubernetes:projectcalico.org/v3:GlobalNetworkPolicy"), provider: { context: "west" } }),
    { ...cni(), beside: [chart("redis")] },
  ],
  undetermined: [
    shop(np({ podSelector: UNKNOWN })),
    shop(np({ podSelector: {}, policyTypes: [UNKNOWN] })),
    shop(np(deny, { namespace: UNKNOWN })),
    shop({
      type: "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
      name: "deny",
      props: { spec: { endpointSelector: {} } },
    }),
    it({ podSelector: {}, ingress: UNKNOWN }),
    it(UNKNOWN),
    cni(UNKNOWN),
    cni("enableNetworkPolicy: 'true'"),
    {
      ...cni(),
      beside: [{ type: "kubernetes:helm.sh/v3:Release", name: "calico", props: { chart: "tigera-operator" } }],
    },
    { type: addon, props: { clusterName: "main", addonName: UNKNOWN } },
    { type: gke, props: { datapathProvider: UNKNOWN } },
    network({ networkPolicy: UNKNOWN }),
    network({ networkPolicy: "other" }),
    ...[
      "kubernetes:crd.projectcalico.org/v1:GlobalNetworkPolicy",
      "kubernetes:projectcalico.org/v3:GlobalNetworkPolicy",
      "kubernetes:policy.networking.k8s.io/v1alpha1:BaselineAdminNetworkPolicy",
      "kubernetes:policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy",
    ].map((type) => shop(wide(type))),
    { type: namespace, props: { metadata: { name: UNKNOWN } }, beside: [np(deny)] },
  ],
  notApplicable: [
    { type: namespace, props: { metadata: { name: "kube-system" } } },
    { type: addon, props: { clusterName: "main", addonName: "coredns" } },
  ],
};
