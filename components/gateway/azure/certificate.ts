import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Zone as DnsZone } from "@pulumi/azure-native/dns/zone.js";
import type { Output } from "@pulumi/pulumi";
import { roleOn } from "../../core/grant.ts";
import type { AzureIdentity, Identity } from "../../core/identity.ts";
import { Secret } from "../../secret/index.ts";
import { proofsDomain, SIGNED_DAYS } from "../acme.ts";
import type { Signer } from "../edge.ts";
import type { AzureScope } from "../native.ts";

// Azure's built-in roles
const DNS_ZONE_CONTRIBUTOR = "befefa01-2a29-4197-83a8-272ff33ce314";
const KEY_VAULT_CERTIFICATES_OFFICER = "a4417e6f-fecd-4de8-b567-7b0420556985";

/** A zone of its own for proofs, which the names of all hosts lead to: who signs there can write nothing else. */
export function provable(scope: AzureScope, { spec, zone, addons }: Signer) {
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
  const proves = may(scope, "proves", addons.identity("cert-manager"), proofs.id, DNS_ZONE_CONTRIBUTOR);
  return { proofs, after: [proves, zone.delegate(domain, proofs.nameServers), ...names] };
}

/** A vault for the certificate alone, which the cluster may put it into and not read it from. */
export function vaultFor(scope: AzureScope, { spec, addons }: Signer) {
  const { site, name, opts } = scope;
  const data = { class: "confidential", owner: site.tags.owner ?? "platform", retentionDays: SIGNED_DAYS } as const;
  const certificate = new Secret(`${name}-certificate`, { site, data }, { parent: opts.parent });
  const { vault } = certificate.nodes.azure as NonNullable<typeof certificate.nodes.azure>;
  const puts = may(scope, "puts", addons.identity("external-secrets"), vault.id, KEY_VAULT_CERTIFICATES_OFFICER);
  const way = spec.cluster.network.attach({
    name: certificate.logicalName,
    service: "secrets",
    resourceId: vault.id,
  });
  return { certificate, vault, puts, way };
}

function may(scope: AzureScope, key: "proves" | "puts", identity: Identity, on: Output<string>, role: string) {
  return new RoleAssignment(...scope.child(key, roleOn(scope.site, on, (identity as AzureIdentity).principalId, role)));
}
