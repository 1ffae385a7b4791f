import * as random from "@pulumi/random";
import * as tls from "@pulumi/tls";
import { Sign } from "./sign";

const pet = new random.RandomPet("pet");
const id = new random.RandomId("id", { byteLength: 4, prefix: "n-" });
const uuid = new random.RandomUuid("uuid", { keepers: { pet: pet.id } });
const order = new random.RandomShuffle("order", { inputs: ["a", "b", "c"], resultCount: 2, seed: "night" });
const port = new random.RandomInteger("port", { min: 8000, max: 8999 });
const password = new random.RandomPassword("password", { length: 24, overrideSpecial: "_-" });

const key = new tls.PrivateKey("key", { algorithm: "ECDSA", ecdsaCurve: "P256" });
const root = new tls.SelfSignedCert("root", {
    privateKeyPem: key.privateKeyPem,
    isCaCertificate: true,
    validityPeriodHours: 48,
    allowedUses: ["cert_signing"],
    subject: { commonName: "night.example.com" },
});
const sign = new Sign("sign", { text: pet.id });

export const text = sign.text;
export const hex = id.hex;
export const shuffled = order.results;
export const chosen = port.result;
export const certificate = root.certPem;
export const uuidText = uuid.result;
export const secretLength = password.result.apply(result => result.length);
