import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { Resource } from "../core/resource.ts";
import type { Rule } from "../core/rule.ts";
import { decide } from "../core/verdict.ts";

export const ruleId: Rule = {
  id: "rule-id",
  packs: ["zero-trust"],
  title: "What holds where the rule passes",
  severity: "medium",
  scope: "resource",
  since: "0.1.0",
  why: "What happens to whom where it does not hold.",
  fixText: ({ path }) => `Set \`${path}: true\`.`,
  checks: {
    "aws:sqs/queue:Queue": (queue: Resource<QueueArgs>) =>
      decide(queue.flag("sqsManagedSseEnabled"), {
        known: (on) => (on ? undefined : "is false"),
        absent: "is not set; default is false",
      }),
  },
};
