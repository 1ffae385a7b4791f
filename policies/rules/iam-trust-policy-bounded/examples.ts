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
const other = { AWS: "arn:aws:iam::222222222222:root" };
const fromGithub = (attributeCondition: unknown) => ({ attributeCondition, oidc: { issuerUri: `https://${GITHUB}` } });
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
    { type: role, props: trust(other) },
    { type: oidc, props: { clientIdLists: ["sts.amazonaws.com"] } },
    { type: pool, props: { attributeCondition: "assertion.repository == 'acme/app'" } },
    { type: pool, props: fromGithub("assertion.repository == 'acme/app' && assertion.ref == 'refs/heads/main'") },
    { type: pool, props: fromGithub('assertion.repository_owner_id == "77"') },
    { type: pool, props: fromGithub("attribute.repository in ['acme/app', 'acme/web']") },
    { type: pool, props: fromGithub("assertion.sub.startsWith('repo:acme/')") },
    { type: pool, props: fromGithub("google.subject.matches('^repo:acme/app:')") },
    // another issuer speaks for its own tenants only
    {
      type: pool,
      props: { attributeCondition: "assertion.sub == 'x'", oidc: { issuerUri: "https://gitlab.acme.org" } },
    },
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
    { type: oidc, props: { clientIdLists: ["*"] } },
    { type: pool, props: { oidc: { issuerUri: "https://token.actions.githubusercontent.com" } } },
    { type: pool, props: fromGithub("assertion.ref == 'refs/heads/main'") },
    { type: pool, props: fromGithub("assertion.sub == 'repo:*'") },
    { type: pool, props: fromGithub("assertion.sub.startsWith('repo:acme')") },
    { type: pool, props: fromGithub("assertion.sub.startsWith('environment:production')") },
    { type: pool, props: fromGithub("assertion.repository == '*'") },
    { type: pool, props: fromGithub("assertion.repository.startsWith('acme')") },
    { type: pool, props: fromGithub("assertion.repository == 'acme/app' || assertion.actor == 'bot'") },
    { type: credential, props: { issuer: "https://token.actions.githubusercontent.com", subject: "repo:acme/*" } },
    { type: role, props: trust({ AWS: "arn:aws:iam::*:role/deploy" }) },
  ],
  undetermined: [
    { type: role, props: { assumeRolePolicy: UNKNOWN } },
    { type: role, props: trust(github, { StringEquals: { ...audience, [`${GITHUB}:sub`]: UNKNOWN } }) },
    { type: oidc, props: { clientIdLists: [UNKNOWN] } },
    { type: pool, props: { attributeCondition: UNKNOWN } },
    { type: pool, props: fromGithub("attribute.repository.size() > 3") },
    { type: pool, props: { attributeCondition: "assertion.ref == 'main'", oidc: { issuerUri: UNKNOWN } } },
    { type: credential, props: { issuer: "https://example.org", subject: UNKNOWN } },
  ],
};
