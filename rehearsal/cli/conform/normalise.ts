import { type Json, type JsonObject, textOf } from "../../wire/json.ts";
import {
  ARCHIVE_SIGNATURE,
  ASSET_SIGNATURE,
  REFERENCE_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_MARKERS,
} from "../../wire/signatures.ts";
import { isProviderType } from "../../wire/urn.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const SPECIAL: { readonly [signature: string]: string } = {
  [ASSET_SIGNATURE]: "asset",
  [ARCHIVE_SIGNATURE]: "archive",
  [REFERENCE_SIGNATURE]: "resource",
};
const SETS = ["dependencies", "aliases", "additionalSecretOutputs", "replaceWith"];

/** Rewrites values into the form of the expected files: no folders, no random ids, secrets and unknowns by word. */
export class Normaliser {
  readonly #folders: readonly (readonly [folder: string, word: string])[];
  readonly #ids = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(folders: readonly (readonly [folder: string, word: string])[]) {
    this.#folders = folders;
  }

  /** Names the ids of providers by the order in which states show them. */
  learn(resources: readonly JsonObject[]): void {
    const sorted = resources.toSorted(
      (a, b) => compare(a["urn"], b["urn"]) || compare(b["delete"] === true, a["delete"] === true),
    );
    for (const { urn, type, id } of sorted as { urn: string; type: string; id: string }[]) {
      if (!isProviderType(type) || this.#ids.has(id) || UNKNOWN_MARKERS.has(id)) continue;
      const n = (this.#counts.get(urn) ?? 0) + 1;
      this.#counts.set(urn, n);
      this.#ids.set(id, `<id ${n}>`);
    }
  }

  scrub(text: string): string {
    let out = text;
    for (const [folder, word] of this.#folders) out = out.replaceAll(folder, word);
    return out.replace(UUID, (uuid) => (UNKNOWN_MARKERS.has(uuid) ? "<unknown>" : (this.#ids.get(uuid) ?? "<uuid>")));
  }

  /** A diagnostic without stack frames and blank lines. */
  text(message: string): string {
    const lines = message
      .split("\n")
      .filter((line) => !/^\s+at .*[(:]/.test(line) && !/^\(node:|^\(Use `node/.test(line));
    return this.scrub(
      lines
        .map((line) => line.trimEnd())
        .join("\n")
        .replace(/\n{2,}/g, "\n")
        .trim(),
    );
  }

  value(json: Json): Json {
    if (typeof json === "string") return UNKNOWN_MARKERS.has(json) ? "<unknown>" : this.scrub(json);
    if (json === null || typeof json !== "object") return json;
    if (Array.isArray(json)) return json.map((item) => this.value(item));
    const object = json as JsonObject;
    const signature = object[SIGNATURE_KEY];
    if (signature === SECRET_SIGNATURE) return this.#secret(object);
    if (typeof signature === "string" && SPECIAL[signature]) {
      const { [SIGNATURE_KEY]: _, ...rest } = object;
      return { [SPECIAL[signature]]: this.value(rest) };
    }
    return Object.fromEntries(
      Object.keys(object)
        .sort()
        .map((key) => [key, this.value(object[key] as Json)]),
    );
  }

  #secret(object: JsonObject): Json {
    if (object["plaintext"] !== undefined)
      return { secret: this.value(JSON.parse(textOf(object["plaintext"])) as Json) };
    return { secret: object["value"] === undefined ? "<hidden>" : this.value(object["value"]) };
  }

  resource(json: JsonObject): { readonly [key: string]: Json } {
    const { created: _c, modified: _m, sourcePosition: _s, stackTrace: _t, ...rest } = json;
    const out = { ...(this.value(rest) as JsonObject) } as { [key: string]: Json };
    for (const key of SETS) if (Array.isArray(out[key])) out[key] = [...(out[key] as string[])].sort(compare);
    const links = out["propertyDependencies"] as { [key: string]: string[] } | undefined;
    if (links)
      out["propertyDependencies"] = Object.fromEntries(
        Object.entries(links).map(([k, v]) => [k, [...new Set(v)].sort()]),
      );
    for (const [key, value] of Object.entries(out)) {
      const empty = value === false || value === null || value === "" || (Array.isArray(value) && value.length === 0);
      if (empty && key !== "custom") delete out[key];
    }
    return out;
  }
}

export function compare(a: unknown, b: unknown): number {
  const [x, y] = [a, b] as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}
