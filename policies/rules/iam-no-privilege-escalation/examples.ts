import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const documents = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
];
const policy = "aws:iam/policy:Policy";
const inline = "aws:iam/rolePolicy:RolePolicy";
const role = "aws:iam/role:Role";
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const attachments = [
  attachment,
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  "aws:iam/policyAttachment:PolicyAttachment",
];
const grants = [
  "gcp:projects/iAMMember:IAMMember",
  "gcp:projects/iAMBinding:IAMBinding",
  "gcp:folder/iAMMember:IAMMember",
  "gcp:organizations/iAMMember:IAMMember",
];
const onAccount = "gcp:serviceaccount/iAMMember:IAMMember";
const custom = "gcp:projects/iAMCustomRole:IAMCustomRole";
const definition = "azure-native:authorization:RoleDefinition";
const rbac = ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "kubernetes:rbac.authorization.k8s.io/v1:Role"];

const allow = (Action: unknown, Resource: unknown = "*", Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const text = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const of = (...statements: object[]): Example => ({ type: policy, props: { policy: text(...statements) } });
const all = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const APP = "arn:aws:iam::111111111111:role/app";
const to = (service: string) => ({ StringEquals: { "iam:PassedToService": service } });
const awsManaged = (name: string) => ({ role: "app", policyArn: `arn:aws:iam::aws:policy/${name}` });
const attach = (name: string) => ({
  type: attachment,
  name,
  props: { role: "app", policyArn: `arn:aws:iam::111111111111:policy/${name}` },
});
const named = (name: string, ...statements: object[]) => ({
  type: policy,
  name,
  props: { name, policy: text(...statements) },
});
const rules = (...list: object[]) => ({ metadata: { name: "app" }, rules: list });
const rule = (verbs: string[], resources: string[], apiGroups = ["rbac.authorization.k8s.io"], more: object = {}) =>
  rules({ verbs, resources, apiGroups, ...more });
const ACCOUNT = "projects/acme/serviceAccounts/build@acme.iam.gserviceaccount.com";
const become = (accountRole: string) => ({
  serviceAccountId: ACCOUNT,
  role: accountRole,
  member: "user:a@example.org",
});
const holds = (projectRole: string) => ({
  type: "gcp:projects/iAMMember:IAMMember",
  name: "strong",
  props: { role: projectRole, member: "serviceAccount:build@acme.iam.gserviceaccount.com" },
});

export const examples: Examples = {
  pass: [
    ...all(documents, { policy: text(allow(["s3:GetObject"], "arn:aws:s3:::data/*")) }),
    // one role, named: what a deployer needs
    of(allow("iam:PassRole", APP, to("lambda.amazonaws.com")), allow("lambda:CreateFunction")),
    of(allow("iam:PassRole", [APP, `${APP}-*`]), allow(["ec2:RunInstances", "ecs:RunTask"])),
    of(allow("iam:PassRole", "*", to("ecs-tasks.amazonaws.com")), allow("lambda:CreateFunction")),
    of(allow("iam:PassRole"), allow("lambda:InvokeFunction")),
    of(allow("lambda:CreateFunction")),
    of(allow("iam:CreatePolicyVersion", "arn:aws:iam::111111111111:policy/team/*")),
    of(allow(["iam:CreateRole", "iam:PutRolePolicy"], "*", { StringEquals: { "iam:PermissionsBoundary": APP } })),
    of(
      allow("iam:AttachRolePolicy", "*", { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" } }),
    ),
    // changing one's own password and keys gives nobody more
    of(allow(["iam:CreateAccessKey", "iam:UpdateLoginProfile"], "arn:aws:iam::*:user/${aws:username}")),
    of(allow(["iam:Get*", "iam:List*", "iam:GenerateServiceLastAccessedDetails"])),
    of({ Effect: "Deny", Action: "iam:*", Resource: "*" }),
    of(allow("iam:*"), { Effect: "Deny", Action: "*", Resource: "*" }),
    of({ Effect: "Allow", NotAction: ["iam:*", "lambda:*", "glue:*"], Resource: "*" }),
    of(allow("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-central-1:111111111111:function:app")),
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      beside: [{ type: inline, name: "other", props: { role: "web", policy: text(allow("lambda:CreateFunction")) } }],
    },
    { type: role, props: {} },
    { type: role, props: { inlinePolicies: [{ name: "a", policy: text(allow("sqs:SendMessage")) }] } },
    { type: role, props: { managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } },
    ...all(attachments, awsManaged("service-role/AWSLambdaBasicExecutionRole")),
    ...all(attachments, awsManaged("PowerUserAccess")),
    { ...attach("pass"), beside: [named("pass", allow("iam:PassRole"))] },
    // the policy itself is where this is told
    { ...attach("iam"), beside: [named("iam", allow("iam:*"))] },
    ...all(grants, { role: "roles/logging.logWriter", member: "user:a@example.org" }),
    ...all(grants, {
      role: "roles/pubsub.serviceAgent",
      member: "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com",
    }),
    { type: onAccount, props: become("roles/iam.serviceAccountUser") },
    {
      type: onAccount,
      props: become("roles/iam.serviceAccountTokenCreator"),
      beside: [holds("roles/storage.objectViewer")],
    },
    { type: onAccount, props: become("roles/viewer"), beside: [holds("roles/owner")] },
    { type: custom, props: { permissions: ["storage.objects.get", "iam.serviceAccounts.actAs"] } },
    { type: custom, props: { permissions: ["compute.instances.create"] } },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Authorization/*/read", "*/read"] }] } },
    {
      type: definition,
      props: {
        permissions: [{ actions: ["*"], notActions: ["Microsoft.Authorization/*", "Microsoft.ManagedIdentity/*"] }],
      },
    },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Compute/virtualMachines/write"] }] } },
    ...all(rbac, rule(["get", "list"], ["roles"])),
    ...all(rbac, rule(["create", "update"], ["rolebindings"])),
    ...all(rbac, rule(["bind"], ["clusterroles"], undefined, { resourceNames: ["view"] })),
    ...all(rbac, rule(["*"], ["deployments"], ["apps"])),
    ...all(rbac, rule(["create"], ["pods"], [""])),
    { type: rbac[0] ?? "", props: { aggregationRule: { clusterRoleSelectors: [] } } },
  ],
  fail: [
    ...all(documents, { policy: text(allow("iam:CreatePolicyVersion")) }),
    ...all(documents, { policy: { Statement: allow(["iam:PassRole", "lambda:CreateFunction"]) } }),
    of(allow("iam:Pass*"), allow("ec2:Run*")),
    of(allow("IAM:PASSROLE", "arn:aws:iam::111111111111:role/*"), allow("ECS:RunTask")),
    of(allow("iam:PassRole", "*", to("lambda.amazonaws.com")), allow("lambda:*")),
    of(allow("iam:PassRole", "*", { StringLike: { "iam:PassedToService": "*" } }), allow("glue:CreateJob")),
    of(allow("iam:PutRolePolicy", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
    of(allow("iam:AttachUserPolicy", "arn:aws:iam::*:user/${aws:username}")),
    of(allow("iam:UpdateAssumeRolePolicy", "arn:aws:iam::*:role/*")),
    of(allow("iam:CreateAccessKey", "arn:aws:iam::111111111111:user/*")),
    of(allow("lambda:UpdateFunctionCode")),
    of(allow("*")),
    of({ Effect: "Allow", NotAction: "s3:*", Resource: "*" }),
    of({ Effect: "Allow", Action: "iam:AddUserToGroup", NotResource: APP }),
    of(allow("iam:*"), { Effect: "Deny", Action: "iam:DeleteRole", Resource: "*" }),
    of(allow("iam:*"), {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      beside: [{ type: inline, name: "other", props: { role: "app", policy: text(allow("lambda:CreateFunction")) } }],
    },
    // by edge, while the role has no name yet
    {
      type: inline,
      props: { role: UNKNOWN, policy: text(allow("ec2:RunInstances")) },
      edges: { role: "aws:iam/role:Role::app" },
      beside: [
        { type: role, name: "app", props: {} },
        {
          type: attachment,
          name: "pass",
          props: { role: UNKNOWN, policyArn: UNKNOWN },
          edges: { role: "aws:iam/role:Role::app", policyArn: "aws:iam/policy:Policy::pass" },
        },
        named("pass", allow("iam:PassRole")),
      ],
    },
    {
      ...attach("pass"),
      beside: [named("pass", allow("iam:PassRole")), attach("run"), named("run", allow("ec2:RunInstances"))],
    },
    {
      type: role,
      props: { inlinePolicies: [{ policy: text(allow("sqs:SendMessage")) }, { policy: text(allow("iam:*")) }] },
    },
    { type: role, props: { managedPolicyArns: ["arn:aws:iam::aws:policy/IAMFullAccess"] } },
    ...all(attachments, awsManaged("IAMFullAccess")),
    ...all(attachments, awsManaged("AWSLambda_FullAccess")),
    ...all(grants, { role: "roles/iam.serviceAccountTokenCreator", member: "user:a@example.org" }),
    ...all(grants, { role: "roles/run.serviceAgent", member: "serviceAccount:app@shop.iam.gserviceaccount.com" }),
    ...all(grants, { role: "roles/run.serviceAgent", members: ["group:a@example.org"] }),
    ...all(grants, { role: "roles/resourcemanager.projectIamAdmin", members: ["user:a@example.org"] }),
    { type: onAccount, props: become("roles/iam.serviceAccountTokenCreator"), beside: [holds("roles/owner")] },
    {
      type: onAccount,
      props: { ...become("roles/iam.serviceAccountUser"), serviceAccountId: UNKNOWN },
      edges: { serviceAccountId: "gcp:serviceaccount/account:Account::build" },
      beside: [
        {
          ...holds("roles/iam.securityAdmin"),
          props: { role: "roles/iam.securityAdmin", member: UNKNOWN },
          edges: { member: "gcp:serviceaccount/account:Account::build" },
        },
      ],
    },
    { type: custom, props: { permissions: ["iam.serviceAccounts.getAccessToken"] } },
    { type: custom, props: { permissions: ["iam.serviceAccounts.actAs", "compute.instances.create"] } },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Authorization/roleAssignments/write"] }] } },
    { type: definition, props: { permissions: [{ actions: ["microsoft.authorization/*"] }] } },
    { type: definition, props: { permissions: [{ actions: ["*"], notActions: ["Microsoft.Billing/*"] }] } },
    {
      type: definition,
      props: {
        permissions: [
          { actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/*/action", "Microsoft.Compute/*/write"] },
        ],
      },
    },
    ...all(rbac, rule(["bind"], ["clusterroles"])),
    ...all(rbac, rule(["escalate"], ["roles"])),
    ...all(rbac, rule(["impersonate"], ["users", "groups"], [""])),
    ...all(rbac, rule(["create"], ["serviceaccounts/token"], [""])),
    ...all(rbac, rule(["*"], ["*"], ["*"])),
    { type: "kubernetes:rbac.authorization.k8s.io/v1beta1:ClusterRole", props: rule(["bind"], ["*"]) },
  ],
  undetermined: [
    ...all(documents, { policy: UNKNOWN }),
    of(allow("iam:PassRole", UNKNOWN), allow("lambda:CreateFunction")),
    { ...of(), props: { policy: "not JSON" } },
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      beside: [{ type: inline, name: "other", props: { role: "app", policy: UNKNOWN } }],
    },
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      beside: [{ type: inline, name: "other", props: { role: UNKNOWN, policy: text(allow("lambda:CreateFunction")) } }],
    },
    { type: role, props: { inlinePolicies: UNKNOWN } },
    { type: role, props: { managedPolicyArns: [UNKNOWN] } },
    ...all(attachments, { role: "app", policyArn: UNKNOWN }),
    attach("elsewhere"),
    ...all(grants, { role: UNKNOWN, member: "user:a@example.org" }),
    ...all(grants, { role: "roles/run.serviceAgent", member: UNKNOWN }),
    {
      type: onAccount,
      props: { ...become("roles/iam.serviceAccountUser"), role: UNKNOWN },
      beside: [holds("roles/owner")],
    },
    { type: custom, props: { permissions: [UNKNOWN] } },
    { type: definition, props: { permissions: [{ actions: [UNKNOWN] }] } },
    ...all(rbac, { rules: UNKNOWN }),
    ...all(rbac, rule(["bind"], [UNKNOWN])),
  ],
};
