import type { Json } from "../../wire/json.ts";
import { Archive, Asset, isList, isObject, type Properties, Secret, some, type Value } from "../../wire/value.ts";
import { SecretTexts } from "./secret-texts.ts";
import type { Setup } from "./setup.ts";

/** Texts shorter than this are no secrets worth hiding: they would blank out half of every message. */
const SHORTEST = 5;
/** Shorter ones coincide with the names of things, and a name that is blanked out identifies nothing. */
const SHORTEST_IN_NAMES = 12;
/** Where free text stands, in reports and event logs; everything else there are names and words of the format. */
const TEXTS: ReadonlySet<string> = new Set([
  "message",
  "fix",
  "what",
  "how",
  "text",
  "reason",
  "problems",
  "reasons",
  "notes",
  "inputs",
  "outputs",
  "before",
  "after",
  "initErrors",
]);
const HIDDEN = "[secret]";
/** Outputs that repeat another property. */
const COPIES: Readonly<Record<string, string>> = {
  effectiveLabels: "labels",
  pulumiLabels: "labels",
  effectiveAnnotations: "annotations",
};

/** Knows the secret texts of a rehearsal and keeps them out of everything that is printed or written. */
export class Redactor {
  readonly #any = new SecretTexts();
  readonly #long = new SecretTexts();

  /** One that knows the secrets there are before anything runs. */
  static of({ settings, start: { state } }: Pick<Setup, "settings" | "start">): Redactor {
    const redactor = new Redactor();
    for (const { value, secret } of settings.config.values.values()) if (secret) redactor.learn(value);
    for (const { inputs, outputs } of state.resources) for (const bag of [inputs, outputs]) redactor.learnFrom(bag);
    return redactor;
  }

  /** Learns a text and its lines: whoever prints it line by line shows it, too. */
  learn(text: string): void {
    for (const part of [text, ...text.split("\n")].map((one) => one.trim())) {
      if (part.length >= SHORTEST) this.#any.add(part);
      if (part.length >= SHORTEST_IN_NAMES) this.#long.add(part);
    }
  }

  /** Learns every text below a secret wrapper, but for what the same resource says in the open: a user who is also a password. */
  learnFrom(bag: Properties): void {
    const { open, sealed } = textsOf(bag);
    for (const text of sealed) if (!open.has(text)) this.learn(text);
  }

  redact(text: string): string {
    return this.#any.hide(text);
  }

  /** The same data without secrets: free text loses all of them, names only those that cannot be names. */
  redactJson<T>(data: T): T {
    return this.#any.isIn(JSON.stringify(data)) ? (this.#json(data as Json, false) as T) : data;
  }

  /** A whole line of JSON. */
  redactLine(line: string): string {
    return this.#any.isIn(line) ? JSON.stringify(this.#json(JSON.parse(line) as Json, false)) : line;
  }

  #json(json: Json, isText: boolean): Json {
    if (typeof json === "string") return (isText ? this.#any : this.#long).hide(json);
    if (typeof json === "number" && isText && this.#any.isIn(String(json))) return HIDDEN;
    if (json === null || typeof json !== "object") return json;
    if (Array.isArray(json)) return (json as readonly Json[]).map((item) => this.#json(item, isText));
    const entries = Object.entries(json).map(([key, item]) => [
      isText ? this.#long.hide(key) : key,
      this.#json(item as Json, isText || TEXTS.has(key)),
    ]);
    return Object.fromEntries(entries) as Json;
  }
}

interface Texts {
  readonly open: Set<string>;
  readonly sealed: Set<string>;
}

function textsOf(value: Value, inside = false, texts: Texts = { open: new Set(), sealed: new Set() }): Texts {
  if (value instanceof Secret) textsOf(value.value, true, texts);
  else if (isList(value)) for (const item of value) textsOf(item, inside, texts);
  else if (isObject(value)) {
    for (const key of Object.keys(value)) if (!isSealedCopy(value, key)) textsOf(value[key] as Value, inside, texts);
  } else if (value instanceof Asset && inside && value.content.text) texts.sealed.add(value.content.text);
  else if (value instanceof Archive && value.content.assets) textsOf(value.content.assets, inside, texts);
  else if (typeof value === "string" || typeof value === "number") texts[inside ? "sealed" : "open"].add(String(value));
  return texts;
}

// Google's provider seals what it computes from labels, whether the labels are secret or not
function isSealedCopy(bag: Properties, key: string): boolean {
  const source = COPIES[key];
  return source !== undefined && !some(bag[source] ?? null, (part) => part instanceof Secret);
}
