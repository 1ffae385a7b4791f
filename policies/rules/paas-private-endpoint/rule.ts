import type { VpcArgs } from "@pulumi/aws/ec2/vpc.js";
import type { ServicePerimeterArgs } from "@pulumi/gcp/accesscontextmanager/servicePerimeter.js";
import type { SubnetworkArgs } from "@pulumi/gcp/compute/subnetwork.js";
import { mustHave } from "../../core/attached.ts";
import { mustBe } from "../../core/expected.ts";
import { isProduction } from "../../core/level.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphCheck, type Rule } from "../../core/rule.ts";
import { holds, not, onlyIf } from "../../core/truth.ts";
import { decide, fail, type Verdict } from "../../core/verdict.ts";
import { DOORS, door } from "./azure.ts";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "gcp:compute/subnetwork:Subnetwork";
const PERIMETER = "gcp:accesscontextmanager/servicePerimeter:ServicePerimeter";
// subnets of these kinds hold no machine that could call a service
const NO_MACHINES = new Set([
  "REGIONAL_MANAGED_PROXY",
  "GLOBAL_MANAGED_PROXY",
  "INTERNAL_HTTPS_LOAD_BALANCER",
  "PRIVATE_SERVICE_CONNECT",
  "PRIVATE_NAT",
]);

const network: GraphCheck = (vpc: Resource<VpcArgs>, { graph, environment }) => {
  const production = holds(environment, isProduction);
  const join = { type: "aws:ec2/vpcEndpoint:VpcEndpoint", key: "vpcId", name: "id" };
  return onlyIf(production, "only production must have endpoints of its own", () =>
    mustHave(graph, vpc as Resource, join, () =>
      fail("", "has no VPC endpoint, so calls to AWS services leave it", "medium"),
    ),
  );
};

function subnet(subnet: Resource<SubnetworkArgs>): readonly Verdict[] {
  const exempt = holds(subnet.text("purpose"), (purpose) => NO_MACHINES.has(purpose));
  return onlyIf(not(exempt), "holds no machines", () =>
    mustBe(subnet.flag("privateIpGoogleAccess"), true, false, "medium"),
  );
}

function perimeter(perimeter: Resource<ServicePerimeterArgs>): readonly Verdict[] {
  const bridge = holds(perimeter.text("perimeterType"), (type) => type === "PERIMETER_TYPE_BRIDGE");
  return onlyIf(not(bridge), "is a bridge, which restricts nothing itself", () =>
    decide(perimeter.list("status.restrictedServices"), {
      known: (services) => (services.length > 0 ? undefined : "is empty, so the perimeter restricts nothing"),
      absent: "is not set, so the perimeter restricts nothing",
    }),
  );
}

export const paasPrivateEndpoint: Rule = {
  id: "paas-private-endpoint",
  packs: ["zero-trust"],
  title: "Platform services are reached by private ways",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A service with a public door can be tried from anywhere with whatever key or token has leaked.",
  equivalents: [
    "CKV2_AZURE_32",
    "CKV2_AZURE_33",
    "CKV_AZURE_35",
    "CKV_AZURE_189",
    "CKV_AZURE_204",
    "CKV_AZURE_139",
    "CKV_GCP_74",
    "AZU-0012",
    "AZU-0013",
    "GCP-0075",
  ],
  fixText: ({ type, path }) => {
    if (type === VPC)
      return "Add a gateway VpcEndpoint for S3 and DynamoDB, and interface ones for what else is called.";
    if (type === SUBNET) return "Set `privateIpGoogleAccess: true`.";
    if (type === PERIMETER) return "Name the services in `status.restrictedServices`.";
    const tier = /servicebus|containerregistry/.test(type) ? " (of the Premium tier)" : "";
    return `Set \`${path}: Disabled\` and add a PrivateEndpoint${tier}, or let the firewall deny by default.`;
  },
  inPlace: [...Object.keys(DOORS), SUBNET, PERIMETER],
  checks: { ...each(Object.keys(DOORS), door), [VPC]: network, [SUBNET]: subnet, [PERIMETER]: perimeter },
};
