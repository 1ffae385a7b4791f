import { Archive, Asset, isList, isObject, Secret, Special, type Value } from "../../wire/value.ts";

/** Texts shorter than this are no secrets worth hiding: they would blank out half of every message. */
const SHORTEST = 5;

/** Knows the secret texts of a rehearsal and keeps them out of everything that is printed or written. */
export class Redactor {
  readonly #secrets = new Set<string>();
  #pattern: RegExp | undefined;

  /** Learns a text, and the forms in which it may turn up. */
  learn(text: string): void {
    if (text.length < SHORTEST || this.#secrets.has(text)) return;
    const json = JSON.stringify(text).slice(1, -1);
    const base64 = Buffer.from(text).toString("base64");
    for (const form of [
      text,
      json,
      JSON.stringify(json).slice(1, -1),
      base64,
      base64.replace(/=+$/, ""),
      Buffer.from(text).toString("base64url"),
      encodeURIComponent(text),
    ]) {
      this.#secrets.add(form);
    }
    for (const line of text.split("\n")) if (line !== text) this.learn(line.trim());
    this.#pattern = undefined;
  }

  /** Learns every text below a secret wrapper. */
  learnFrom(value: Value, inside = false): void {
    if (value instanceof Secret) this.learnFrom(value.value, true);
    else if (isList(value)) for (const item of value) this.learnFrom(item, inside);
    else if (isObject(value)) for (const key of Object.keys(value)) this.learnFrom(value[key] as Value, inside);
    else if (value instanceof Asset && inside && value.content.text) this.learn(value.content.text);
    else if (value instanceof Archive && value.content.assets) this.learnFrom(value.content.assets, inside);
    else if (inside && typeof value === "string") this.learn(value);
    else if (inside && typeof value === "number") this.learn(String(value));
    else if (value instanceof Special) return;
  }

  redact(text: string): string {
    if (this.#secrets.size === 0) return text;
    this.#pattern ??= new RegExp(
      [...this.#secrets]
        .sort((a, b) => b.length - a.length)
        .map(escape)
        .join("|"),
      "g",
    );
    return text.replace(this.#pattern, "[secret]");
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
