import type { PolicyArgs } from "@pulumi/aws/iam/policy.js";
import { judgeStatements, matches, type Statement } from "../../core/iam.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, not } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";

const WRITES =
  /^(\*|add|assign|associate|assume|attach|authorize|batch(delete|put|write)|cancel|copy|create|decrypt|delete|deregister|detach|disable|disassociate|enable|encrypt|execute|generatedatakey|import|invoke|modify|passrole|publish|purge|put|reboot|reencrypt|register|reject|remove|replace|replicate|reset|restore|revoke|run|send|set|start|stop|tag|terminate|unassign|untag|update|upload|write)/;
// the service knows no resource for these, or none that is known before it is there
const NOWHERE = [
  "cloudwatch:putmetricdata",
  "ec2:*networkinterface*",
  "ec2:*privateipaddresses",
  "ec2messages:*",
  "kms:createkey",
  "logs:*logdelivery",
  "ssm:updateinstanceinformation",
  "ssmmessages:*",
  "xray:put*",
];

function isWrite(action: string): boolean {
  const [service = "", operation = service] = action.split(":");
  return WRITES.test(operation) && !NOWHERE.some((pattern) => matches(pattern, action));
}

function judge(statement: Statement): Verdict {
  const writes = anyOf([statement.anyAction(isWrite), statement.names("NotAction")]);
  const everywhere = anyOf([
    statement.anyResource((resource) => /^(\*|arn:[^:]*:s3:::\*(\/\*)?)$/.test(resource)),
    statement.names("NotResource"),
  ]);
  const narrow = statement.condition(() => true);
  return faultIf(
    allOf([statement.allows, writes, everywhere, not(narrow)]),
    statement.path,
    "allows changes to every resource there is",
  );
}

export const iamNoStarResourceOnWrite: Rule = {
  id: "iam-no-star-resource-on-write",
  packs: ["zero-trust"],
  title: "Who may change something may change what is named",
  severity: "high",
  scope: "resource",
  since: "0.2.0",
  why: "A right to change everything of a kind is a right to change what belongs to others, and what comes tomorrow.",
  equivalents: ["CKV_AWS_288", "CKV_AWS_290", "CKV_AWS_355", "AWS-0057"],
  fixText: () => "List the ARNs in `Resource`, or add a `Condition` that says which resources are meant.",
  checks: each(
    [
      "aws:iam/policy:Policy",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:iam/userPolicy:UserPolicy",
      "aws:iam/groupPolicy:GroupPolicy",
    ],
    (policy: Resource<PolicyArgs>) => judgeStatements(policy, "policy", judge),
  ),
};
