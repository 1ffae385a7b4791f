import { interpolate } from "@pulumi/pulumi";
import { provable, vaultFor } from "./azure/certificate.ts";
import type { Kept, Signer } from "./edge.ts";
import { inVault, signed } from "./kubernetes/signed.ts";
import type { AzureScope } from "./native.ts";

/** The certificate that is given, or one for all hosts which the cluster gets signed, renews, and puts into a vault. */
export function keepCertificate(scope: AzureScope, signer: Signer): Kept {
  const { spec, within, addons } = signer;
  const { certificate: given } = spec.native.azure ?? {};
  if (given !== undefined) return { certificate: given, ready: [], nodes: {} };
  const { proofs, after } = provable(scope, signer);
  const place = { site: scope.site, zone: proofs.name };
  const made = signed(within, spec, place, [...signer.after, ...addons.after("cert-manager"), ...after]);
  const { certificate, vault, puts, way } = vaultFor(scope, signer);
  const copied = inVault(
    within,
    { vaultUrl: interpolate`https://${vault.name}.vault.azure.net`, name: certificate.logicalName },
    [made, puts, ...way, ...addons.after("external-secrets")],
  );
  return { certificate, ready: [copied], nodes: { proofs, puts } };
}
