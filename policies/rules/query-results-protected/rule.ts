import type { WorkgroupArgs } from "@pulumi/aws/athena/workgroup.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { decide, every, notCovered, type Verdict } from "../../core/verdict.ts";

const WORKGROUP = "aws:athena/workgroup:Workgroup";
const ENFORCED = "configuration.enforceWorkgroupConfiguration";
const OPTION = "configuration.resultConfiguration.encryptionConfiguration.encryptionOption";
const MANAGED = "configuration.managedQueryResultsConfiguration.enabled";
const OPTIONS = new Set(["SSE_S3", "SSE_KMS", "CSE_KMS"]);

function workgroup(group: Resource<WorkgroupArgs>): readonly Verdict[] {
  const enforced = decide(group.flag(ENFORCED), {
    known: (on) => (on ? undefined : "is false: each client decides for itself"),
  });
  // results that Athena keeps itself are always encrypted
  const managed = holds(group.flag(MANAGED), (on) => on);
  const option = group.text(OPTION);
  if (option.state === "known") {
    return every([
      enforced,
      ...(OPTIONS.has(option.value) ? [] : [notCovered(OPTION, "is no kind of encryption known here")]),
    ]);
  }
  const encrypted = isSet(option);
  return every([enforced, faultIf(allOf([not(encrypted), not(managed)]), OPTION, "is not set")]);
}

export const queryResultsProtected: Rule = {
  id: "query-results-protected",
  packs: ["gdpr"],
  title: "Results of queries are encrypted, whoever asks",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Results are a copy of the data, and lie where the client says unless the workgroup enforces its own settings.",
  equivalents: ["CKV_AWS_82", "CKV_AWS_159", "AWS-0006", "AWS-0007"],
  fixText: ({ path }) =>
    path === ENFORCED ? `Set \`${path}: true\`.` : `Set \`${path}: SSE_KMS\` and a \`kmsKeyArn\`.`,
  inPlace: [WORKGROUP],
  checks: { [WORKGROUP]: workgroup },
};
