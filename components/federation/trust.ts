import { createHash } from "node:crypto";
import type { ComponentResource, Output } from "@pulumi/pulumi";
import { Provider as RandomProvider } from "@pulumi/random/provider.js";
import { RandomBytes } from "@pulumi/random/randomBytes.js";
import { CertRequest } from "@pulumi/tls/certRequest.js";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert.js";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { Provider } from "@pulumi/tls/provider.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";
import type { FederationPlan } from "./plan.ts";
import { SYSTEM } from "./plan.ts";

/** A certificate and its key, as PEM. */
export interface Pair {
  readonly certificate: Output<string>;
  readonly key: Output<string>;
}
/** Who the parts of the federation are to each other. */
export interface Trust {
  /** Signs who may speak to the federation's API server, and that server itself. */
  readonly authority: Pair;
  readonly apiServer: Pair;
  /** As whom Pulumi speaks to it. */
  readonly deployer: Pair;
  readonly frontAuthority: Pair;
  readonly front: Pair;
  readonly etcdAuthority: Pair;
  readonly etcd: Pair;
  readonly etcdClient: Pair;
  /** Of the agents on members in pull mode, by member. */
  readonly agents: ReadonlyMap<string, Pair>;
  /** Base64 of 32 bytes: what secrets in etcd are encrypted with. */
  readonly encryptionKey: Output<string>;
}
interface Authority extends Pair {
  readonly name: string;
}
interface Subject {
  readonly commonName: string;
  /** Groups, where the certificate is of somebody. @default none */
  readonly organization?: string;
  readonly uses: readonly ("server_auth" | "client_auth")[];
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
}

const DAY_HOURS = 24;
const KEY = { algorithm: "ECDSA", ecdsaCurve: "P256" };
// a new authority means that every certificate is issued anew while both are trusted: as rarely as can be
const AUTHORITY = {
  isCaCertificate: true,
  setSubjectKeyId: true,
  allowedUses: ["cert_signing", "crl_signing", "digital_signature"],
  validityPeriodHours: 3650 * DAY_HOURS,
  earlyRenewalHours: 365 * DAY_HOURS,
};
// an update of the stack within the last 90 days makes the next one
const LEAF = { validityPeriodHours: 365 * DAY_HOURS, earlyRenewalHours: 90 * DAY_HOURS };
const inSystem = (service: string) => [`${service}.${SYSTEM}.svc`, `${service}.${SYSTEM}.svc.cluster.local`];
const LOOPBACK = "127.0.0.1";

/** Who the parts are: three authorities, since each is trusted for another thing. */
export function trustOf(
  name: string,
  parent: ComponentResource,
  { host, members, addresses, etcd: store }: FederationPlan,
): Trust {
  const opts = { parent, provider: new Provider(`${name}-tls`, {}, { parent }) };
  const lasting = { ...opts, ...(host.site.protection && { protect: true }) };
  const authority = (of: string): Authority => {
    const key = new PrivateKey(`${name}-${of}-authority-key`, KEY, lasting);
    const subject = { commonName: `${name} ${of} authority` };
    const own = { ...AUTHORITY, privateKeyPem: key.privateKeyPem, subject };
    const { certPem } = new SelfSignedCert(`${name}-${of}-authority`, own, lasting);
    return { name: of, certificate: certPem, key: key.privateKeyPem };
  };
  const issue = (by: Authority, of: string, subject: Subject): Pair => {
    const { commonName, organization, uses, dnsNames, ipAddresses } = subject;
    const key = new PrivateKey(`${name}-${of}-key`, KEY, opts);
    const request = new CertRequest(
      `${name}-${of}-request`,
      {
        privateKeyPem: key.privateKeyPem,
        subject: { commonName, ...(organization !== undefined && { organization }) },
        ...(dnsNames && { dnsNames: [...dnsNames] }),
        ...(ipAddresses && { ipAddresses: [...ipAddresses] }),
      },
      opts,
    );
    const { certPem } = new LocallySignedCert(
      `${name}-${of}`,
      {
        ...LEAF,
        allowedUses: ["digital_signature", "key_encipherment", ...uses],
        certRequestPem: request.certRequestPem,
        caPrivateKeyPem: by.key,
        caCertPem: by.certificate,
      },
      opts,
    );
    return { certificate: certPem, key: key.privateKeyPem };
  };
  const api = authority("api");
  const front = authority("front");
  const etcd = authority("etcd");
  const { base64 } = new RandomBytes(
    `${name}-encryption-key`,
    { length: 32 },
    {
      parent,
      provider: new RandomProvider(`${name}-random`, {}, { parent }),
      ...(host.site.protection && { protect: true }),
    },
  );
  return {
    authority: api,
    // the chart has one certificate for all its own parts: as server, and as who may do everything
    apiServer: issue(api, "api-server", {
      commonName: "system:admin",
      organization: "system:masters",
      uses: ["server_auth", "client_auth"],
      dnsNames: ["localhost", "kubernetes.default.svc", ...inSystem("*")],
      ipAddresses: [LOOPBACK, ...addresses],
    }),
    deployer: issue(api, "deployer", {
      commonName: `${name}-deployer`,
      organization: "system:masters",
      uses: ["client_auth"],
    }),
    frontAuthority: front,
    front: issue(front, "front", { commonName: "front-proxy-client", uses: ["client_auth"] }),
    etcdAuthority: etcd,
    etcd: issue(etcd, "etcd", {
      commonName: "etcd",
      uses: ["server_auth", "client_auth"],
      // each by its name: peers look up whether the address that calls is the name's
      dnsNames: ["localhost", ...inSystem("etcd-client"), ...store.names.flatMap((pod) => inSystem(`${pod}.etcd`))],
      ipAddresses: [LOOPBACK],
    }),
    etcdClient: issue(etcd, "etcd-client", { commonName: "karmada", uses: ["client_auth"] }),
    agents: new Map(
      members
        .filter(({ mode }) => mode === "pull")
        .map((member) => [
          member.name,
          issue(api, `agent-${member.name}`, {
            commonName: agentUser(member.name),
            organization: AGENTS,
            uses: ["client_auth"],
          }),
        ]),
    ),
    encryptionKey: base64,
  };
}

/** Which certificate a pod began with: another one begins the pod anew, since most read theirs once. */
export function begunWith({ certificate }: Pair): Readonly<Record<string, Output<string>>> {
  const digest = certificate.apply((pem) => createHash("sha256").update(pem).digest("hex"));
  return { "federation/certificate": digest };
}

const AGENTS = "system:karmada:agents";
/** As whom the agent of a member speaks to the hub. */
export function agentUser(member: string): string {
  return `system:karmada:agent:${member}`;
}
