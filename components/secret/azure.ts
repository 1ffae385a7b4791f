import { getClientConfigOutput } from "@pulumi/azure-native/authorization/getClientConfig.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Secret as VaultSecret } from "@pulumi/azure-native/keyvault/secret.js";
import { Vault } from "@pulumi/azure-native/keyvault/vault.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { interpolate } from "@pulumi/pulumi";
import { type Granter, roleOn } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { CLOSED_VAULT, CLOSED_VAULT_INVARIANTS } from "../core/vault.ts";
import type { SecretRight, SecretSpec } from "./args.ts";
import type { SecretChildren } from "./native.ts";

const ROLES: { readonly [R in SecretRight]: string } = {
  read: "4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
  write: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", // Key Vault Secrets Officer, the narrowest that may set
};

export function azureSecret(scope: Scope<"azure", SecretChildren["azure"]>, spec: SecretSpec) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location } = site;
  const { tags } = spec;
  const { tenantId } = getClientConfigOutput(opts);
  // a vault holds this secret alone, so that a right on it is a right on nothing else
  const vault = new Vault(
    ...scope.child(
      "vault",
      {
        vaultName: physicalName(site, name, { max: 24, unique: true }),
        resourceGroupName,
        location,
        properties: { tenantId, sku: { family: "A", name: "standard" }, ...CLOSED_VAULT },
        tags,
      },
      { lasting: true, invariants: CLOSED_VAULT_INVARIANTS },
    ),
  );
  const expiresOn = spec.native.azure?.expiresOn;
  const secret = spec.value !== undefined && {
    secret: new VaultSecret(
      ...scope.child(
        "secret",
        {
          secretName: name,
          vaultName: vault.name,
          resourceGroupName,
          properties: {
            value: spec.value,
            attributes: { enabled: true, ...(expiresOn !== undefined && { expires: secondsOf(expiresOn) }) },
          },
          tags,
        },
        { lasting: true },
      ),
    ),
  };
  const accessLog = new DiagnosticSetting(
    ...scope.child("accessLog", {
      name: "access",
      resourceUri: vault.id,
      workspaceId: site.logWorkspaceId,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    }),
  );
  const grant: Granter<"azure", SecretRight> = (right, { principalId }, grantName) => [
    new RoleAssignment(grantName, roleOn(site, vault.id, principalId, ROLES[right]), opts),
  ];
  return {
    outputs: {
      id: interpolate`${vault.id}/secrets/${name}`,
      name: vault.name,
      holder: vault.id,
      reference: interpolate`https://${vault.name}.vault.azure.net/secrets/${name}`,
    },
    nodes: { vault, ...secret, accessLog },
    grant,
  };
}

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}
