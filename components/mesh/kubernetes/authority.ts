import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { interpolate, type Resource, secret } from "@pulumi/pulumi";
import { custom, UNTIL_READY } from "../../objects/index.ts";
import type { Issuer } from "../args.ts";
import type { MeshScope } from "../native.ts";
import type { Authority } from "../trust.ts";
import { inRoot } from "./place.ts";

/** The name by which istiod finds its certificate authority. */
const CACERTS = "cacerts";

/** The authority of a cluster, as Pulumi made it; istiod takes a new one while it runs. */
export function givenAuthority(scope: MeshScope, { certificate, key, root }: Authority, after: readonly Resource[]) {
  return new Secret(
    ...scope.child(
      "authority",
      {
        metadata: inRoot(CACERTS, "istiod"),
        stringData: {
          "ca-cert.pem": certificate,
          "ca-key.pem": secret(key),
          "root-cert.pem": root,
          "cert-chain.pem": interpolate`${certificate}${root}`,
        },
      },
      { dependsOn: [...after] },
    ),
  );
}

/** What cert-manager asks for, and whom. */
export interface Asked {
  readonly issuer: Issuer;
  readonly trustDomain: string;
  readonly generation: number;
}

/** The authority of a cluster, as cert-manager gets it from an issuer and renews it. */
export function issuedAuthority(
  scope: MeshScope,
  { issuer, trustDomain, generation }: Asked,
  after: readonly Resource[],
) {
  return custom(
    "cert-manager.io/v1/Certificate",
    ...scope.child(
      "authorityCertificate",
      {
        // istiod would sign a root of its own if it came first
        metadata: { ...inRoot(CACERTS, "istiod"), annotations: UNTIL_READY },
        spec: {
          isCA: true,
          secretName: CACERTS,
          commonName: scope.name,
          // another subject is another request: cert-manager asks anew, and nothing is taken away
          subject: { organizations: [trustDomain], organizationalUnits: [`generation ${generation}`] },
          duration: "2160h",
          renewBefore: "720h",
          privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
          usages: ["cert sign", "crl sign", "digital signature"],
          // the request says it beside the CSR; a CSR that would sign and names no authority is taken for broken (cert-manager#5539)
          encodeUsagesInRequest: false,
          issuerRef: {
            name: issuer.name,
            kind: issuer.kind ?? "ClusterIssuer",
            group: issuer.group ?? "cert-manager.io",
          },
        },
      },
      { dependsOn: [...after, ...(issuer.ready ?? [])], invariants: ["spec.isCA", "spec.issuerRef"] },
    ),
  );
}
