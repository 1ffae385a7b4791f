import type { DefaultSecurityGroupArgs } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import type { NetworkArgs } from "@pulumi/gcp/compute/network.js";
import type { ProjectArgs } from "@pulumi/gcp/organizations/project.js";
import { mustBe } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { decide, every } from "../../core/verdict.ts";

const GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const PROJECT = "gcp:organizations/project:Project";
const NETWORK = "gcp:compute/network:Network";

export const noDefaultNetwork: Rule = {
  id: "no-default-network",
  packs: ["zero-trust"],
  title: "Nothing lives in a default network",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Default networks have public subnets in every region and rules that nobody decided on.",
  equivalents: ["CKV_AWS_148", "CKV2_AWS_12", "CKV_GCP_27", "AWS-0101", "AWS-0173", "GCP-0010"],
  fixText: ({ type }) => {
    if (type === GROUP) return "Leave `ingress` and `egress` out, and give each service a group of its own.";
    if (type === NETWORK)
      return "Set `autoCreateSubnetworks: false` and name the subnetworks; this replaces the network.";
    if (type === PROJECT) return "Set `autoCreateNetwork: false`, or forbid default networks for the organization.";
    return "Use a Vpc with subnets of its own.";
  },
  inPlace: [GROUP],
  forbidden: {
    "aws:ec2/defaultVpc:DefaultVpc": "takes over the default VPC, whose subnets are all public",
    "aws:ec2/defaultSubnet:DefaultSubnet": "takes over a subnet of the default VPC, which is public",
  },
  checks: {
    // to take over the group without rules is how it is emptied
    [GROUP]: (group: Resource<DefaultSecurityGroupArgs>) =>
      every(
        (["ingress", "egress"] as const).map((way) =>
          decide(group.list(way), { known: (rules) => (rules.length > 0 ? "has rules" : undefined) }),
        ),
      ),
    [PROJECT]: (project: Resource<ProjectArgs>) => mustBe(project.flag("autoCreateNetwork"), false, true),
    [NETWORK]: (network: Resource<NetworkArgs>) => mustBe(network.flag("autoCreateSubnetworks"), false, true),
  },
};
