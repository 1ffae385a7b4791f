import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const at = (namespace: unknown, name = "x") => ({ metadata: { name, namespace } });
const gateway = (selector: object = { istio: "ingressgateway" }): Sample => ({
  type: "kubernetes:networking.istio.io/v1:Gateway",
  name: "edge",
  props: { ...at("edge", "edge"), spec: { selector, servers: [{ hosts: ["shop.example.org"] }] } },
});
const apiGateway = (gatewayClassName: unknown = "istio"): Sample => ({
  type: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
  name: "edge",
  props: { ...at("edge", "edge"), spec: { gatewayClassName } },
});
const service = (gateways: unknown, ...beside: readonly Sample[]): Example => ({
  type: "kubernetes:networking.istio.io/v1:VirtualService",
  props: { ...at("shop"), spec: { hosts: ["shop.example.org"], gateways } },
  beside,
});
const route = (parentRefs: unknown, ...beside: readonly Sample[]): Example => ({
  type: "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
  props: { ...at("shop"), spec: { parentRefs } },
  beside,
});
const of = (example: Example, spec: object): Example => ({
  ...example,
  props: { ...example.props, spec: { ...(example.props["spec"] as object), ...spec } },
});
const inShop = (one: Sample, namespace: unknown = "shop"): Sample => ({
  ...one,
  props: { ...one.props, ...at(namespace, "edge") },
});
const parent = { name: "edge", namespace: "edge" };
const authentication = (
  more: object = {},
  namespace: unknown = "edge",
  jwtRules: unknown = [{ issuer: "https://login.example.org" }],
): Sample => ({
  type: "kubernetes:security.istio.io/v1:RequestAuthentication",
  name: "jwt",
  props: { ...at(namespace), spec: { jwtRules, ...more } },
});
const policy = (spec: object, namespace: unknown = "edge"): Sample => ({
  type: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
  name: "tokens",
  props: { ...at(namespace), spec },
});
const asks = { rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }] };
const keepsOut = { action: "DENY", rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }] };
const ingress = { selector: { matchLabels: { istio: "ingressgateway" } } };
const byGateway = (name: unknown, label = "gateway.networking.k8s.io/gateway-name") => ({
  selector: { matchLabels: { [label]: name } },
});
const target = { targetRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: "edge" }] };

export const examples: Examples = {
  pass: [
    service(["edge/edge"], gateway(), authentication(), policy(asks)),
    service(["edge/edge", "mesh"], gateway(), authentication(ingress), policy({ ...keepsOut, ...ingress })),
    service(["edge/edge"], gateway(), authentication({}, "istio-system"), policy(asks, "istio-system")),
    service(["edge/edge"], gateway(), authentication(), policy({ ...asks, action: "ALLOW" })),
    // whoever has no token has none of this issuer
    service(
      ["edge/edge"],
      gateway(),
      authentication(),
      policy({
        action: "DENY",
        rules: [{ from: [{ source: { notRequestPrincipals: ["https://login.example.org/*"] } }] }],
      }),
    ),
    service(["edge"], inShop(gateway()), authentication({}, "shop"), policy(asks, "shop")),
    route([parent], apiGateway(), authentication(byGateway("edge")), policy({ ...asks, ...byGateway("edge") })),
    route([{ ...parent, kind: "Gateway" }], apiGateway(), authentication(), policy(asks)),
    of(service(["edge/edge"], gateway(), authentication(), policy(asks)), { tcp: UNKNOWN }),
    // behind the gateway, where the pods are
    service(["edge/edge"], gateway(), authentication({}, "shop"), policy(asks, "shop")),
    service(["edge/edge"], authentication({}, "shop"), policy(keepsOut, "shop")),
    route([parent], apiGateway(), authentication(target), policy({ ...asks, ...target })),
    route([parent], apiGateway(), authentication(), policy(asks)),
    {
      ...service(["edge/edge"], gateway(), authentication(), policy(asks)),
      type: "kubernetes:networking.istio.io/v1beta1:VirtualService",
    },
  ],
  fail: [
    service(["edge/edge"], gateway()),
    service(["edge/edge"], gateway(), authentication()),
    service(["edge/edge"], gateway(), policy(asks)),
    service(["edge/edge"], gateway(), authentication({}, "edge", []), policy(asks)),
    service(["edge/edge"], gateway(), authentication(), policy({ rules: [{ to: [{ operation: { paths: ["/"] } }] }] })),
    // a token that is only looked at when there is one
    service(
      ["edge/edge"],
      gateway(),
      authentication(),
      policy({ action: "DENY", rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }] }),
    ),
    service(["edge/edge"], gateway(), authentication({ selector: { matchLabels: { istio: "other" } } }), policy(asks)),
    service(["edge/edge"], gateway(), authentication({}, "till"), policy(asks, "till")),
    service(["edge/edge"], gateway(), { ...authentication(), provider: { context: "west" } }, policy(asks)),
    // another cluster's mesh
    service(
      ["edge/edge"],
      gateway(),
      { ...authentication({}, "istio-system"), provider: { context: "west" } },
      policy(asks, "istio-system"),
    ),
    service(["edge/edge", "elsewhere/edge"], gateway()),
    service(["edge/edge"], gateway({ app: "edge" })),
    service(["edge"], inShop(gateway())),
    service(
      ["till/edge", "edge/edge"],
      { ...inShop(gateway(), "till"), name: "till" },
      gateway(),
      authentication(),
      policy(asks),
    ),
    // a policy without rules lets nobody in, and another beside it whom it likes
    service(["edge/edge"], gateway(), authentication(), policy({})),
    service(["edge/edge"], gateway(), authentication(), policy({ ...keepsOut, action: "AUDIT" })),
    service(["edge/edge"], gateway(), authentication(), policy({ ...asks, action: "AUDIT" })),
    of(service(["edge/edge"], gateway()), { tcp: [{ route: [] }], http: [{ route: [] }] }),
    route([parent], apiGateway("istio-remote")),
    route([{ name: "edge" }], inShop(apiGateway())),
    route([parent], apiGateway(), authentication(byGateway("other")), policy(asks)),
    route([parent], apiGateway(), authentication(byGateway("edge", "app")), policy(asks)),
    route([parent], apiGateway()),
    route([parent], apiGateway(), authentication({ targetRefs: [{ kind: "Gateway", name: "other" }] }), policy(asks)),
    { ...route([parent], apiGateway()), type: "kubernetes:gateway.networking.k8s.io/v1beta1:HTTPRoute" },
  ],
  undetermined: [
    // its pods may carry that label, too
    service(["edge/edge"], gateway(), authentication({ selector: { matchLabels: { app: "other" } } }), policy(asks)),
    service(UNKNOWN, gateway()),
    service(["elsewhere/edge"]),
    service(["edge/edge"], gateway(), authentication({}, UNKNOWN), policy(asks)),
    service(["edge/edge"], gateway(), authentication(), policy({ rules: UNKNOWN })),
    service(["edge/edge", "elsewhere/edge"], gateway(), authentication(), policy(asks)),
    service([UNKNOWN], gateway()),
    service(["edge/edge"], { ...gateway(), provider: { context: "west" } }),
    service(["edge/edge"], inShop(gateway(), UNKNOWN)),
    { ...service(["edge"], inShop(gateway())), props: { ...at(UNKNOWN), spec: { gateways: ["edge"] } } },
    of(service(["edge/edge"], gateway()), { tcp: UNKNOWN }),
    service(["edge/edge"], gateway(), authentication({ targetRefs: UNKNOWN }), policy(asks)),
    route([UNKNOWN], apiGateway()),
    route([{ ...parent, kind: UNKNOWN }], apiGateway()),
    route([{ ...parent, namespace: UNKNOWN }], apiGateway()),
    route([{ ...parent, name: UNKNOWN }], apiGateway()),
    route([{ namespace: "edge" }], apiGateway()),
    route(UNKNOWN),
    route([parent]),
    route([parent], apiGateway(UNKNOWN)),
  ],
  notApplicable: [
    service(undefined),
    {
      ...service(["edge/edge"], gateway()),
      props: { ...at("shop"), spec: { gateways: ["edge/edge"], tcp: [{ route: [] }] } },
    },
    service(["mesh"]),
    service(["edge/edge"], gateway({ istio: "egressgateway" })),
    of(service(["edge/edge"], gateway()), { tls: [{ match: [{ sniHosts: ["shop.example.org"] }] }] }),
    service([]),
    service(["edge/edge"], gateway({ istio: "eastwestgateway" })),
    service(["edge/edge"], gateway({ istio: "east-west" })),
    route(undefined),
    route([{ kind: "Service", name: "till" }]),
    route([parent], apiGateway("gke-l7-global-external-managed")),
    route([parent], apiGateway("istio-waypoint")),
  ],
};
