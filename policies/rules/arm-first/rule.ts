import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { FunctionArgs } from "@pulumi/aws/lambda/function.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { anyItem, faultIf, not } from "../../core/truth.ts";
import { decide, fail } from "../../core/verdict.ts";

export const armFirst: Rule = {
  id: "arm-first",
  packs: ["cost"],
  title: "Functions and nodes prefer arm64",
  severity: "low",
  scope: "resource",
  since: "0.1.0",
  why: "The same work costs about a fifth less on arm64.",
  fixText: ({ path }) =>
    path === "amiType" ? "Set `amiType: AL2023_ARM_64_STANDARD`." : "Set `architectures: [arm64]`.",
  checks: {
    "aws:lambda/function:Function": (lambda: Resource<FunctionArgs>) => {
      const architectures = lambda.list("architectures");
      if (architectures.state === "absent") return fail("architectures", "is not set; default is x86_64");
      const arm = anyItem(architectures, (name) => name === "arm64");
      return faultIf(not(arm), "architectures", "is x86_64");
    },
    "aws:eks/nodeGroup:NodeGroup": (group: Resource<NodeGroupArgs>) =>
      decide(group.text("amiType"), {
        known: (type) => (/_arm_64/i.test(type) || type === "CUSTOM" ? undefined : `is ${type}`),
      }),
  },
};
