import type { RestApiArgs } from "@pulumi/aws/apigateway/restApi.js";
import type { StageArgs } from "@pulumi/aws/apigateway/stage.js";
import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution.js";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway.js";
import type { WebApplicationFirewallPolicyArgs } from "@pulumi/azure-native/network/webApplicationFirewallPolicy.js";
import type { BackendServiceArgs } from "@pulumi/gcp/compute/backendService.js";
import type { RegionBackendServiceArgs } from "@pulumi/gcp/compute/regionBackendService.js";
import { mustHave } from "../../core/attached.ts";
import type { Graph } from "../../core/graph.ts";
import type { Path } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { allOf, anyItem, anyOf, faultIf, holds, isSet, not, onlyIf, type Truth } from "../../core/truth.ts";
import { decide, every, fail, notApplicable, type Verdict } from "../../core/verdict.ts";
import { HTTP_ROUTE } from "../../models/gateway.ts";
import { route } from "./kubernetes.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const STAGE = "aws:apigateway/stage:Stage";
const REST_API = "aws:apigateway/restApi:RestApi";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const BACKEND = "gcp:compute/backendService:BackendService";
const REGIONAL = "gcp:compute/regionBackendService:RegionBackendService";
const GATEWAY = "azure-native:network:ApplicationGateway";
const POLICY = "azure-native:network:WebApplicationFirewallPolicy";

const CONNECTIONS = new Set(["TCP", "SSL", "UDP", "UNSPECIFIED"]);
const ASSOCIATION = { type: "aws:wafv2/webAclAssociation:WebAclAssociation", key: "resourceArn", name: "arn" };

const associated = (own: Resource, graph: Graph) =>
  mustHave(graph, own, ASSOCIATION, () => fail("", "faces the internet and has no WebAclAssociation"));

const balancer: GraphCheck = (balancer: Resource<LoadBalancerArgs>, { graph }) => {
  const faces = allOf([
    not(holds(balancer.flag("internal"), (on) => on)),
    holds(balancer.text("loadBalancerType"), (type) => type === "application", true),
  ]);
  return onlyIf(faces, "is internal, or of a kind that takes no WAF", () => associated(balancer as Resource, graph));
};

/** HTTP and WebSocket APIs, which are of another type, take no WAF. */
const stage: GraphCheck = (stage, { graph }) =>
  onlyIf(not(isPrivate(stage, graph)), "is of a private API", () => associated(stage, graph));

const restApi: Path<StageArgs> = "restApi";
const endpoints: Path<RestApiArgs> = "endpointConfiguration.types";

function isPrivate(stage: Resource, graph: Graph): Truth {
  const { sure, maybe } = graph.named(stage, REST_API, { key: restApi, name: "id" });
  if (sure.length > 0) return anyOf(sure.map((api) => anyItem(api.list(endpoints), (type) => type === "PRIVATE")));
  return {
    state: "unknown",
    path: restApi,
    ...(maybe.length === 0 && { reason: "names an API that is not in the program" }),
  };
}

function backend(service: Resource<BackendServiceArgs>): Verdict {
  const external = holds(service.text("loadBalancingScheme"), (scheme) => scheme.startsWith("EXTERNAL"), true);
  if (external === false) return notApplicable("is internal");
  const guarded = isSet(service.read("securityPolicy"));
  return faultIf(allOf([external, not(guarded)]), "securityPolicy", "is not set; default is no Cloud Armor policy");
}

/** Of a region's balancers, one scheme alone is of requests that come from outside; default is an internal one. */
function regionalBackend(service: Resource<RegionBackendServiceArgs>): readonly Verdict[] {
  const external = holds(service.text("loadBalancingScheme"), (scheme) => scheme === "EXTERNAL_MANAGED");
  const reads = not(holds(service.text("protocol"), (protocol) => CONNECTIONS.has(protocol)));
  return onlyIf(allOf([external, reads]), "is internal, or passes connections on", () =>
    faultIf(
      not(isSet(service.read("securityPolicy"))),
      "securityPolicy",
      "is not set; default is no Cloud Armor policy",
    ),
  );
}

function applicationGateway(gateway: Resource<ApplicationGatewayArgs>): Verdict {
  const frontends = gateway.list("frontendIPConfigurations");
  const faces =
    frontends.state === "known"
      ? anyOf(frontends.value.map((frontend) => isSet(frontend.read("publicIPAddress"))))
      : frontends.state === "unknown" && frontends;
  if (faces === false) return notApplicable("has no public address");
  const guarded = anyOf([
    isSet(gateway.read("firewallPolicy")),
    allOf([
      holds(gateway.flag("webApplicationFirewallConfiguration.enabled"), (on) => on),
      holds(gateway.text("webApplicationFirewallConfiguration.firewallMode"), (mode) => mode === "Prevention"),
    ]),
  ]);
  return faultIf(allOf([faces, not(guarded)]), "firewallPolicy", "is not set, and no firewall of its own blocks");
}

const policy = (policy: Resource<WebApplicationFirewallPolicyArgs>) =>
  every([
    decide(policy.text("policySettings.mode"), {
      known: (mode) => (mode === "Detection" ? "is Detection, which blocks nothing" : undefined),
    }),
    decide(policy.text("policySettings.state"), {
      known: (state) => (state === "Disabled" ? "is Disabled" : undefined),
    }),
  ]);

export const wafOnPublicEdge: Rule = {
  id: "waf-on-public-edge",
  packs: ["zero-trust"],
  title: "Public entries have a web application firewall",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Known attacks and floods arrive every day; a firewall stops them before they reach code that may have the flaw.",
  equivalents: [
    "CKV2_AWS_28",
    "CKV2_AWS_29",
    "CKV_AWS_68",
    "CKV_AZURE_120",
    "CKV_AZURE_121",
    "CKV_AZURE_122",
    "CKV_AZURE_123",
    "AWS-0011",
  ],
  fixText: ({ type, path }) => {
    if (type === BALANCER) return "Add a wafv2 WebAclAssociation with the load balancer's ARN as `resourceArn`.";
    if (type === STAGE) return "Add a wafv2 WebAclAssociation with the stage's ARN as `resourceArn`.";
    if (type === DISTRIBUTION) return "Set `webAclId` to the ARN of a wafv2 WebAcl of scope CLOUDFRONT.";
    if (type === BACKEND || type === REGIONAL) return "Set `securityPolicy` to a Cloud Armor policy.";
    if (type === GATEWAY) return "Set `firewallPolicy.id` to a WebApplicationFirewallPolicy in Prevention mode.";
    if (type === POLICY) return path.endsWith("mode") ? `Set \`${path}: Prevention\`.` : `Set \`${path}: Enabled\`.`;
    return "Add a GCPBackendPolicy with `spec.default.securityPolicy` for each backend.";
  },
  inPlace: [DISTRIBUTION, BACKEND, REGIONAL, POLICY],
  checks: {
    [BALANCER]: balancer,
    [STAGE]: stage,
    [DISTRIBUTION]: (distribution: Resource<DistributionArgs>) =>
      decide(distribution.text("webAclId"), {
        known: (id) => (id === "" ? "is empty" : undefined),
        absent: "is not set; default is no web ACL",
      }),
    [BACKEND]: backend,
    [REGIONAL]: regionalBackend,
    [GATEWAY]: applicationGateway,
    [POLICY]: policy,
    [HTTP_ROUTE]: route,
  },
};
