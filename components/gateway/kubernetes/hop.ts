import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { GatewaySpec } from "../args.ts";
import type { GatewayScope } from "../native.ts";
import { EDGE, HOP_HOST } from "../place.ts";
import type { HopAuthority } from "../trust.ts";
import { inEdge } from "./names.ts";

/** The secret that the pods' certificate is in. */
export const HOP_SECRET = `${EDGE.name}-hop`;
const AUTHORITY = `${EDGE.name}-hop-authority`;

/** The certificate of the pods, as cert-manager signs and renews it. */
export function hopCertificate(
  scope: GatewayScope,
  { hosts }: GatewaySpec,
  authority: HopAuthority,
  after: readonly Resource[],
) {
  const secret = new Secret(
    ...scope.child(
      "hopAuthority",
      {
        metadata: inEdge(AUTHORITY),
        type: "kubernetes.io/tls",
        stringData: { "tls.crt": authority.certificate, "tls.key": authority.key },
      },
      { dependsOn: [...after] },
    ),
  );
  const issuer = custom(
    "cert-manager.io/v1/Issuer",
    ...scope.child(
      "hopIssuer",
      { metadata: inEdge(AUTHORITY), spec: { ca: { secretName: AUTHORITY } } },
      { dependsOn: [secret] },
    ),
  );
  return custom(
    "cert-manager.io/v1/Certificate",
    ...scope.child(
      "hopCertificate",
      {
        metadata: inEdge(HOP_SECRET),
        spec: {
          secretName: HOP_SECRET,
          // Application Gateway checks the name that the caller asked for
          dnsNames: [HOP_HOST, ...hosts.map(({ host }) => host)],
          duration: "2160h",
          renewBefore: "720h",
          privateKey: { algorithm: "RSA", size: 2048, rotationPolicy: "Always" },
          usages: ["server auth", "digital signature", "key encipherment"],
          issuerRef: { name: AUTHORITY, kind: "Issuer", group: "cert-manager.io" },
        },
      },
      { dependsOn: [issuer], invariants: ["spec.issuerRef"] },
    ),
  );
}
