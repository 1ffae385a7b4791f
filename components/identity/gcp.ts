import { WorkloadIdentityPoolProvider } from "@pulumi/gcp/iam/workloadIdentityPoolProvider.js";
import { Account } from "@pulumi/gcp/serviceaccount/account.js";
import { IAMMember } from "@pulumi/gcp/serviceaccount/iammember.js";
import { interpolate, jsonStringify, type Output } from "@pulumi/pulumi";
import type { GcpIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { IdentitySpec } from "./args.ts";
import type { IdentityChildren } from "./native.ts";
import { IDENTITY_PATH, NOTHING, type PodIdentity } from "./pods.ts";
import type { PinnedTrust, PodTrust, TokenTrust } from "./trusts.ts";

type IdentityScope = Scope<"gcp", IdentityChildren["gcp"]>;
const CREDENTIALS = "credentials.json";

export function gcpIdentity(scope: IdentityScope, { sessionSeconds }: IdentitySpec) {
  const { name, site } = scope;
  const account = new Account(
    ...scope.child("account", {
      project: site.project,
      accountId: physicalName(site, name, { max: 30 }),
      displayName: name,
      disabled: false,
    }),
  );
  const providers: WorkloadIdentityPoolProvider[] = [];
  const users: IAMMember[] = [];
  const mayUse = (member: Output<string>, { key }: PinnedTrust, ready: PodTrust["cluster"]["ready"]) => {
    const use = { serviceAccountId: account.name, role: "roles/iam.workloadIdentityUser", member };
    users.push(new IAMMember(...scope.child("user", use, { of: key, dependsOn: [...ready] })));
  };
  const trust = (one: PinnedTrust): PodIdentity => {
    if (one.kind === "pod") {
      const { cluster, namespace, serviceAccount } = one;
      // a project has its pool once it has had a cluster
      const pool = cluster.physicalName.apply(() => `${site.project}.svc.id.goog`);
      mayUse(interpolate`serviceAccount:${pool}[${namespace}/${serviceAccount}]`, one, cluster.ready);
      return { ...NOTHING, annotations: { "iam.gke.io/gcp-service-account": account.email } };
    }
    const provider = providerOf(scope, one);
    providers.push(provider);
    mayUse(interpolate`principal://iam.googleapis.com/${one.issuer.id}/subject/${one.subject}`, one, []);
    return withToken(account, provider, one, sessionSeconds);
  };
  const identity: GcpIdentity = { cloud: "gcp", name, member: account.member, uniqueId: account.uniqueId };
  return {
    outputs: { id: account.name, name: account.email, subject: account.uniqueId },
    nodes: {
      account,
      providers: providers as readonly WorkloadIdentityPoolProvider[],
      users: users as readonly IAMMember[],
    },
    identity,
    trust,
  };
}

// one for each trust, so that its condition lets in this one subject and no other of the issuer
function providerOf(scope: IdentityScope, { key, issuer, subject, repositoryId }: TokenTrust) {
  const { name, site } = scope;
  const repository = repositoryId === undefined ? "" : ` && assertion.repository_id == '${repositoryId}'`;
  return new WorkloadIdentityPoolProvider(
    ...scope.child(
      "provider",
      {
        project: site.project,
        workloadIdentityPoolId: issuer.id.apply((pool) => pool.split("/").at(-1) ?? pool),
        workloadIdentityPoolProviderId: physicalName(site, `${name}-${key}`, { max: 32 }),
        displayName: key.slice(0, 32),
        attributeMapping: { "google.subject": "assertion.sub" },
        attributeCondition: interpolate`assertion.sub == '${subject}'${repository}`,
        oidc: { issuerUri: issuer.url, allowedAudiences: [issuer.audience] },
      },
      { of: key, invariants: ["attributeCondition", "attributeMapping", "oidc"] },
    ),
  );
}

function withToken(
  { email }: Account,
  provider: WorkloadIdentityPoolProvider,
  { issuer }: TokenTrust,
  sessionSeconds: number,
): PodIdentity {
  const credentials = jsonStringify({
    type: "external_account",
    audience: interpolate`//iam.googleapis.com/${provider.name}`,
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: "https://sts.googleapis.com/v1/token",
    credential_source: { file: `${IDENTITY_PATH}/token` },
    service_account_impersonation_url: interpolate`https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${email}:generateAccessToken`,
    service_account_impersonation: { token_lifetime_seconds: sessionSeconds },
  });
  return {
    ...NOTHING,
    env: { GOOGLE_APPLICATION_CREDENTIALS: `${IDENTITY_PATH}/${CREDENTIALS}` },
    token: { audience: issuer.audience, expirationSeconds: sessionSeconds },
    files: { [CREDENTIALS]: credentials },
  };
}
