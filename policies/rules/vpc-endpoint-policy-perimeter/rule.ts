import type { VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint.js";
import { meansAnybody, narrowed, type Statement, statements } from "../../core/iam.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { fail, forAll, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const POLICYLESS = new Set(["GatewayLoadBalancer", "Resource", "ServiceNetwork"]);
// a condition on one of these says whose things may be touched
const OWNERS = new Set(["aws:resourceorgid", "aws:resourceorgpaths", "aws:resourceaccount"]);

const ours = (statement: Statement): Truth =>
  statement.condition(
    (key, value, operator) =>
      OWNERS.has(key) && /^(ForAnyValue:)?String(Equals|Like)(IgnoreCase)?$/i.test(operator) && value !== "*",
  );

/** Anybody may reach anything: neither the caller nor the thing has to be ours. */
function open(statement: Statement): Truth {
  const anything = anyOf([statement.anyResource((resource) => resource === "*"), statement.names("NotResource")]);
  return allOf([statement.allows, meansAnybody(statement), anything, not(narrowed(statement)), not(ours(statement))]);
}

function judge(endpoint: Resource<VpcEndpointArgs>): readonly Verdict[] {
  const policyless = holds(endpoint.text("vpcEndpointType"), (type) => POLICYLESS.has(type));
  if (policyless === true) return [notApplicable("is of a type that takes no policy")];
  const read = statements(endpoint, "policy");
  const verdicts =
    read.state === "absent"
      ? [fail("policy", "is not set; default is full access")]
      : forAll(read, (statement) => faultIf(open(statement), statement.path, "lets anybody reach anybody's things"));
  return policyless !== false && verdicts.some(({ word }) => word === "fail") ? [undetermined(policyless)] : verdicts;
}

export const vpcEndpointPolicyPerimeter: Rule = {
  id: "vpc-endpoint-policy-perimeter",
  packs: ["zero-trust"],
  title: "VPC endpoints lead to our own things only",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Through an endpoint without a policy, stolen data leaves for a stranger's bucket without touching the internet.",
  fixText: () => "Give each allowing statement of `policy` conditions on `aws:PrincipalOrgID` and `aws:ResourceOrgID`.",
  inPlace: [ENDPOINT],
  checks: { [ENDPOINT]: judge },
};
