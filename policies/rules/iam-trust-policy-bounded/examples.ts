import { type Examples, UNKNOWN } from "../../core/examples.ts";

const role = "aws:iam/role:Role";
const oidc = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const pool = "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider";
const credential = "azure-native:managedidentity:FederatedIdentityCredential";

const trust = (principal: unknown, condition?: object) => ({
  assumeRolePolicy: {
    Statement: [{ Effect: "Allow", Principal: principal, ...(condition && { Condition: condition }) }],
  },
});
const json = ({ assumeRolePolicy }: ReturnType<typeof trust>) => ({
  assumeRolePolicy: JSON.stringify(assumeRolePolicy),
});
const GITHUB = "token.actions.githubusercontent.com";
const github = { Federated: `arn:aws:iam::111111111111:oidc-provider/${GITHUB}` };
const audience = { [`${GITHUB}:aud`]: "sts.amazonaws.com" };
const google = { Federated: "accounts.google.com" };
const GITLAB = "gitlab.com";
const gitlab = { Federated: `arn:aws:iam::111111111111:oidc-provider/${GITLAB}` };
const TERRAFORM = "app.terraform.io";
const terraform = { Federated: `arn:aws:iam::111111111111:oidc-provider/${TERRAFORM}` };
const EKS = "oidc.eks.eu-west-1.amazonaws.com/id/4F";
const eks = { Federated: `arn:aws:iam::111111111111:oidc-provider/${EKS}` };
const saml = { Federated: "arn:aws:iam::111111111111:saml-provider/people" };
const cognito = { Federated: "cognito-identity.amazonaws.com" };
const may = (issuer: string, sub: string, operator = "StringLike") => ({
  StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" },
  [operator]: { [`${issuer}:sub`]: sub, ...(operator === "StringEquals" && { [`${issuer}:aud`]: "a" }) },
});
const other = { AWS: "arn:aws:iam::222222222222:root" };
const config = { ownAccounts: ["111111111111"] };

export const examples: Examples = {
  pass: [
    { type: role, props: json(trust({ Service: "lambda.amazonaws.com" })) },
    {
      type: role,
      props: trust(github, { StringEquals: { ...audience, [`${GITHUB}:sub`]: "repo:acme/app:ref:main" } }),
    },
    {
      type: role,
      props: trust(github, { StringEquals: audience, StringLike: { [`${GITHUB}:sub`]: "repo:acme/app:*" } }),
    },
    {
      type: role,
      props: trust(google, { StringEquals: { "accounts.google.com:sub": "1", "accounts.google.com:oaud": "a" } }),
    },
    { type: role, props: trust(other, { StringEquals: { "sts:ExternalId": "42" } }), config },
    { type: role, props: trust({ AWS: "arn:aws:iam::111111111111:role/deploy" }), config },
    { type: role, props: trust("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }) },
    { type: role, props: trust("*", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/r-1/*" } }) },
    { type: role, props: trust(other) },
    // the account whose people let their roles be taken by a name
    { type: role, props: trust({ AWS: "111111111111" }, { StringEquals: { "sts:ExternalId": "42" } }), config },
    { type: role, props: trust({ AWS: "arn:aws:sts::111111111111:assumed-role/deploy/ci" }), config },
    { type: role, props: trust({ AWS: "AIDAEXAMPLEEXAMPLEID" }), config },
    { type: role, props: trust({ Service: "ec2.amazonaws.com" }), config },
    { type: role, props: { assumeRolePolicy: { Statement: [{ Effect: "Deny", Principal: "*" }] } } },
    // an issuer counts by its claims, whichever account registered it
    { type: role, props: trust(github, may(GITHUB, "repo:acme/app:ref:main")), config: { ownAccounts: [] } },
    { type: role, props: trust(github, may(GITHUB, "repo:acme/app:*", "ForAnyValue:StringLike")) },
    { type: role, props: trust(github, may(GITHUB, "Repo:acme/app:ref:main", "StringEqualsIgnoreCase")) },
    // no pattern for this operator: nobody has such a subject
    { type: role, props: trust(github, may(GITHUB, "repo:acme/*", "StringEquals")) },
    { type: role, props: trust(gitlab, may(GITLAB, "project_path:acme/app:ref_type:branch:ref:*")) },
    {
      type: role,
      props: trust(terraform, may(TERRAFORM, "organization:acme:project:data:workspace:prod:run_phase:*")),
    },
    { type: role, props: trust(eks, may(EKS, "system:serviceaccount:orders:api")) },
    { type: role, props: trust(saml, { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }) },
    {
      type: role,
      props: trust(cognito, { StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:pool" } }),
    },
    {
      type: role,
      props: trust(
        { Federated: "arn:aws:iam::111111111111:oidc-provider/accounts.google.com" },
        { StringEquals: { "accounts.google.com:sub": "1", "accounts.google.com:oaud": "a" } },
      ),
    },
    { type: oidc, props: { clientIdLists: ["sts.amazonaws.com"] } },
    { type: oidc, props: {} },
    { type: pool, props: { attributeCondition: "true && assertion.aud == 'a'" } },
    { type: pool, props: { attributeCondition: "assertion.repository == 'acme/app'" } },
    {
      type: credential,
      props: { issuer: "https://token.actions.githubusercontent.com", subject: "repo:acme/app:ref:main" },
    },
  ],
  fail: [
    { type: role, props: json(trust("*")) },
    { type: role, props: trust({ AWS: ["*"] }) },
    { type: role, props: trust(github, { StringEquals: audience }) },
    { type: role, props: trust(github, { StringEquals: audience, StringLike: { [`${GITHUB}:sub`]: "repo:acme/*" } }) },
    {
      type: role,
      props: trust(google, { StringEquals: { "accounts.google.com:sub": "1", "accounts.google.com:aud": "a" } }),
    },
    { type: role, props: trust(other), config },
    // a foreign account however it is written
    { type: role, props: trust({ AWS: "222222222222" }), config },
    { type: role, props: trust({ AWS: ["arn:aws:iam::222222222222:role/deploy"] }), config },
    { type: role, props: trust({ AWS: "arn:aws-cn:iam::222222222222:user/ci" }), config },
    // one's own account, and everybody in it
    { type: role, props: trust({ AWS: "111111111111" }), config },
    { type: role, props: trust({ AWS: "arn:aws:iam::111111111111:root" }), config },
    // an external id that is none
    { type: role, props: trust(other, { StringLike: { "sts:ExternalId": "*" } }), config },
    { type: role, props: trust(other, { StringLike: { "sts:ExternalId": "?*" } }), config },
    { type: role, props: trust(other, { StringEquals: { "sts:ExternalId": "" } }), config },
    { type: role, props: trust(other, { StringNotEquals: { "sts:ExternalId": "42" } }), config },
    { type: role, props: trust(other, { StringEqualsIfExists: { "sts:ExternalId": "42" } }), config },
    { type: role, props: trust(other, { Null: { "sts:ExternalId": "false" } }), config },
    { type: role, props: trust(other, { StringEquals: { "aws:username": "ci" } }), config },
    {
      type: role,
      props: { assumeRolePolicy: { Statement: [{ Effect: "Allow", NotPrincipal: { AWS: "222222222222" } }] } },
    },
    { type: role, props: trust("*", { StringEquals: { "sts:ExternalId": "42" } }) },
    // who belongs to no organisation has none that differs
    { type: role, props: trust("*", { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-1" } }) },
    // claims that are not fixed
    { type: role, props: trust(github, { StringEquals: { [`${GITHUB}:sub`]: "repo:acme/app:ref:main" } }) },
    { type: role, props: trust(github, may(GITHUB, "repo:acme/app*")) },
    { type: role, props: trust(github, may(GITHUB, "repo:acme/?pp:ref:main")) },
    { type: role, props: trust(github, may(GITHUB, "*")) },
    { type: role, props: trust(github, may(GITHUB, "", "StringEquals")) },
    { type: role, props: trust(github, may(GITHUB, "")) },
    { type: role, props: trust(github, may(GITHUB, "environment:prod:repo:acme/app:*")) },
    { type: role, props: trust(github, may(GITHUB, "repo:acme/app:ref:main", "StringNotEquals")) },
    { type: role, props: trust(github, may(GITHUB, "repo:acme/app:ref:main", "StringEqualsIfExists")) },
    { type: role, props: trust(github, may(GITHUB, "repo:acme/app:ref:main", "ForAllValues:StringEquals")) },
    { type: role, props: trust(gitlab, may(GITLAB, "project_path:acme/*:ref_type:branch:ref:main")) },
    {
      type: role,
      props: trust(terraform, may(TERRAFORM, "organization:acme:project:data:workspace:*:run_phase:apply")),
    },
    { type: role, props: trust(eks, may(EKS, "system:serviceaccount:orders:*")) },
    {
      type: role,
      props: trust(
        { Federated: "arn:aws:iam::111111111111:oidc-provider/accounts.google.com" },
        { StringEquals: { "accounts.google.com:sub": "1", "accounts.google.com:aud": "a" } },
      ),
    },
    { type: oidc, props: { clientIdLists: ["*"] } },
    { type: oidc, props: { clientIdLists: ["sts.amazonaws.com", "*.example.org"] } },
    { type: pool, props: { attributeCondition: "" } },
    { type: pool, props: { attributeCondition: " true " } },
    { type: credential, props: { issuer: "https://token.actions.githubusercontent.com" } },
    { type: pool, props: { oidc: { issuerUri: "https://token.actions.githubusercontent.com" } } },
    { type: credential, props: { issuer: "https://token.actions.githubusercontent.com", subject: "repo:acme/*" } },
  ],
  undetermined: [
    { type: role, props: { assumeRolePolicy: UNKNOWN } },
    { type: role, props: trust(github, { StringEquals: { ...audience, [`${GITHUB}:sub`]: UNKNOWN } }) },
    { type: oidc, props: { clientIdLists: [UNKNOWN] } },
    { type: pool, props: { attributeCondition: UNKNOWN } },
    { type: credential, props: { issuer: "https://example.org", subject: UNKNOWN } },
  ],
};
