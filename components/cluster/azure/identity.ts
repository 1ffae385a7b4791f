import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { AzureKey } from "../../core/encryption.ts";
import { roleOn } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { AzureNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChildren } from "../native.ts";

// built-in roles
const NETWORK_CONTRIBUTOR = "4d97b98b-1d4f-4787-a291-c67834d212e7";
const KEY_VAULT_CRYPTO_USER = "12338af0-0e69-4776-bea7-57ae8d297424";
const KEY_VAULT_CONTRIBUTOR = "f25e0fa2-a7c8-4377-a976-54943a77a395";

/** Who the cluster itself is: it joins the network, and uses its key. */
export function clusterIdentity(
  { name, site, opts, child }: Scope<"azure", ClusterChildren["azure"]>,
  spec: ClusterSpec,
) {
  const identity = new UserAssignedIdentity(
    ...child("identity", {
      resourceName: physicalName(site, name, { max: 128 }),
      resourceGroupName: site.resourceGroupName,
      location: site.location,
      tags: spec.tags,
    }),
  );
  const { vaultId } = spec.key as AzureKey;
  const { virtualNetworkId } = spec.network as AzureNetwork;
  const rights = {
    network: [NETWORK_CONTRIBUTOR, virtualNetworkId],
    key: [KEY_VAULT_CRYPTO_USER, vaultId],
    // a vault that answers only privately is joined by a private endpoint of the cluster's own
    vault: [KEY_VAULT_CONTRIBUTOR, vaultId],
  } as const;
  const given = Object.entries(rights).map(
    ([right, [role, scope]]) =>
      new RoleAssignment(`${name}-${right}`, roleOn(site, scope, identity.principalId, role), opts),
  );
  return { identity, given };
}
