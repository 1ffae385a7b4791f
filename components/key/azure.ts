import { getClientConfigOutput } from "@pulumi/azure-native/authorization/getClientConfig.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { RoleDefinition } from "@pulumi/azure-native/authorization/roleDefinition.js";
import { Key as VaultKey } from "@pulumi/azure-native/keyvault/key.js";
import { Vault } from "@pulumi/azure-native/keyvault/vault.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { interpolate } from "@pulumi/pulumi";
import { daysInSeconds, isoDuration } from "../core/duration.ts";
import type { AzureKey } from "../core/encryption.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { CLOSED_VAULT, CLOSED_VAULT_INVARIANTS } from "../core/vault.ts";
import type { KeyRight, KeySpec } from "./args.ts";
import type { KeyChildren } from "./native.ts";

// services that store things wrap with a key, AKS encrypts with it
const ACTIONS: { readonly [R in KeyRight]: readonly string[] } = {
  encrypt: ["encrypt/action", "wrap/action"],
  decrypt: ["decrypt/action", "unwrap/action"],
};
type KeyScope = Scope<"azure", KeyChildren["azure"]>;

export function azureKey(scope: KeyScope, spec: KeySpec) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location } = site;
  const { hardware, rotationDays, tags } = spec;
  const { tenantId } = getClientConfigOutput(opts);
  const vault = new Vault(
    ...scope.child(
      "vault",
      {
        vaultName: physicalName(site, name, { max: 24, unique: true }),
        resourceGroupName,
        location,
        properties: {
          tenantId,
          sku: { family: "A", name: hardware ? "premium" : "standard" },
          ...CLOSED_VAULT,
        },
        tags,
      },
      { lasting: true, invariants: CLOSED_VAULT_INVARIANTS },
    ),
  );
  const key = new VaultKey(
    ...scope.child(
      "key",
      {
        keyName: name,
        vaultName: vault.name,
        resourceGroupName,
        properties: {
          kty: hardware ? "RSA-HSM" : "RSA",
          keySize: 3072,
          keyOps: ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
          attributes: { enabled: true, exportable: false },
          rotationPolicy: {
            lifetimeActions: [
              { action: { type: "rotate" }, trigger: { timeAfterCreate: isoDuration(daysInSeconds(rotationDays)) } },
            ],
          },
        },
        tags,
      },
      { lasting: true, invariants: ["properties.attributes", "properties.rotationPolicy"] },
    ),
  );
  const accessLog = new DiagnosticSetting(
    ...scope.child("accessLog", {
      name: "access",
      resourceUri: vault.id,
      workspaceId: site.logWorkspaceId,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    }),
  );
  const roles = new Map<KeyRight, RoleDefinition>();
  const roleFor = (right: KeyRight) => {
    const role = roles.get(right) ?? keyRole(scope, right);
    roles.set(right, role);
    return role;
  };
  const grant: Granter<"azure", KeyRight> = (right, { principalId }, grantName) => [
    new RoleAssignment(
      grantName,
      { scope: key.id, principalId, principalType: "ServicePrincipal", roleDefinitionId: roleFor(right).id },
      opts,
    ),
  ];
  const encryption: AzureKey = {
    cloud: "azure",
    name,
    vaultId: vault.id,
    vaultUri: interpolate`https://${vault.name}.vault.azure.net/`,
    keyName: key.name,
    keyUriWithVersion: key.keyUriWithVersion,
  };
  return {
    outputs: { id: key.id, name: key.name, home: vault.id },
    nodes: { vault, key, accessLog },
    encryption,
    grant,
  };
}

// every built-in role that encrypts with a key also decrypts with it
function keyRole(scope: KeyScope, right: KeyRight): RoleDefinition {
  const { name, site } = scope;
  const group = interpolate`/subscriptions/${site.subscriptionId}/resourceGroups/${site.resourceGroupName}`;
  return new RoleDefinition(
    ...scope.child(
      "role",
      {
        // unique in the tenant
        roleName: physicalName(site, `${name}-${right}`, { max: 128, unique: true }),
        description: `May ${right} with the key ${name}.`,
        scope: group,
        assignableScopes: [group],
        permissions: [
          {
            actions: [],
            notActions: [],
            dataActions: ["read", ...ACTIONS[right]].map((action) => `Microsoft.KeyVault/vaults/keys/${action}`),
            notDataActions: [],
          },
        ],
      },
      { of: right },
    ),
  );
}
