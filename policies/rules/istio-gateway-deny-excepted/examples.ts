import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const istio = "kubernetes:networking.istio.io/v1:Gateway";
const own = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const authorization = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const root = "istio-system";

const at = (namespace: unknown) => ({ metadata: { name: "x", namespace } });
const server = (number: unknown, mode: unknown) => ({ port: { number }, tls: { mode }, hosts: ["*.local"] });
const gateway = (servers: unknown, ...beside: readonly Sample[]): Example => ({
  type: istio,
  props: { ...at(root), spec: { selector: { istio: "eastwestgateway" }, servers } },
  beside,
});
const eastWest = (...beside: readonly Sample[]) => gateway([server(15443, "AUTO_PASSTHROUGH")], ...beside);
const edge = (...beside: readonly Sample[]) => gateway([server(443, "SIMPLE")], ...beside);
const listener = (spec: object, ...beside: readonly Sample[]): Example => ({
  type: own,
  props: { ...at("edge"), spec: { gatewayClassName: "istio", listeners: [{ name: "web", port: 443 }], ...spec } },
  beside,
});
const policy = (name: string, spec: unknown, namespace: unknown = root): Sample => ({
  type: authorization,
  name,
  props: { ...at(namespace), ...(spec !== undefined && { spec: spec as object }) },
});
const deny = policy("deny", {});
const labelled = (labels: unknown) => ({ selector: { matchLabels: labels } });
const itsPods = labelled({ istio: "eastwestgateway" });
const toPort = (...ports: readonly unknown[]) => [{ to: [{ operation: { ports } }] }];
const allow = (rules: unknown, more: object = itsPods, namespace: unknown = root) =>
  policy("allow", { action: "ALLOW", rules, ...more }, namespace);
const service = (ports: unknown, namespace: unknown = root): Sample => ({
  type: "kubernetes:core/v1:Service",
  name: "gateway",
  props: { ...at(namespace), spec: { selector: { istio: "eastwestgateway" }, ports } },
});
const workload = (labels: object, namespace = root): Sample => ({
  type: "kubernetes:apps/v1:Deployment",
  name: "gateway",
  props: { ...at(namespace), spec: { template: { metadata: { labels } } } },
});
const pods = { istio: "eastwestgateway", app: "istio-eastwestgateway" };
const settings = (meshConfig: object): Sample => ({
  type: "kubernetes:install.istio.io/v1alpha1:IstioOperator",
  name: "settings",
  props: { spec: { meshConfig } },
});
const west = { context: "west" };

export const examples: Examples = {
  pass: [
    eastWest(deny, allow(toPort("15443"))),
    eastWest(deny, allow(toPort("8443", 15443))),
    eastWest(policy("deny", undefined), policy("allow", { rules: [{}], ...itsPods })),
    eastWest(deny, allow([{ to: [], from: [] }])),
    eastWest(
      deny,
      allow([{ from: [{ source: { principals: ["x"] } }] }, { from: [{ source: { ipBlocks: ["10.0.0.0/8"] } }] }]),
    ),
    eastWest(deny, allow([{ to: [{ operation: { notPorts: ["15012"] } }] }])),
    // where the gateway ends TLS it sees who calls, and what for
    edge(deny, allow([{ from: [{ source: { requestPrincipals: ["*"] } }], to: [{ operation: { paths: ["/*"] } }] }])),
    edge(deny, allow(toPort("8443"))),
    edge(
      deny,
      allow(toPort("9443")),
      service([
        { port: 80, targetPort: 9080 },
        { port: 443, targetPort: 9443 },
      ]),
    ),
    eastWest(deny, allow(toPort("15443"), labelled({ app: "istio-eastwestgateway" })), workload(pods)),
    eastWest(deny, allow(toPort("15443"), itsPods, "gateways"), service([], "gateways")),
    eastWest(deny, allow(toPort("15443"), { selector: { matchExpressions: [{ key: "istio", operator: "Exists" }] } })),
    eastWest(policy("deny", {}, "gateways"), service([], "gateways"), allow(toPort("15443"), {}, "gateways")),
    gateway([], deny),
    listener({}, deny, allow(toPort("443"), { targetRefs: [{ kind: "Gateway", name: "x" }] }, "edge")),
    listener({}, deny, allow([{}], labelled({ "gateway.networking.k8s.io/gateway-name": "x" }), "edge")),
    { ...eastWest(deny, allow(toPort("15443"))), type: "kubernetes:networking.istio.io/v1beta1:Gateway" },
  ],
  fail: [
    eastWest(deny),
    edge(deny),
    eastWest(policy("deny", { action: "ALLOW", rules: [] })),
    eastWest(deny, allow(toPort("15012"))),
    edge(deny, allow(toPort("15443"))),
    edge(
      deny,
      allow(toPort("8443")),
      service([
        { port: 443, targetPort: 9443 },
        { port: 80, targetPort: 8443 },
      ]),
    ),
    edge(deny, allow(toPort("8443")), service([{ port: 443 }])),
    edge(deny, allow(toPort("8080"))),
    eastWest(deny, allow(toPort("15443"), labelled({ istio: "ingressgateway" }))),
    eastWest(deny, allow(toPort("15443"), labelled({ app: "other" })), workload(pods)),
    eastWest(deny, allow(toPort("15443"), itsPods, "shop"), workload(pods)),
    eastWest(deny, policy("audit", { action: "AUDIT", rules: [{}] })),
    eastWest(deny, policy("deny-some", { action: "DENY", rules: toPort("15443"), ...itsPods })),
    eastWest(deny, allow([{ to: [{ operation: { notPorts: ["15443"] } }] }])),
    // nobody sees at this port who calls
    eastWest(deny, allow([{ from: [{ source: { principals: ["*"] } }] }])),
    eastWest(deny, allow([{ to: [{ operation: { ports: ["15443"], methods: ["GET"] } }] }])),
    gateway([server(15443, "PASSTHROUGH")], deny, allow([{ from: [{ source: { namespaces: ["*"] } }] }])),
    gateway([server(443, "SIMPLE"), server(15443, "AUTO_PASSTHROUGH")], deny, allow(toPort("443"))),
    eastWest(deny, { ...allow(toPort("15443")), provider: west }),
    eastWest(policy("deny", {}, "gateways"), service([], "gateways")),
    eastWest(policy("deny", {}, "gateways"), { ...workload(pods, "gateways"), type: "kubernetes:apps/v1:DaemonSet" }),
    eastWest(settings({ rootNamespace: "mesh" }), policy("deny", {}, "mesh")),
    listener({}, deny),
    listener({}, policy("deny", {}, "edge")),
    listener(
      { listeners: [{ port: 443, tls: { mode: "Passthrough" } }] },
      deny,
      allow([{ from: [{ source: { principals: ["*"] } }] }], {}, "edge"),
    ),
    listener({}, deny, allow([{}], { targetRefs: [{ kind: "Gateway", name: "other" }] }, "edge")),
    { ...eastWest(deny), type: "kubernetes:networking.istio.io/v1alpha3:Gateway" },
  ],
  undetermined: [
    edge(deny, allow(toPort("9443")), service([{ port: 443, targetPort: "h2" }])),
    eastWest(policy("deny", {}, UNKNOWN)),
    eastWest(policy("deny", { rules: UNKNOWN })),
    eastWest(deny, allow(UNKNOWN)),
    eastWest(deny, allow(toPort(UNKNOWN))),
    eastWest(deny, allow(toPort("15443"), labelled(UNKNOWN))),
    // these may be its pods
    eastWest(deny, allow(toPort("15443"), labelled({ app: "istio-eastwestgateway" }))),
    gateway([server(UNKNOWN, "SIMPLE")], deny, allow(toPort("443"))),
    gateway([server(15443, UNKNOWN)], deny, allow([{ from: [{ source: { principals: ["*"] } }] }])),
    gateway(UNKNOWN, deny),
    listener({ gatewayClassName: UNKNOWN }, deny),
    listener({ listeners: UNKNOWN }, deny),
  ],
  notApplicable: [
    eastWest(),
    eastWest(allow(toPort("15443"))),
    eastWest(policy("deny", {}, "shop")),
    eastWest(policy("deny", itsPods)),
    eastWest(policy("deny", {}, "gateways"), workload({ app: "other" }, "gateways")),
    eastWest({ ...deny, provider: west }),
    eastWest(deny, settings({ discoverySelectors: [{ matchLabels: { "kubernetes.io/metadata.name": "shop" } }] })),
    listener({ gatewayClassName: "nginx" }, deny),
    listener({ gatewayClassName: "istio-waypoint" }, deny),
    listener({}, policy("deny", {}, "shop")),
  ],
};
