import type { SecurityContactArgs } from "@pulumi/azure-native/security/securityContact.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";
import { rule } from "./aws.ts";
import { policy } from "./gcp.ts";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const POLICY = "gcp:monitoring/alertPolicy:AlertPolicy";
const CONTACT = "azure-native:security:SecurityContact";

/** Addresses, or the people who have a role in the subscription. */
function contact(contact: Resource<SecurityContactArgs>): readonly Verdict[] {
  const addressed = holds(contact.text("emails"), (emails) => emails.includes("@"));
  const byRole = allOf([
    holds(contact.text("notificationsByRole.state"), (state) => state.toLowerCase() === "on"),
    holds(contact.list("notificationsByRole.roles"), ({ length }) => length > 0),
  ]);
  return every([
    decide(contact.flag("isEnabled"), { known: (on) => (on ? undefined : "is false") }),
    faultIf(not(anyOf([addressed, byRole])), "emails", "names nobody, and no role is notified"),
  ]);
}

const FIX: Readonly<Record<string, string>> = {
  [RULE]: "Add an EventTarget with an SNS topic in `arn`, and a TopicSubscription with `protocol: email` or a pager.",
  [POLICY]: "Name in `notificationChannels` a channel of a person or a pager.",
  [CONTACT]: "Set `emails` to an address that people read.",
};

export const breachAlertingWired: Rule = {
  id: "breach-alerting-wired",
  packs: ["gdpr"],
  title: "What detectors find reaches a person",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "The 72 hours to tell of a breach begin when it could have been known, not when somebody looks at last.",
  equivalents: ["CKV_AZURE_21"],
  fixText: ({ type, path }) => {
    if (path === "state") return "Set `state: ENABLED`.";
    return path === "enabled" || path === "isEnabled" ? `Set \`${path}: true\`.` : (FIX[type] ?? "");
  },
  inPlace: [RULE, POLICY, CONTACT],
  checks: { [RULE]: rule, [POLICY]: policy, [CONTACT]: contact },
};
