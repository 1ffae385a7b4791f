import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution.js";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway.js";
import type { WebApplicationFirewallPolicyArgs } from "@pulumi/azure-native/network/webApplicationFirewallPolicy.js";
import type { BackendServiceArgs } from "@pulumi/gcp/compute/backendService.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { decide, every, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { HTTP_ROUTE } from "../../models/gateway.ts";
import { route } from "./kubernetes.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const BACKEND = "gcp:compute/backendService:BackendService";
const GATEWAY = "azure-native:network:ApplicationGateway";
const POLICY = "azure-native:network:WebApplicationFirewallPolicy";

const balancer: GraphCheck = (balancer: Resource<LoadBalancerArgs>, { graph }) => {
  const faces = allOf([
    not(holds(balancer.flag("internal"), (on) => on)),
    holds(balancer.text("loadBalancerType"), (type) => type === "application", true),
  ]);
  if (faces === false) return notApplicable("is internal, or of a kind that takes no WAF");
  const type = "aws:wafv2/webAclAssociation:WebAclAssociation";
  const { sure, maybe } = graph.attached(balancer, { type, key: "resourceArn", name: "arn" });
  if (sure.length > 0) return PASS;
  const [open] = maybe;
  if (open !== undefined) return undetermined({ state: "unknown", path: `${open.name}.resourceArn` });
  return faultIf(faces, "", "faces the internet and has no WebAclAssociation");
};

function backend(service: Resource<BackendServiceArgs>): Verdict {
  const external = holds(service.text("loadBalancingScheme"), (scheme) => scheme.startsWith("EXTERNAL"), true);
  if (external === false) return notApplicable("is internal");
  const guarded = isSet(service.read("securityPolicy"));
  return faultIf(allOf([external, not(guarded)]), "securityPolicy", "is not set; default is no Cloud Armor policy");
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
    if (type === DISTRIBUTION) return "Set `webAclId` to the ARN of a wafv2 WebAcl of scope CLOUDFRONT.";
    if (type === BACKEND) return "Set `securityPolicy` to a Cloud Armor policy.";
    if (type === GATEWAY) return "Set `firewallPolicy.id` to a WebApplicationFirewallPolicy in Prevention mode.";
    if (type === POLICY) return path.endsWith("mode") ? `Set \`${path}: Prevention\`.` : `Set \`${path}: Enabled\`.`;
    return "Add a GCPBackendPolicy with `spec.default.securityPolicy` for each backend.";
  },
  inPlace: [DISTRIBUTION, BACKEND, POLICY],
  checks: {
    [BALANCER]: balancer,
    [DISTRIBUTION]: (distribution: Resource<DistributionArgs>) =>
      decide(distribution.text("webAclId"), {
        known: (id) => (id === "" ? "is empty" : undefined),
        absent: "is not set; default is no web ACL",
      }),
    [BACKEND]: backend,
    [GATEWAY]: applicationGateway,
    [POLICY]: policy,
    [HTTP_ROUTE]: route,
  },
};
