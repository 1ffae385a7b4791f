import type { PolicyArgs } from "@pulumi/aws/iam/policy.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { ManagedPolicyAttachmentArgs } from "@pulumi/aws/ssoadmin/managedPolicyAttachment.js";
import type { PermissionSetInlinePolicyArgs } from "@pulumi/aws/ssoadmin/permissionSetInlinePolicy.js";
import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment.js";
import type { RoleDefinitionArgs } from "@pulumi/azure-native/authorization/roleDefinition.js";
import type { IAMMemberArgs } from "@pulumi/gcp/projects/iammember.js";
import type { IAMPolicyArgs } from "@pulumi/gcp/projects/iampolicy.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { judgeStatements, type Statement } from "../../core/iam.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, anyItem, anyOf, faultIf, holds } from "../../core/truth.ts";
import { decide, forAll } from "../../core/verdict.ts";

const AWS_ADMIN = /:policy\/(AdministratorAccess|PowerUserAccess)$/;
const GCP_BASIC = /^roles\/(owner|editor)$/;
const AZURE_OWNER_OR_CONTRIBUTOR = /(8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c)$/i;
// a subscription, a resource group or more; below that the right ends at one resource
const AZURE_WIDE = /^\/?(subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?|providers\/Microsoft\.Management\/.+)?\/?$/i;

function notAdmin(statement: Statement) {
  const everyAction = anyOf([
    statement.anyAction((action) => /^(\*|[^:]+:\*)$/.test(action)),
    statement.names("NotAction"),
  ]);
  const everywhere = anyOf([statement.anyResource((resource) => resource === "*"), statement.names("NotResource")]);
  return faultIf(
    allOf([statement.allows, everyAction, everywhere]),
    statement.path,
    "allows all actions of a service on all resources",
  );
}

const notManagedAdmin = (policy: Read<string>) =>
  decide(policy, { known: (arn) => (AWS_ADMIN.test(arn) ? `is ${arn}` : undefined) });
const basicRole = (binding: Bag) =>
  decide(binding.text("role"), { known: (role) => (GCP_BASIC.test(role) ? `is ${role}` : undefined) });

export const iamNoAdminStar: Rule = {
  id: "iam-no-admin-star",
  packs: ["zero-trust"],
  title: "Nobody has every right everywhere",
  severity: "critical",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "Whoever takes over an identity with every right owns the account.",
  equivalents: ["CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_274", "CKV_GCP_117", "CKV_AZURE_39", "KSV-0111", "AWS-0057"],
  fixText: ({ type }) => {
    if (type.startsWith("aws:")) return "List the actions that are needed and the ARNs they are needed on.";
    if (type.startsWith("gcp:")) return "Grant a predefined or custom role with the permissions that are needed.";
    if (type.startsWith("azure"))
      return "Assign a role with the actions that are needed, on the resource that needs it.";
    return "Bind a ClusterRole with the verbs and resources that are needed.";
  },
  checks: {
    ...each(
      [
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/userPolicy:UserPolicy",
        "aws:iam/groupPolicy:GroupPolicy",
      ],
      (policy: Resource<PolicyArgs>) => judgeStatements(policy, "policy", notAdmin),
    ),
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": (
      set: Resource<PermissionSetInlinePolicyArgs>,
    ) => judgeStatements(set, "inlinePolicy", notAdmin),
    ...each(
      [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
      ],
      (attachment: Resource<RolePolicyAttachmentArgs>) => notManagedAdmin(attachment.text("policyArn")),
    ),
    "aws:iam/role:Role": (role: Resource<RoleArgs>) =>
      forAll(role.list("managedPolicyArns"), (arn) => notManagedAdmin(arn.itself())),
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": (
      attachment: Resource<ManagedPolicyAttachmentArgs>,
    ) => notManagedAdmin(attachment.text("managedPolicyArn")),
    ...each(
      [
        "gcp:projects/iAMMember:IAMMember",
        "gcp:projects/iAMBinding:IAMBinding",
        "gcp:folder/iAMMember:IAMMember",
        "gcp:organizations/iAMMember:IAMMember",
      ],
      (binding: Resource<IAMMemberArgs>) => basicRole(binding),
    ),
    "gcp:projects/iAMPolicy:IAMPolicy": (policy: Resource<IAMPolicyArgs>) =>
      forAll(policy.json("policyData").list("bindings"), basicRole),
    "azure-native:authorization:RoleAssignment": (assignment: Resource<RoleAssignmentArgs>) =>
      faultIf(
        allOf([
          holds(assignment.text("roleDefinitionId"), (id) => AZURE_OWNER_OR_CONTRIBUTOR.test(id)),
          holds(assignment.text("scope"), (scope) => AZURE_WIDE.test(scope)),
        ]),
        "roleDefinitionId",
        "is Owner or Contributor of all that its scope holds",
      ),
    "azure-native:authorization:RoleDefinition": (role: Resource<RoleDefinitionArgs>) =>
      forAll(role.list("permissions"), (permission) => {
        const actions = permission.list("actions");
        const star = anyItem(actions, (action) => action === "*");
        return faultIf(star, actions.path, "contains *");
      }),
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": (binding: Resource<ClusterRoleBindingArgs>) =>
      decide(binding.text("roleRef.name"), { known: (name) => (name === "cluster-admin" ? `is ${name}` : undefined) }),
  },
};
