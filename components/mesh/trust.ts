import type { ComponentResource, Output } from "@pulumi/pulumi";
import { CertRequest } from "@pulumi/tls/certRequest.js";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert.js";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { Provider } from "@pulumi/tls/provider.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";
import type { Member } from "./plan.ts";

/** The authority of one cluster, as PEM: it signs the certificates of what runs there. */
export interface Authority {
  readonly certificate: Output<string>;
  readonly key: Output<string>;
  readonly root: Output<string>;
}
const DAY_HOURS = 24;
const AUTHORITY = { isCaCertificate: true, setSubjectKeyId: true, allowedUses: ["cert_signing", "crl_signing"] };
const KEY = { algorithm: "ECDSA", ecdsaCurve: "P256" };
// a new root means that every certificate of the mesh is issued anew while both are trusted: as rarely as can be
const ROOT = { validityPeriodHours: 3650 * DAY_HOURS, earlyRenewalHours: 365 * DAY_HOURS, maxPathLength: 1 };
// an update of the stack within the last 30 days makes the next one
const INTERMEDIATE = { validityPeriodHours: 90 * DAY_HOURS, earlyRenewalHours: 30 * DAY_HOURS, maxPathLength: 0 };

/** Who the parts belong to, and whether the root may be lost. */
interface Owner {
  readonly name: string;
  readonly parent: ComponentResource;
  readonly protection: boolean;
}

/** One root, and below it the authority of each cluster, by cluster; `generation` makes new ones, and leaves the root. */
export function selfSigned(
  { name, parent, protection }: Owner,
  trustDomain: string,
  generation: number,
  members: readonly Member[],
) {
  const opts = { parent, provider: new Provider(`${name}-tls`, {}, { parent }) };
  const lasting = { ...opts, ...(protection && { protect: true }) };
  const organization = trustDomain;
  const rootKey = new PrivateKey(`${name}-root-key`, KEY, lasting);
  const root = new SelfSignedCert(
    `${name}-root`,
    {
      ...AUTHORITY,
      ...ROOT,
      privateKeyPem: rootKey.privateKeyPem,
      subject: { organization, commonName: `${name} root` },
    },
    lasting,
  );
  return new Map(
    members.map(({ name: cluster }): [string, Authority] => {
      const own = `${name}-${cluster}-${generation}`;
      const key = new PrivateKey(`${own}-key`, KEY, opts);
      const request = new CertRequest(
        `${own}-request`,
        { privateKeyPem: key.privateKeyPem, subject: { organization, commonName: `${name} ${cluster}` } },
        opts,
      );
      const certificate = new LocallySignedCert(
        `${own}-authority`,
        {
          ...AUTHORITY,
          ...INTERMEDIATE,
          certRequestPem: request.certRequestPem,
          caPrivateKeyPem: rootKey.privateKeyPem,
          caCertPem: root.certPem,
        },
        opts,
      );
      return [cluster, { certificate: certificate.certPem, key: key.privateKeyPem, root: root.certPem }];
    }),
  );
}
