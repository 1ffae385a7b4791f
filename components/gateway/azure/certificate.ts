import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Zone as DnsZone } from "@pulumi/azure-native/dns/zone.js";
import { interpolate, type Output, type Resource } from "@pulumi/pulumi";
import { roleDefinitionId } from "../../core/grant.ts";
import type { AzureIdentity, Identity } from "../../core/identity.ts";
import { Secret } from "../../secret/index.ts";
import { proofsDomain, SIGNED_DAYS } from "../acme.ts";
import type { VaultCertificate } from "../args.ts";
import type { Behind } from "../edge.ts";
import { inVault, signed } from "../kubernetes/signed.ts";
import type { AzureScope } from "../native.ts";

// Azure's built-in roles
const DNS_ZONE_CONTRIBUTOR = "befefa01-2a29-4197-83a8-272ff33ce314";
const KEY_VAULT_CERTIFICATES_OFFICER = "a4417e6f-fecd-4de8-b567-7b0420556985";

/** A certificate in a vault, and what must be there before somebody reads it. */
export interface Kept {
  readonly certificate: VaultCertificate;
  readonly ready: readonly Resource[];
  readonly nodes: Readonly<Record<string, Resource>>;
}

/** The certificate that is given, or one for all hosts which the cluster gets signed, renews, and puts into a vault. */
export function certificate(scope: AzureScope, behind: Behind): Kept {
  const { certificate: given } = behind.spec.native.azure ?? {};
  return given === undefined ? ownCertificate(scope, behind) : { certificate: given, ready: [], nodes: {} };
}

function ownCertificate(scope: AzureScope, behind: Behind): Kept {
  const { spec, signer } = behind;
  const { site, name, opts } = scope;
  const { proofs, after } = provable(scope, behind);
  const data = { class: "confidential", owner: site.tags.owner ?? "platform", retentionDays: SIGNED_DAYS } as const;
  const kept = new Secret(`${name}-certificate`, { site, data }, { parent: opts.parent });
  const { vault } = kept.nodes.azure as NonNullable<typeof kept.nodes.azure>;
  const puts = may(scope, "puts", signer.addons.identity("external-secrets"), vault.id, KEY_VAULT_CERTIFICATES_OFFICER);
  const way = spec.cluster.network.attach({ name: kept.logicalName, service: "secrets", resourceId: vault.id });
  const made = signed(signer, spec, { site, zone: proofs.name, after });
  const vaultUrl = interpolate`https://${vault.name}.vault.azure.net`;
  const ready = inVault(signer, { vaultUrl, name: kept.logicalName, after: [made, puts, ...way] });
  return { certificate: kept, ready: [ready], nodes: { proofs, puts } };
}

/** A zone of its own for proofs, which the names of all hosts lead to: who signs there can write nothing else. */
function provable(scope: AzureScope, { spec, zone, signer }: Behind) {
  const { resourceGroupName } = scope.site;
  const domain = proofsDomain(zone.domain);
  const proofs = new DnsZone(
    ...scope.child("proofs", {
      zoneName: domain,
      zoneType: "Public",
      location: "global",
      resourceGroupName,
      tags: spec.tags,
    }),
  );
  const names = spec.hosts.map(({ host }) =>
    zone.prove(`acme-${host}`, { name: `_acme-challenge.${host}`, value: `${host}.${domain}` }),
  );
  const proves = may(scope, "proves", signer.addons.identity("cert-manager"), proofs.id, DNS_ZONE_CONTRIBUTOR);
  return { proofs, after: [proves, zone.delegate(domain, proofs.nameServers), ...names] };
}

function may(
  scope: AzureScope,
  key: "proves" | "puts",
  identity: Identity,
  on: Output<string>,
  role: string,
): RoleAssignment {
  return new RoleAssignment(
    ...scope.child(key, {
      scope: on,
      principalId: (identity as AzureIdentity).principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: roleDefinitionId(scope.site, role),
    }),
  );
}
