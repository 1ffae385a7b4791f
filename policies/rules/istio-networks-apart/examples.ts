import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const namespace = "kubernetes:core/v1:Namespace";
const service = "kubernetes:core/v1:Service";
const secret = "kubernetes:core/v1:Secret";
const deployment = "kubernetes:apps/v1:Deployment";
const release = "kubernetes:helm.sh/v3:Release";
const operator = "kubernetes:install.istio.io/v1alpha1:IstioOperator";
const sail = "kubernetes:sailoperator.io/v1:Istio";
const LABEL = "topology.istio.io/network";

// what has no provider is in the east, in a cluster of another provider than the west
const west = { context: "west" };
const inWest = (sample: Example, name: string): Sample => {
  const { beside: _, ...alone } = sample;
  return { ...alone, name: `west-${name}`, provider: west };
};
const at = (name: unknown, more: object = {}) => ({ metadata: { name, namespace: "istio-system", ...more } });

const root = (network: unknown, ...beside: readonly Sample[]): Example => ({
  type: namespace,
  props: { metadata: { name: "istio-system", labels: { [LABEL]: network } } },
  beside,
});
const gateway = (network: unknown, ...beside: readonly Sample[]): Example => ({
  type: service,
  props: { ...at("istio-eastwestgateway", { labels: { [LABEL]: network } }), spec: {} },
  beside,
});
const exposure = (mode: unknown): Sample => ({
  type: "kubernetes:networking.istio.io/v1:Gateway",
  name: "exposure",
  props: { ...at("x"), spec: { servers: [{ tls: { mode } }] } },
});
const remote = (cluster: string, props: object = {}, ...beside: readonly Sample[]): Example => ({
  type: secret,
  props: {
    ...at(`istio-remote-secret-${cluster}`, {
      labels: { "istio/multiCluster": "true" },
      annotations: { "networking.istio.io/cluster": cluster },
    }),
    stringData: { [cluster]: "kubeconfig" },
    ...props,
  },
  beside,
});
const marked = (name: unknown, annotations: unknown) =>
  at(name, { labels: { "istio/multiCluster": "true" }, annotations });
const toWest: Sample = { ...remote("west"), name: "to-west" };
const istiod = (name: unknown, container = "discovery"): Example => ({
  type: deployment,
  props: {
    ...at("istiod"),
    spec: { template: { spec: { containers: [{ name: container, env: [{ name: "CLUSTER_ID", value: name }] }] } } },
  },
});
const helm = (global: unknown, chart: unknown = "istiod"): Example => ({
  type: release,
  props: { chart, values: { global } },
});
const planes = (global: unknown): readonly Example[] => [
  helm(global),
  { type: operator, props: { spec: { values: { global } } } },
  { type: sail, props: { spec: { values: { global } } } },
];
const called = (clusterName: unknown) => ({ multiCluster: { clusterName } });
const named = (name: unknown) => [istiod(name), ...planes(called(name))];
const beside = (examples: readonly Example[], ...samples: readonly Sample[]): readonly Example[] =>
  examples.map((example) => ({ ...example, beside: samples }));

const westNamed = inWest(istiod("west"), "istiod");
const westRoot = (network: unknown) => inWest(root(network), "root");
const westGateway = inWest(gateway("west"), "gateway");
const own: Sample = { ...gateway("east"), name: "gateway" };
const token: Sample = { type: secret, name: "token", props: at("istio-reader-token"), provider: west };
const fromWest = (example: Example, ...more: readonly Sample[]): Example => ({
  ...example,
  edges: { stringData: `${secret}::token` },
  beside: [token, ...more],
});

export const examples: Examples = {
  pass: [
    root("east", own, toWest, westNamed, westRoot("west"), westGateway),
    root("east", own, toWest, westNamed, westRoot(undefined)),
    // one network, without gateways
    root(undefined, toWest, westNamed, westRoot(undefined)),
    root("flat", toWest, westNamed, westRoot("flat")),
    root("flat", exposure("SIMPLE"), toWest, westNamed, westRoot("flat"), westGateway),
    root("flat", own, toWest, westNamed, westRoot("flat")),
    root(undefined, own, toWest, westNamed, { ...helm({ network: "east" }), name: "istiod" }),
    gateway("east", { ...root("east"), name: "root" }),
    gateway("east", { ...helm({ network: "east" }), name: "istiod" }),
    gateway("east", westRoot("west")),
    gateway("east", {
      ...root("west"),
      name: "shop",
      props: { metadata: { name: "shop", labels: { [LABEL]: "west" } } },
    }),
    root("flat", toWest, westNamed, westRoot("flat"), { ...exposure("AUTO_PASSTHROUGH"), provider: west }),
    gateway("east"),
    remote("west"),
    remote("west", { data: { west: "a3ViZWNvbmZpZw==" }, stringData: undefined }),
    remote("west", { stringData: { west: "kubeconfig", south: "kubeconfig" } }),
    remote("west", { ...marked("access", {}) }),
    remote("west", { stringData: undefined }),
    remote("west", {}, { ...remote("south"), name: "other" }),
    remote("west", {}, inWest(remote("west"), "other")),
    fromWest(remote("west"), westNamed),
    fromWest(remote("west")),
    ...beside(named("east"), toWest, westNamed),
    // each in a mesh of its own
    ...beside(named("west"), westNamed),
    helm({}, "oci://example.com/charts/istiod"),
  ],
  fail: [
    root(undefined, own, toWest, westNamed, westRoot("west")),
    root(undefined, own, toWest, westNamed, inWest(helm({ network: "west" }), "values")),
    root(undefined, exposure("AUTO_PASSTHROUGH"), toWest, westNamed),
    root("west", own, toWest, westNamed, westRoot("west"), westGateway),
    root(
      "west",
      own,
      westNamed,
      westRoot("west"),
      westGateway,
      { ...inWest(remote("east"), "back"), edges: {} },
      { ...istiod("east"), name: "istiod" },
    ),
    root("west", own, { ...toWest, edges: { data: `${secret}::token` } }, token, westRoot("west"), westGateway),
    root("west", own, toWest, westNamed, inWest(helm({ network: "west" }), "values"), westGateway),
    gateway("west", { ...root("east"), name: "root" }),
    gateway("west", { ...helm({ network: "east" }), name: "istiod" }),
    remote("west", { stringData: { east: "kubeconfig" } }),
    remote("west", marked("access", { "networking.istio.io/cluster": "east" })),
    remote("west", marked("istio-remote-secret-east", {})),
    remote("west", {}, { ...remote("west"), name: "other" }),
    remote("west", {}, { ...remote("south", { data: { west: "a3ViZWNvbmZpZw==" } }), name: "other" }),
    fromWest(remote("west"), inWest(istiod("occident"), "istiod")),
    ...beside(named("west"), toWest, westNamed),
    ...beside(named("west"), westNamed, inWest(remote("south"), "to-south")),
    // what no values say is `Kubernetes`
    ...beside(planes({}), toWest, inWest(istiod("Kubernetes"), "istiod")),
  ],
  undetermined: [
    root(UNKNOWN, own, toWest, westNamed, westRoot("west"), westGateway),
    root("west", own, toWest, inWest(istiod(UNKNOWN), "istiod"), westRoot("west"), westGateway),
    // nobody says what the west is called
    root("west", own, toWest, westRoot("west"), westGateway),
    gateway(UNKNOWN, { ...root("east"), name: "root" }),
    gateway("east", { ...root(UNKNOWN), name: "root" }),
    remote("west", { stringData: UNKNOWN }),
    remote("west", marked("x", UNKNOWN)),
    remote("west", marked(UNKNOWN, {})),
    remote("west", at("x", { labels: UNKNOWN, annotations: { "networking.istio.io/cluster": "east" } })),
    ...beside(named(UNKNOWN), toWest, westNamed),
  ],
  notApplicable: [
    root("east"),
    root("west", own, westRoot("west"), westGateway),
    { type: namespace, props: { metadata: { name: "shop" } }, beside: [toWest, westNamed, own] },
    { type: service, props: at("shop") },
    { type: secret, props: { metadata: { name: "istio-remote-secret-west" }, stringData: { east: "x" } } },
    { ...istiod("west", "app"), beside: [toWest, westNamed] },
    { ...helm(called("west"), "redis"), beside: [toWest, westNamed] },
    { type: deployment, props: at("app"), beside: [toWest, westNamed] },
  ],
};
