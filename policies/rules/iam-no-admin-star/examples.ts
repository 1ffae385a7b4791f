import { type Examples, UNKNOWN } from "../../core/examples.ts";

const documents = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
];
const inline = "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy";
const attachments = [
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  "aws:iam/policyAttachment:PolicyAttachment",
];
const attachment = attachments[0] as string;
const role = "aws:iam/role:Role";
const sso = "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment";
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const members = [
  "gcp:projects/iAMMember:IAMMember",
  "gcp:projects/iAMBinding:IAMBinding",
  "gcp:folder/iAMMember:IAMMember",
  "gcp:organizations/iAMMember:IAMMember",
];
const project = "gcp:projects/iAMPolicy:IAMPolicy";
const assignment = "azure-native:authorization:RoleAssignment";
const definition = "azure-native:authorization:RoleDefinition";
const binding = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
const OWNER = "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const CONTRIBUTOR = OWNER.replace(/[^/]+$/, "b24988ac-6180-42a0-ab88-20f7382dd24c");
const READER =
  "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";

const narrow = { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "arn:aws:sqs:eu-central-1:1:orders" };
const policy = (...statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statement });

export const examples: Examples = {
  pass: [
    ...documents.map((type) => ({ type, props: { policy: policy(narrow) } })),
    { type: documents[0] as string, props: { policy: { Statement: { ...narrow, Action: "s3:*" } } } },
    { type: documents[0] as string, props: { policy: policy({ Effect: "Deny", Action: "*", Resource: "*" }) } },
    { type: inline, props: { inlinePolicy: policy(narrow) } },
    ...attachments.map((type) => ({ type, props: { policyArn: READ_ONLY } })),
    { type: role, props: {} },
    { type: role, props: { managedPolicyArns: [READ_ONLY] } },
    { type: sso, props: { managedPolicyArn: READ_ONLY } },
    ...members.map((type) => ({ type, props: { role: "roles/logging.logWriter", member: "user:a@example.org" } })),
    { type: project, props: { policyData: JSON.stringify({ bindings: [{ role: "roles/viewer", members: [] }] }) } },
    { type: assignment, props: { roleDefinitionId: READER, scope: "/subscriptions/1" } },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Storage/*/read"] }] } },
    { type: binding, props: { roleRef: { kind: "ClusterRole", name: "view" } } },
    // some actions of a service
    { type: documents[0] as string, props: { policy: policy({ Effect: "Allow", Action: "s3:Get*", Resource: "*" }) } },
    {
      type: documents[0] as string,
      props: { policy: policy({ Effect: "Allow", Action: "s3:*Tagging", Resource: "*" }) },
    },
    // for one service only
    { type: attachment, props: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess-Amplify" } },
    // a role of the project's own, whatever its name
    { type: members[0] as string, props: { role: "projects/acme/roles/owner", member: "user:a@example.org" } },
    // one resource
    {
      type: assignment,
      props: {
        roleDefinitionId: OWNER,
        scope: "/subscriptions/1/resourceGroups/all/providers/Microsoft.Storage/storageAccounts/data",
      },
    },
    { type: assignment, props: { roleDefinitionId: OWNER, scope: "/subscriptions/1/resourceGroups/all/providers/x" } },
  ],
  fail: [
    ...documents.map((type) => ({ type, props: { policy: policy({ ...narrow, Action: "*", Resource: "*" }) } })),
    {
      type: documents[0] as string,
      props: { policy: { Statement: [narrow, { Effect: "Allow", Action: "s3:*", Resource: ["*"] }] } },
    },
    {
      type: documents[0] as string,
      props: { policy: { Statement: { Effect: "Allow", NotAction: ["iam:*"], Resource: "*" } } },
    },
    { type: inline, props: { inlinePolicy: policy({ Effect: "Allow", Action: ["iam:*"], Resource: "*" }) } },
    ...attachments.map((type) => ({ type, props: { policyArn: ADMIN } })),
    { type: attachment, props: { policyArn: "arn:aws-cn:iam::aws:policy/PowerUserAccess" } },
    { type: role, props: { managedPolicyArns: [READ_ONLY, ADMIN] } },
    { type: sso, props: { managedPolicyArn: ADMIN } },
    ...members.map((type) => ({ type, props: { role: "roles/editor", member: "user:a@example.org" } })),
    { type: project, props: { policyData: JSON.stringify({ bindings: [{ role: "roles/owner", members: [] }] }) } },
    { type: assignment, props: { roleDefinitionId: OWNER, scope: "/subscriptions/1/resourceGroups/all" } },
    { type: definition, props: { permissions: [{ actions: ["*"] }] } },
    { type: binding, props: { roleRef: { kind: "ClusterRole", name: "cluster-admin" } } },
    {
      type: documents[0] as string,
      props: { policy: policy({ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::audit/*" }) },
    },
    ...[
      "/",
      "subscriptions/0f1e2d3c",
      "/subscriptions/0f1e2d3c/",
      "/providers/Microsoft.Management/managementGroups/all",
    ].map((scope) => ({ type: assignment, props: { roleDefinitionId: CONTRIBUTOR, scope } })),
  ],
  undetermined: [
    ...documents.map((type) => ({ type, props: { policy: UNKNOWN } })),
    { type: documents[0] as string, props: { policy: { Statement: { ...narrow, Action: "*", Resource: [UNKNOWN] } } } },
    { type: documents[0] as string, props: { policy: "not a policy" } },
    { type: inline, props: { inlinePolicy: UNKNOWN } },
    ...attachments.map((type) => ({ type, props: { policyArn: UNKNOWN } })),
    { type: role, props: { managedPolicyArns: [UNKNOWN] } },
    { type: sso, props: { managedPolicyArn: UNKNOWN } },
    ...members.map((type) => ({ type, props: { role: UNKNOWN, member: "user:a@example.org" } })),
    { type: project, props: { policyData: UNKNOWN } },
    { type: assignment, props: { roleDefinitionId: OWNER, scope: UNKNOWN } },
    { type: definition, props: { permissions: [{ actions: [UNKNOWN] }] } },
    { type: binding, props: { roleRef: { kind: "ClusterRole", name: UNKNOWN } } },
  ],
};
