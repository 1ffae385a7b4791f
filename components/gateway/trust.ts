import type { ComponentResource, Output } from "@pulumi/pulumi";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { Provider } from "@pulumi/tls/provider.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";

/** Who signs certificates of the hop from the cloud's balancer to the pods, as PEM. */
export interface HopAuthority {
  readonly certificate: Output<string>;
  readonly key: Output<string>;
}
const YEAR_HOURS = 365 * 24;

/** An authority for one gateway and nothing else: who holds its key can pose as the gateway's pods, within the network. */
export function hopAuthority(name: string, parent: ComponentResource, commonName: string): HopAuthority {
  const opts = { parent, provider: new Provider(`${name}-tls`, {}, { parent }) };
  const key = new PrivateKey(`${name}-hop-key`, { algorithm: "RSA", rsaBits: 2048 }, opts);
  const root = new SelfSignedCert(
    `${name}-hop-root`,
    {
      privateKeyPem: key.privateKeyPem,
      isCaCertificate: true,
      setSubjectKeyId: true,
      allowedUses: ["cert_signing", "crl_signing"],
      validityPeriodHours: 5 * YEAR_HOURS,
      earlyRenewalHours: YEAR_HOURS,
      maxPathLength: 0,
      subject: { commonName: `${commonName} hop` },
    },
    opts,
  );
  return { certificate: root.certPem, key: key.privateKeyPem };
}
