import { type Answer, text } from "../type.ts";

const getPublicKey: Answer = ({ dice }) => ({
  algorithm: "RSA",
  id: dice.hex("id", 40),
  publicKeyOpenssh: `ssh-rsa ${Buffer.from(dice.hex("ssh", 128), "hex").toString("base64")}\n`,
  publicKeyPem: "-----BEGIN PUBLIC KEY-----\nsimulated\n-----END PUBLIC KEY-----\n",
});
const getCertificate: Answer = ({ args, dice, now }) => ({
  certificates: [
    {
      certPem: "-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n",
      isCa: true,
      issuer: `CN=${text(args, "url") ?? "simulated"}`,
      maxPathLength: -1,
      notAfter: now,
      notBefore: now,
      publicKeyAlgorithm: "RSA",
      serialNumber: dice.digits("serial", 38),
      sha1Fingerprint: dice.hex("fingerprint", 40),
      signatureAlgorithm: "SHA256-RSA",
      subject: `CN=${text(args, "url") ?? "simulated"}`,
      version: 3,
    },
  ],
  id: dice.hex("id", 40),
});

/** What the tls provider answers; nothing is fetched. */
export const functions: ReadonlyMap<string, Answer> = new Map([
  ["tls:index/getPublicKey:getPublicKey", getPublicKey],
  ["tls:index/getCertificate:getCertificate", getCertificate],
]);
