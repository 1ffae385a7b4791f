import type { LogDataProtectionPolicyArgs } from "@pulumi/aws/cloudwatch/logDataProtectionPolicy.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import { isPersonal } from "../../core/classification.ts";
import type { Join } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { PERSONAL_CLASSES } from "../../core/settings.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, onlyIf, type Truth } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";
import { ofStore } from "../../models/versioning.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const POLICY: Join = {
  type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  key: "logGroupName",
  name: "name",
};
const ACCOUNT_POLICY = "aws:cloudwatch/logAccountPolicy:LogAccountPolicy";
const LAMBDA = "aws:lambda/function:Function";

/** A function writes to the group it names, else to the one that has its own name. */
function writesTo(lambda: Resource, group: Resource): Truth {
  const value = lambda.text("loggingConfig.logGroup");
  const name = group.text("name");
  if (value.state === "known" && name.state === "known") return value.value === name.value;
  if (value.state !== "absent") return pointsTo({ from: lambda, key: "loggingConfig", value }, group, name);
  if (group.edges["name"]?.includes(lambda.urn)) return true;
  const own = lambda.text("name");
  if (own.state === "unknown") return own;
  return holds(name, (text) => own.state === "known" && text === `/aws/lambda/${own.value}`);
}

function group(group: Resource<LogGroupArgs>, { graph, config }: GraphRun): readonly Verdict[] {
  const own = group as Resource;
  const writers = graph.ofType(LAMBDA).map((one) => allOf([isPersonal(one, config), writesTo(one, own)]));
  const personal = anyOf([isPersonal(own, config), ...writers]);
  // what is only passed on cannot have a policy
  const kept = not(holds(group.text("logGroupClass"), (name) => name === "DELIVERY"));
  const whole = graph.ofType(ACCOUNT_POLICY).map((policy) => {
    const protects = holds(policy.text("policyType"), (type) => type === "DATA_PROTECTION_POLICY");
    return allOf([protects, masks(policy)]);
  });
  const there = anyOf([ofStore(own, graph, POLICY, () => true), ...whole]);
  return onlyIf(allOf([personal, kept]), "is of no service that handles personal data", () =>
    faultIf(
      not(there),
      "",
      "has no LogDataProtectionPolicy: what is logged of people can be read by all who read logs",
    ),
  );
}

/** One that only counts what it finds hides nothing. */
function masks(policy: Resource): Truth {
  const document = policy.json("policyDocument");
  const self = document.self();
  if (self.state === "unknown") return self;
  const statements = document.list("Statement");
  if (statements.state !== "known") return statements.state === "unknown" && statements;
  return anyOf(statements.value.map((statement) => isSet(statement.read("Operation.Deidentify"))));
}

const policy = (policy: Resource<LogDataProtectionPolicyArgs>): Verdict =>
  faultIf(
    not(masks(policy as Resource)),
    "policyDocument",
    "has no statement that masks: Operation.Deidentify is missing",
  );

export const logDataMasking: Rule = {
  id: "log-data-masking",
  packs: ["gdpr"],
  title: "Logs of services that handle personal data mask it",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "One forgotten line copies addresses into logs, where nobody looks for them and many can read them.",
  fixText: ({ type }) =>
    type === GROUP
      ? "Add a LogDataProtectionPolicy that names the group in `logGroupName`."
      : "Add to `policyDocument` a statement with `Operation: { Deidentify: { MaskConfig: {} } }`.",
  inPlace: [POLICY.type],
  settings: [PERSONAL_CLASSES],
  checks: { [GROUP]: group, [POLICY.type]: policy },
};
