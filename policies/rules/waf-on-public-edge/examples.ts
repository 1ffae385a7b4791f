import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const balancer = "aws:lb/loadBalancer:LoadBalancer";
const alb = "aws:alb/loadBalancer:LoadBalancer";
const distribution = "aws:cloudfront/distribution:Distribution";
const backend = "gcp:compute/backendService:BackendService";
const regional = "gcp:compute/regionBackendService:RegionBackendService";
const gateway = "azure-native:network/v20240501:ApplicationGateway";
const policy = "azure-native:network:WebApplicationFirewallPolicy";
const route = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";

const association = (edge?: string): readonly Sample[] => [
  {
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    name: "waf",
    props: { resourceArn: UNKNOWN, webAclArn: UNKNOWN },
    ...(edge !== undefined && { edges: { resourceArn: edge } }),
  },
];
const stage = "aws:apigateway/stage:Stage";
const api = (types?: unknown, name = "api"): Sample => ({
  type: "aws:apigateway/restApi:RestApi",
  name,
  props: types === undefined ? {} : { endpointConfiguration: { types } },
});
const stageOf = (...beside: readonly Sample[]): Example => ({
  type: stage,
  props: { restApi: UNKNOWN, stageName: "prod" },
  edges: { restApi: "aws:apigateway/restApi:RestApi::api" },
  beside,
});
const facing = { frontendIPConfigurations: [{ name: "f", publicIPAddress: { id: "/publicIPAddresses/a" } }] };
const own = (enabled: unknown, firewallMode: unknown) => ({
  ...facing,
  webApplicationFirewallConfiguration: { enabled, firewallMode },
});

const cluster = {};
const edge = (spec: object): Sample => ({
  type: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
  name: "edge",
  props: { metadata: { name: "edge", namespace: "shop" }, spec: { listeners: [{ name: "https" }], ...spec } },
  provider: cluster,
});
const inner = { metadata: { name: "inner", namespace: "shop" }, spec: { listeners: [{ name: "https" }] } };
const armour = (name: unknown, more: object = { securityPolicy: "armour" }): Sample => ({
  type: "kubernetes:networking.gke.io/v1:GCPBackendPolicy",
  name: "armour",
  props: {
    metadata: { name: "armour", namespace: "shop" },
    spec: { default: more, targetRef: { group: "", kind: "Service", name } },
  },
  provider: cluster,
});
const onGateway = (spec: object, ...beside: Sample[]) => ({
  type: route,
  props: {
    metadata: { name: "shop", namespace: "shop" },
    spec: { parentRefs: [{ name: "edge" }], rules: [{ backendRefs: [{ name: "shop" }] }] },
  },
  provider: cluster,
  beside: [edge(spec), ...beside],
});
const external = { gatewayClassName: "gke-l7-global-external-managed" };

export const examples: Examples = {
  pass: [
    { type: balancer, props: {}, beside: association("it") },
    { type: alb, props: { internal: false, loadBalancerType: "application" }, beside: association("it") },
    stageOf(api(), ...association("it")),
    stageOf(api("REGIONAL"), ...association("it")),
    // of an API elsewhere
    { type: stage, props: { restApi: "a1b2c3", stageName: "prod" }, beside: association("it") },
    { type: distribution, props: { webAclId: "arn:aws:wafv2:us-east-1:1:global/webacl/w/1" } },
    { type: backend, props: { securityPolicy: "armour" } },
    { type: regional, props: { loadBalancingScheme: "EXTERNAL_MANAGED", securityPolicy: "armour" } },
    { type: gateway, props: { ...facing, firewallPolicy: { id: "/policies/waf" } } },
    { type: gateway, props: own(true, "Prevention") },
    { type: policy, props: { policySettings: { mode: "Prevention", state: "Enabled" } } },
    { type: policy, props: {} },
    onGateway(external, armour("shop")),
    onGateway({ gatewayClassName: "alb", infrastructure: { annotations: { "alb.k8s.aws/wafv2-acl-arn": "arn" } } }),
    // the gateway it comes in by is one of two
    onGateway(external, armour("shop"), { ...edge({ gatewayClassName: "istio" }), name: "inner", props: inner }),
    onGateway({
      gatewayClassName: "alb",
      infrastructure: { annotations: { "alb.k8s.aws/scheme": "internet-facing", "alb.k8s.aws/wafv2-acl-arn": "arn" } },
    }),
    // nothing stands behind them
    ...[undefined, [{ matches: [{ path: { value: "/" } }] }]].map((rules) => ({
      ...onGateway(external),
      props: { metadata: { name: "shop", namespace: "shop" }, spec: { parentRefs: [{ name: "edge" }], rules } },
    })),
  ],
  fail: [
    { type: balancer, props: {} },
    {
      type: alb,
      props: { internal: "false" },
      beside: [...association(`${balancer}::other`), { type: balancer, name: "other", props: {} }],
    },
    stageOf(api()),
    stageOf(api("EDGE")),
    stageOf(api(["REGIONAL"])),
    // another API is private
    stageOf(api(), api("PRIVATE", "inner")),
    // another stage is guarded
    stageOf(
      api(),
      { type: stage, name: "test", props: { restApi: UNKNOWN, stageName: "test" } },
      ...association(`${stage}::test`),
    ),
    { type: distribution, props: {} },
    { type: distribution, props: { webAclId: "" } },
    { type: backend, props: {} },
    { type: regional, props: { loadBalancingScheme: "EXTERNAL_MANAGED" } },
    { type: regional, props: { loadBalancingScheme: "EXTERNAL_MANAGED", protocol: "HTTPS" } },
    { type: backend, props: { loadBalancingScheme: "EXTERNAL_MANAGED" } },
    { type: gateway, props: facing },
    { type: gateway, props: own(true, "Detection") },
    { type: gateway, props: own(false, "Prevention") },
    { type: policy, props: { policySettings: { mode: "Detection" } } },
    { type: policy, props: { policySettings: { mode: "Prevention", state: "Disabled" } } },
    onGateway(external),
    onGateway(external, armour("another")),
    onGateway(external, armour("shop", { iap: { enabled: true } })),
    onGateway({ ...external, infrastructure: { annotations: { "cloud.google.com/neg": "{}" } } }),
  ],
  undetermined: [
    { type: balancer, props: {}, beside: association() },
    { type: alb, props: { internal: UNKNOWN } },
    stageOf(api(), ...association()),
    stageOf(api(UNKNOWN)),
    { type: stage, props: { restApi: "a1b2c3", stageName: "prod" } },
    { type: stage, props: { restApi: UNKNOWN, stageName: "prod" } },
    { type: stage, props: { restApi: UNKNOWN, stageName: "prod" }, beside: [{ ...api(), props: { id: "a1b2c3" } }] },
    { type: distribution, props: { webAclId: UNKNOWN } },
    { type: backend, props: { loadBalancingScheme: UNKNOWN } },
    { type: regional, props: { loadBalancingScheme: UNKNOWN } },
    { type: regional, props: { loadBalancingScheme: "EXTERNAL_MANAGED", protocol: UNKNOWN } },
    { type: regional, props: { loadBalancingScheme: "EXTERNAL_MANAGED", securityPolicy: UNKNOWN } },
    { type: gateway, props: { frontendIPConfigurations: UNKNOWN } },
    { type: policy, props: { policySettings: UNKNOWN } },
    onGateway({ gatewayClassName: UNKNOWN }),
    // what another controller puts before it is not in the program
    onGateway({ gatewayClassName: "istio" }),
    onGateway(external, armour(UNKNOWN)),
    onGateway({}),
    onGateway({ ...external, listeners: UNKNOWN }),
    {
      ...onGateway(external),
      props: {
        metadata: { name: "shop", namespace: "shop" },
        spec: { parentRefs: [{ name: "edge" }], rules: UNKNOWN },
      },
    },
  ],
  notApplicable: [
    { type: balancer, props: { internal: true } },
    { type: balancer, props: { loadBalancerType: "network" } },
    stageOf(api("PRIVATE")),
    stageOf(api(["PRIVATE"])),
    // by id, as a state has it
    {
      type: stage,
      props: { restApi: "a1b2c3", stageName: "prod" },
      beside: [{ ...api(), props: { id: "a1b2c3", endpointConfiguration: { types: ["PRIVATE"] } } }],
    },
    { type: backend, props: { loadBalancingScheme: "INTERNAL_MANAGED" } },
    { type: regional, props: {} },
    { type: regional, props: { loadBalancingScheme: "INTERNAL_MANAGED" } },
    { type: regional, props: { loadBalancingScheme: "EXTERNAL", protocol: "TCP" } },
    ...["TCP", "SSL", "UDP", "UNSPECIFIED"].map((protocol) => ({
      type: regional,
      props: { loadBalancingScheme: "EXTERNAL_MANAGED", protocol },
    })),
    { type: gateway, props: { frontendIPConfigurations: [{ name: "f", privateIPAddress: "10.0.0.4" }] } },
    onGateway({ gatewayClassName: "gke-l7-rilb" }),
    { type: route, props: {} },
    onGateway({ gatewayClassName: "gke-l7-cross-regional-internal-managed-mc" }),
    { type: gateway, props: {} },
    // nothing is served where everybody is sent elsewhere
    {
      ...onGateway(external),
      props: {
        metadata: { name: "shop", namespace: "shop" },
        spec: {
          parentRefs: [{ name: "edge" }],
          rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https" } }] }],
        },
      },
    },
  ],
};
