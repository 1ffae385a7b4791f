import type { GroupPolicyArgs } from "@pulumi/aws/iam/groupPolicy.js";
import type { PolicyArgs } from "@pulumi/aws/iam/policy.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { Graph } from "../../core/graph.ts";
import { type Statement, statements } from "../../core/iam.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { anyOf, type Truth } from "../../core/truth.ts";
import { decide, every, fail, forAll, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { LEGS, MANAGED, waysOf } from "./aws.ts";
import { ATTACHMENT, attached, INLINE, isCustomer, type Others, othersOf } from "./identity.ts";
import { azureRole, customRole, grantedWide, kubernetesRole, onServiceAccount } from "./permissions.ts";

const ALONE: Others = { granted: [], unread: [] };

function judge(document: Read<readonly Statement[]>, others: Others = ALONE, own = true): Verdict {
  if (document.state !== "known") return document.state === "unknown" ? undetermined(document) : PASS;
  const ways = waysOf(document.value, others.granted);
  // what the policy opens by itself is told where it stands
  const before = own ? [] : waysOf(document.value).filter(({ open }) => open === true);
  const open = ways.filter((way) => way.open === true && !before.some(({ name }) => name === way.name));
  if (open.length > 0)
    return fail(
      document.path.replace(/\.Statement$/, ""),
      `lets its holder take more rights by ${listed(open.map(({ name }) => name))}`,
    );
  const doubt: Truth = anyOf(ways.map((way) => (way.open === true ? false : way.open)));
  if (typeof doubt !== "boolean") return undetermined(doubt);
  const [unread] = others.unread;
  return unread !== undefined && half(document.value) ? undetermined(unread) : PASS;
}

// one leg of a way: the other may be in the policy that could not be read
function half(own: readonly Statement[]): boolean {
  return LEGS.some((action) =>
    own.some((statement) => statement.allows !== false && statement.means(action) !== false),
  );
}

function listed(names: readonly string[]): string {
  const rest = names.length - 3;
  return names.slice(0, 3).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function managed(arn: Read<string>): Verdict {
  return decide(arn, {
    known: (text) => {
      const way = MANAGED[text.replace(/^arn:[^:]*:iam::aws:policy\//, "")];
      return way && `is ${text}, which lets its holder take more rights by ${way}`;
    },
  });
}

function attachedPolicy(arn: Read<string>, graph: Graph, tied?: readonly string[], others = ALONE): Verdict {
  const document = attached(arn, graph, tied);
  if (document !== undefined) return judge({ ...document, path: arn.path }, others, false);
  if (arn.state === "known" && isCustomer(arn.value)) return notCovered(arn.path, "stands in another stack");
  return managed(arn);
}

export const iamNoPrivilegeEscalation: Rule = {
  id: "iam-no-privilege-escalation",
  packs: ["zero-trust"],
  title: "Nobody can give themselves more rights",
  severity: "critical",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Whoever can pass a stronger role, rewrite a policy or become somebody else has every right that can be reached so.",
  equivalents: [
    "CKV_AWS_286",
    "CKV_AWS_289",
    "CKV_GCP_41",
    "CKV_GCP_49",
    "CKV_K8S_157",
    "CKV_K8S_158",
    "AWS-0342",
    "KSV-0050",
  ],
  fixText: ({ type }) => {
    if (type.startsWith("aws:")) {
      return "Name the roles in the `Resource` of `iam:PassRole` with `iam:PassedToService`, and bound what changes rights by `iam:PermissionsBoundary`.";
    }
    if (type.startsWith("gcp:"))
      return "Grant the role on the one service account that is needed (serviceaccount.IAMMember).";
    if (type.startsWith("azure")) return "Take the action out of `permissions.actions`, or into `notActions`.";
    return "List the objects in `resourceNames`, or leave the verb out.";
  },
  checks: {
    ...each(
      ["aws:iam/policy:Policy", "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"],
      (policy: Resource<PolicyArgs & GroupPolicyArgs>) => judge(statements(policy, "policy")),
    ),
    [INLINE]: (policy: Resource<RolePolicyArgs>, { graph }: GraphRun) =>
      judge(statements(policy, "policy"), othersOf(policy, graph)),
    "aws:iam/role:Role": (role: Resource<RoleArgs>, { graph }: GraphRun) =>
      every([
        ...forAll(role.list("inlinePolicies"), (policy) => judge(statements(policy, "policy"))),
        ...forAll(role.list("managedPolicyArns"), (arn) => attachedPolicy(arn.itself(), graph)),
      ]),
    [ATTACHMENT]: (own: Resource<RolePolicyAttachmentArgs>, { graph }: GraphRun) =>
      attachedPolicy(own.text("policyArn"), graph, own.edges["policyArn"], othersOf(own, graph)),
    ...each(
      [
        "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
      ],
      (own: Resource<RolePolicyAttachmentArgs>, { graph }: GraphRun) =>
        attachedPolicy(own.text("policyArn"), graph, own.edges["policyArn"]),
    ),
    ...each(
      [
        "gcp:projects/iAMMember:IAMMember",
        "gcp:projects/iAMBinding:IAMBinding",
        "gcp:folder/iAMMember:IAMMember",
        "gcp:organizations/iAMMember:IAMMember",
      ],
      grantedWide,
    ),
    "gcp:serviceaccount/iAMMember:IAMMember": (grant, { graph }) => onServiceAccount(grant, graph),
    "gcp:projects/iAMCustomRole:IAMCustomRole": customRole,
    "azure-native:authorization:RoleDefinition": azureRole,
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole": kubernetesRole,
    "kubernetes:rbac.authorization.k8s.io/v1:Role": kubernetesRole,
  },
};
