import { armoured } from "../armour.ts";
import type { TwinType } from "../type.ts";
import { text } from "../type.ts";

const HOUR = 3_600_000;
const later = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * HOUR).toISOString().replace(".000Z", "Z");

const source = "hashicorp tls provider's documented behaviour; keys are placeholders, not cryptography";
const privateKey: TwinType = {
  token: "tls:index/privateKey:PrivateKey",
  defaults: { rsaBits: 2048, ecdsaCurve: "P224" },
  id: ({ dice }) => dice.hex("id", 40),
  computed: ({ dice, inputs }) => {
    const kind = text(inputs, "algorithm") ?? "RSA";
    const pem = kind === "RSA" ? "RSA PRIVATE KEY" : kind === "ECDSA" ? "EC PRIVATE KEY" : "PRIVATE KEY";
    const ssh = kind === "ED25519" ? "ssh-ed25519" : kind === "ECDSA" ? "ecdsa-sha2-nistp256" : "ssh-rsa";
    return {
      privateKeyPem: armoured(pem, dice, kind === "RSA" ? 24 : 3),
      privateKeyOpenssh: armoured("OPENSSH PRIVATE KEY", dice, 24),
      privateKeyPemPkcs8: armoured("PRIVATE KEY", dice, 24),
      publicKeyPem: armoured("PUBLIC KEY", dice, 6),
      publicKeyOpenssh: `${ssh} ${Buffer.from(dice.hex("ssh", 128), "hex").toString("base64")}\n`,
      publicKeyFingerprintMd5: (dice.hex("md5", 32).match(/../g) ?? []).join(":"),
      publicKeyFingerprintSha256: `SHA256:${Buffer.from(dice.hex("sha", 64), "hex").toString("base64").replace(/=+$/, "")}`,
    };
  },
  secrets: ["privateKeyPem", "privateKeyOpenssh", "privateKeyPemPkcs8"],
  otherwise: "replace",
  source,
};
const certRequest: TwinType = {
  token: "tls:index/certRequest:CertRequest",
  id: ({ dice }) => dice.hex("id", 40),
  computed: ({ dice }) => ({ certRequestPem: armoured("CERTIFICATE REQUEST", dice, 10), keyAlgorithm: "RSA" }),
  otherwise: "replace",
  source,
};
const certificate = (token: string): TwinType => ({
  token,
  defaults: { earlyRenewalHours: 0, isCaCertificate: false, setSubjectKeyId: false },
  id: ({ dice }) => dice.digits("serial", 38),
  computed: ({ dice, now, inputs }) => ({
    certPem: armoured("CERTIFICATE", dice, 16),
    keyAlgorithm: "RSA",
    readyForRenewal: false,
    validityStartTime: now,
    validityEndTime: later(now, Number(inputs["validityPeriodHours"] ?? 0)),
  }),
  inPlace: ["earlyRenewalHours"],
  otherwise: "replace",
  source,
});

const all: readonly TwinType[] = [
  privateKey,
  certRequest,
  certificate("tls:index/selfSignedCert:SelfSignedCert"),
  certificate("tls:index/locallySignedCert:LocallySignedCert"),
];

/** The types of the tls package. */
export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));
