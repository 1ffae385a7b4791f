import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const ingress = "kubernetes:networking.k8s.io/v1:Ingress";
const gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const route = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";
const betaRoute = "kubernetes:gateway.networking.k8s.io/v1beta1:HTTPRoute";

const cluster = {};
const edge = (...listeners: object[]) => ({ metadata: { name: "edge", namespace: "shop" }, spec: { listeners } });
const http = { name: "http", port: 80, protocol: "HTTP" };
const https = { name: "https", port: 443, protocol: "HTTPS", tls: { certificateRefs: [{ name: "cert" }] } };
const redirect = { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] };
const backend = { backendRefs: [{ name: "shop", port: 80 }] };
const bound = (rules: readonly object[], more: object = {}) => ({
  metadata: { name: "shop", namespace: "shop" },
  spec: { parentRefs: [{ name: "edge", ...more }], rules },
});
const edgeBeside = (...listeners: object[]): readonly Sample[] => [
  { type: gateway, name: "edge", props: edge(...listeners), provider: cluster },
];
const routeBeside = (props: object): readonly Sample[] => [
  { type: route, name: "shop", props: { ...props }, provider: cluster },
];

export const KUBERNETES = {
  pass: [
    { type: ingress, props: { spec: { tls: [{ hosts: ["shop.example"], secretName: "cert" }] } } },
    { type: "kubernetes:extensions/v1beta1:Ingress", props: { spec: { tls: [{ secretName: "cert" }] } } },
    { type: ingress, props: { metadata: { annotations: { "alb.ingress.kubernetes.io/certificate-arn": UNKNOWN } } } },
    ...[
      "networking.gke.io/managed-certificates",
      "ingress.gcp.kubernetes.io/pre-shared-cert",
      "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
    ].map((certificate) => ({
      type: ingress,
      props: { metadata: { annotations: { team: "shop", [certificate]: "shop" } } },
    })),
    // nobody comes in where nothing listens
    { type: gateway, props: { metadata: { name: "edge" }, spec: { gatewayClassName: "istio" } } },
    {
      type: route,
      props: bound([backend]),
      beside: [{ type: gateway, name: "edge", props: { metadata: { name: "edge", namespace: "shop" }, spec: {} } }],
    },
    { type: gateway, props: edge(https) },
    { type: gateway, props: edge(https, { name: "db", port: 5432, protocol: "TCP" }) },
    { type: gateway, props: edge(http, https), beside: routeBeside(bound([redirect])), provider: cluster },
    { type: route, props: bound([redirect]), beside: edgeBeside(http, https), provider: cluster },
    {
      type: betaRoute,
      props: bound([backend], { sectionName: "https" }),
      beside: edgeBeside(http, https),
      provider: cluster,
    },
    { type: route, props: bound([backend]), beside: edgeBeside(https), provider: cluster },
  ],
  fail: [
    { type: ingress, props: { spec: { rules: [{ host: "shop.example" }] } } },
    { type: ingress, props: { metadata: { annotations: { team: "shop" } }, spec: { tls: [] } } },
    { type: gateway, props: edge(http) },
    { type: gateway, props: edge({ ...https, tls: undefined }) },
    { type: gateway, props: edge({ name: "mail", port: 465, protocol: "TLS" }) },
    // a redirect to another host keeps the scheme
    ...[{ hostname: "www.shop.example" }, { scheme: "http", port: 8080 }].map((requestRedirect) => ({
      type: route,
      props: bound([{ filters: [{ type: "RequestRedirect", requestRedirect }] }]),
      beside: edgeBeside(http),
      provider: cluster,
    })),
    // of another cluster
    { type: gateway, props: edge(http), beside: routeBeside(bound([redirect])) },
    {
      type: gateway,
      props: edge(http),
      beside: routeBeside(bound([redirect], { sectionName: "https" })),
      provider: cluster,
    },
    { type: route, props: bound([backend]), beside: edgeBeside(http), provider: cluster },
    {
      type: route,
      props: bound([backend], { sectionName: "http" }),
      beside: edgeBeside(http, https),
      provider: cluster,
    },
    {
      type: betaRoute,
      props: bound([redirect, backend], { port: 80 }),
      beside: edgeBeside(http, https),
      provider: cluster,
    },
  ],
  undetermined: [
    { type: ingress, props: { spec: { tls: UNKNOWN } } },
    { type: ingress, props: { metadata: { annotations: UNKNOWN } } },
    { type: gateway, props: edge({ ...http, protocol: UNKNOWN }) },
    { type: route, props: bound([backend], { name: UNKNOWN }), beside: edgeBeside(http), provider: cluster },
    { type: route, props: bound(UNKNOWN as unknown as object[]), beside: edgeBeside(http), provider: cluster },
  ],
  notApplicable: [{ type: route, props: bound([backend]) }],
} satisfies Examples;
