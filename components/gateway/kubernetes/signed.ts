import type { Output, Resource } from "@pulumi/pulumi";
import type { AzureSite } from "../../core/site.ts";
import { custom, UNTIL_READY } from "../../objects/index.ts";
import type { GatewaySpec } from "../args.ts";
import type { GatewayScope } from "../native.ts";
import { EDGE } from "../place.ts";
import { inEdge } from "./names.ts";

const FILE = "certificate.p12";
const PUBLIC = `${EDGE.name}-public`;
// what comes after waits until it is signed, or put there
const waiting = (name: string) => ({ ...inEdge(name), annotations: UNTIL_READY });

/** Where names are proven. */
interface Proofs {
  readonly site: AzureSite;
  readonly zone: Output<string>;
}

/** A certificate for all hosts, which cert-manager gets signed by ACME and renews. */
export function signed(scope: GatewayScope, { hosts, acme }: GatewaySpec, proofs: Proofs, after: readonly Resource[]) {
  const { subscriptionId, resourceGroupName } = proofs.site;
  const azureDNS = {
    environment: "AzurePublicCloud" as const,
    subscriptionID: subscriptionId,
    resourceGroupName,
    hostedZoneName: proofs.zone,
  };
  const issuer = custom(
    "cert-manager.io/v1/ClusterIssuer",
    ...scope.child(
      "publicIssuer",
      {
        metadata: { name: PUBLIC, labels: inEdge(PUBLIC).labels },
        // a cluster's issuer acts as cert-manager's own identity, one of a namespace does not
        spec: {
          acme: {
            server: acme.url,
            privateKeySecretRef: { name: `${PUBLIC}-account` },
            solvers: [{ dns01: { cnameStrategy: "Follow", azureDNS } }],
          },
        },
      },
      { dependsOn: [...after] },
    ),
  );
  return custom(
    "cert-manager.io/v1/Certificate",
    ...scope.child(
      "publicCertificate",
      {
        metadata: waiting(PUBLIC),
        spec: {
          secretName: PUBLIC,
          dnsNames: hosts.map(({ host }) => host),
          // Key Vault takes no other encoding
          privateKey: { algorithm: "RSA", size: 2048, encoding: "PKCS8", rotationPolicy: "Always" },
          issuerRef: { name: PUBLIC, kind: "ClusterIssuer", group: "cert-manager.io" },
        },
      },
      { dependsOn: [issuer], invariants: ["spec.issuerRef"] },
    ),
  );
}

/** Where it is put. */
interface Vault {
  readonly vaultUrl: Output<string>;
  readonly name: string;
}

/** Puts the certificate and its key into a vault, and again when it was renewed. */
export function inVault(scope: GatewayScope, { vaultUrl, name }: Vault, after: readonly Resource[]) {
  const store = custom(
    "external-secrets.io/v1/SecretStore",
    ...scope.child(
      "publicStore",
      { metadata: inEdge(PUBLIC), spec: { provider: { azurekv: { authType: "WorkloadIdentity", vaultUrl } } } },
      { dependsOn: [...after] },
    ),
  );
  return custom(
    "external-secrets.io/v1alpha1/PushSecret",
    ...scope.child(
      "publicCopy",
      {
        metadata: waiting(PUBLIC),
        spec: {
          refreshInterval: "1h",
          deletionPolicy: "None",
          updatePolicy: "Replace",
          secretStoreRefs: [{ kind: "SecretStore", name: PUBLIC }],
          selector: { secret: { name: PUBLIC } },
          template: {
            engineVersion: "v2",
            data: {
              [FILE]: `{{ fullPemToPkcs12 (index . "tls.crt" | toString) (index . "tls.key" | toString) | b64dec }}`,
            },
          },
          data: [{ match: { secretKey: FILE, remoteRef: { remoteKey: `cert/${name}` } } }],
        },
      },
      { dependsOn: [store] },
    ),
  );
}
