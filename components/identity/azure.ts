import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { AzureIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { IdentitySpec } from "./args.ts";
import { ENTRA_EXCHANGE } from "./issuer/args.ts";
import type { IdentityChildren } from "./native.ts";
import { IDENTITY_PATH, NOTHING, type PodIdentity } from "./pods.ts";
import type { PinnedTrust } from "./trusts.ts";

export function azureIdentity(scope: Scope<"azure", IdentityChildren["azure"]>, spec: IdentitySpec) {
  const { name, site } = scope;
  const { resourceGroupName, location } = site;
  const principal = new UserAssignedIdentity(
    ...scope.child("identity", {
      resourceName: physicalName(site, name, { max: 128 }),
      resourceGroupName,
      location,
      tags: spec.tags,
    }),
  );
  const { clientId, tenantId, principalId } = principal;
  const credentials: FederatedIdentityCredential[] = [];
  const trust = (one: PinnedTrust): PodIdentity => {
    const issuer = one.kind === "pod" ? one.cluster.issuer : one.issuer.url;
    credentials.push(
      new FederatedIdentityCredential(
        ...scope.child(
          "credential",
          {
            resourceGroupName,
            resourceName: principal.name,
            federatedIdentityCredentialResourceName: physicalName(site, one.key, { max: 120 }),
            issuer,
            subject: one.subject,
            audiences: [ENTRA_EXCHANGE],
          },
          // Azure refuses two writes to one identity at a time
          { of: one.key, invariants: ["issuer", "subject", "audiences"], dependsOn: credentials.slice(-1) },
        ),
      ),
    );
    if (one.kind === "pod") {
      return {
        ...NOTHING,
        annotations: { "azure.workload.identity/client-id": clientId },
        labels: { "azure.workload.identity/use": "true" },
      };
    }
    return {
      ...NOTHING,
      env: {
        AZURE_CLIENT_ID: clientId,
        AZURE_TENANT_ID: tenantId,
        AZURE_FEDERATED_TOKEN_FILE: `${IDENTITY_PATH}/token`,
        AZURE_AUTHORITY_HOST: "https://login.microsoftonline.com/",
      },
      token: { audience: one.issuer.audience, expirationSeconds: spec.sessionSeconds },
    };
  };
  const identity: AzureIdentity = { cloud: "azure", name, principalId };
  return {
    outputs: { id: principal.id, name: principal.name, subject: principalId },
    nodes: { identity: principal, credentials: credentials as readonly FederatedIdentityCredential[] },
    identity,
    trust,
  };
}
