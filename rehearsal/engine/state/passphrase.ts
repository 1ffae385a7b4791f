import { createCipheriv, createDecipheriv, createHash, createHmac, pbkdf2Sync } from "node:crypto";

const ITERATIONS = 1_000_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PROBE = "pulumi";

/** Pulumi's passphrase secrets: AES-256-GCM under a key derived from passphrase and salt. */
export class PassphraseCipher {
  readonly salt: string;
  readonly #key: Buffer;

  private constructor(salt: string, key: Buffer) {
    this.salt = salt;
    this.#key = key;
  }

  /** Opens an existing salt (`v1:<salt>:<probe>`); undefined if the passphrase is not the right one. */
  static open(salt: string, passphrase: string): PassphraseCipher | undefined {
    const [version, bytes, ...probe] = salt.split(":");
    if (version !== "v1" || bytes === undefined || probe.length === 0)
      throw new Error("the encryption salt has an unknown form");
    const cipher = new PassphraseCipher(salt, derive(passphrase, Buffer.from(bytes, "base64")));
    try {
      return cipher.decrypt(probe.join(":")) === PROBE ? cipher : undefined;
    } catch {
      return undefined;
    }
  }

  /** Makes a salt of its own; the same seed makes the same one. */
  static create(passphrase: string, seed: string): PassphraseCipher {
    const bytes = createHash("sha256").update(`salt\0${seed}`).digest().subarray(0, 8);
    const key = derive(passphrase, bytes);
    const unsalted = new PassphraseCipher("", key);
    return new PassphraseCipher(`v1:${bytes.toString("base64")}:${unsalted.encrypt(PROBE, "salt")}`, key);
  }

  /** The nonce is a keyed hash of place and text, so that what has not changed reads the same. */
  encrypt(text: string, place: string): string {
    const nonce = createHmac("sha256", this.#key).update(`${place}\0${text}`).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
  }

  decrypt(ciphertext: string): string {
    const [version, nonce, sealed] = ciphertext.split(":");
    if (version !== "v1" || nonce === undefined || sealed === undefined)
      throw new Error("a ciphertext has an unknown form");
    const bytes = Buffer.from(sealed, "base64");
    const decipher = createDecipheriv("aes-256-gcm", this.#key, Buffer.from(nonce, "base64"));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  }
}

const keys = new Map<string, Buffer>();
function derive(passphrase: string, salt: Buffer): Buffer {
  const id = createHash("sha256").update(salt).update("\0").update(passphrase).digest("hex");
  const known = keys.get(id) ?? pbkdf2Sync(passphrase, salt, ITERATIONS, 32, "sha256");
  keys.set(id, known);
  return known;
}
