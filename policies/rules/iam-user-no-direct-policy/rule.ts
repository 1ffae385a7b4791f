import type { PolicyAttachmentArgs } from "@pulumi/aws/iam/policyAttachment.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { decide } from "../../core/verdict.ts";

export const iamUserNoDirectPolicy: Rule = {
  id: "iam-user-no-direct-policy",
  packs: ["zero-trust"],
  title: "Rights hang on roles and groups, not on users",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Rights that hang on one person are not seen when roles are reviewed, and stay when the person moves on.",
  equivalents: ["CKV_AWS_40", "AWS-0143"],
  fixText: () => "Attach the policy to a group (GroupPolicyAttachment) or to a role that the person takes.",
  forbidden: {
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": "attaches a policy to a user",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "attaches policies to a user",
    "aws:iam/userPolicy:UserPolicy": "is a policy of a user",
  },
  checks: {
    "aws:iam/policyAttachment:PolicyAttachment": (attachment: Resource<PolicyAttachmentArgs>) =>
      decide(attachment.list("users"), {
        known: (users) => (users.length > 0 ? "attaches the policy to users" : undefined),
      }),
  },
};
