import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { permissions } from "./examples-permissions.ts";
import { WITH_A_ROLE } from "./examples-services.ts";

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
    // each person's own role is one that somebody drew
    of(allow("iam:PassRole", "arn:aws:iam::*:role/${aws:username}"), allow("lambda:CreateFunction")),
    of(allow("iam:PutRolePolicy", "*", { StringEquals: { "iam:ResourceTag/team": "web" } })),
    of(allow("iam:PutRolePolicy", "*", { StringEquals: { "aws:ResourceTag/team": "web" } })),
    of(allow("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-central-1:111111111111:function:*-dev")),
    of(allow("iam:AddUserToGroup", "arn:aws:iam::111111111111:group/readers")),
    // a role of that name in another account, and what the other policies say of other things
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      provider: { region: "eu-central-1" },
      beside: [{ type: inline, name: "other", props: { role: "app", policy: text(allow("lambda:CreateFunction")) } }],
    },
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      beside: [
        { type: inline, name: "other", props: { role: "app", policy: text(allow("s3:GetObject")) } },
        { type: inline, name: "unread", props: { role: "web", policy: UNKNOWN } },
        { type: attachment, name: "aws", props: awsManaged("ReadOnlyAccess") },
      ],
    },
    {
      type: inline,
      props: { role: UNKNOWN, policy: text(allow("iam:PassRole")) },
      edges: { role: "aws:iam/role:Role::app" },
      beside: [
        {
          type: inline,
          name: "other",
          props: { role: UNKNOWN, policy: text(allow("lambda:CreateFunction")) },
          edges: { role: "aws:iam/role:Role::web" },
        },
      ],
    },
    // what is not known matters to one leg of a way only
    ...[allow("s3:GetObject"), { Effect: "Deny", Action: "iam:PassRole", Resource: APP }].map((statement) => ({
      type: inline,
      props: { role: "app", policy: text(statement) },
      beside: [{ type: inline, name: "other", props: { role: "app", policy: UNKNOWN } }],
    })),
    // an empty block says that there are no inline policies
    { type: role, props: { inlinePolicies: [{}] } },
    {
      type: attachment,
      props: awsManaged("ReadOnlyAccess"),
      beside: [{ ...named("nameless"), props: { name: UNKNOWN, policy: text(allow("iam:*")) } }],
    },
    // told where the policy stands
    {
      type: role,
      props: { managedPolicyArns: ["arn:aws:iam::111111111111:policy/iam"] },
      beside: [named("iam", allow("iam:*"))],
    },
    ...permissions.pass,
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
    of(allow("iam:AddUserToGroup", "arn:aws:iam::*:group/*")),
    of(allow("iam:CreatePolicyVersion", "arn:aws:iam::*:policy/*")),
    of(allow("iam:UpdateAssumeRolePolicy", "arn:aws-cn:iam::111111111111:role/*")),
    of(allow("iam:PutUserPolicy", "arn:aws:iam::*:user/${aws:PrincipalTag/name}")),
    of(allow("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-central-1:111111111111:function:*")),
    of(
      allow("iam:PassRole", "*", { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }),
      allow("glue:CreateJob"),
    ),
    of(allow("iam:*"), { Effect: "Deny", Action: "*", Resource: "arn:aws:iam::111111111111:role/admin" }),
    ...WITH_A_ROLE.map(([service, action]) => of(allow("iam:PassRole", "*", to(service)), allow(action))),
    // one by edge and name, the other by its name alone
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      edges: { role: "aws:iam/role:Role::app" },
      beside: [{ type: inline, name: "other", props: { role: "app", policy: text(allow("lambda:CreateFunction")) } }],
    },
    {
      type: inline,
      props: { role: "app", policy: text(allow("iam:PassRole")) },
      beside: [
        {
          type: inline,
          name: "other",
          props: { role: "app", policy: text(allow("lambda:CreateFunction")) },
          edges: { role: "aws:iam/role:Role::app" },
        },
      ],
    },
    // what the policy opens by itself is told there, what it opens with another is told here
    {
      ...attach("both"),
      beside: [
        named("both", allow(["iam:PassRole", "lambda:CreateFunction"])),
        attach("run"),
        named("run", allow("ec2:RunInstances")),
      ],
    },
    ...all(attachments, awsManaged("AdministratorAccess")),
    ...all(attachments, awsManaged("AmazonECS_FullAccess")),
    ...permissions.fail,
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
    // computed from the same random name, which is no role
    {
      type: inline,
      props: { role: UNKNOWN, policy: text(allow("iam:PassRole")) },
      edges: { role: "random:index/randomPet:RandomPet::suffix" },
      beside: [
        {
          type: inline,
          name: "other",
          props: { role: UNKNOWN, policy: text(allow("lambda:CreateFunction")) },
          edges: { role: "random:index/randomPet:RandomPet::suffix" },
        },
      ],
    },
    {
      type: inline,
      props: { role: "app", policy: text(allow("sqs:SendMessage"), allow("iam:PassRole")) },
      beside: [{ type: inline, name: "other", props: { role: "app", policy: UNKNOWN } }],
    },
    // it may be the one whose name nobody knows
    { ...attach("late"), beside: [{ ...named("late"), props: { name: UNKNOWN, policy: text(allow("iam:*")) } }] },
    {
      ...attach("partly"),
      beside: [
        named("partly", allow("iam:CreatePolicyVersion"), allow("iam:PassRole", UNKNOWN)),
        attach("run"),
        named("run", allow("ec2:RunInstances")),
      ],
    },
    ...all(attachments, { role: "app", policyArn: "arn:aws:iam::111111111111:policy/elsewhere" }),
    { type: role, props: { managedPolicyArns: ["arn:aws:iam::111111111111:policy/elsewhere"] } },
    ...permissions.undetermined,
  ],
};
