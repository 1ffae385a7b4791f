import {
  ARCHIVE_SIGNATURE,
  ASSET_SIGNATURE,
  NUMBER_SIGNATURE,
  OUTPUT_SIGNATURE,
  REFERENCE_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_MARKERS,
  UNKNOWN_STRING,
} from "./signatures.ts";
import { nameOf, typeOf } from "./urn.ts";
import {
  Archive,
  Asset,
  isList,
  isObject,
  OutputValue,
  type Properties,
  Reference,
  Secret,
  UNKNOWN,
  Unknown,
  type Value,
} from "./value.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** How a form of JSON writes what it treats in its own way. */
export interface JsonForm {
  /** Writes a secret, given the JSON of what it wraps (inner secrets already bare). */
  readonly secret: (inner: Json) => Json;
  /** Non-finite numbers cannot stand in JSON; a state file spells their bits. */
  readonly spellNumbers: boolean;
}
/** As it travels: secrets wrapped, in the clear. */
export const WIRE_FORM: JsonForm = {
  secret: (value) => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value }),
  spellNumbers: false,
};
/** For people and logs: no secret text at all. */
export const HIDDEN_FORM: JsonForm = {
  secret: () => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, ciphertext: "[secret]" }),
  spellNumbers: true,
};

const BARE: JsonForm = { secret: (inner) => inner, spellNumbers: true };

/** The text of a JSON value: a string as it stands, anything else spelled. */
export const textOf = (json: Json | undefined): string =>
  typeof json === "string" ? json : json === undefined ? "" : JSON.stringify(json);

export function toJson(value: Value, form: JsonForm): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) || !form.spellNumbers ? value : spell(value);
  if (isList(value)) return value.map((item) => toJson(item, form));
  if (isObject(value)) return objectToJson(value, form);
  if (value instanceof Secret) return form.secret(toJson(value.value, form === WIRE_FORM ? form : BARE));
  if (value instanceof Unknown) return UNKNOWN_STRING;
  if (value instanceof Asset) return { [SIGNATURE_KEY]: ASSET_SIGNATURE, ...(value.content as JsonObject) };
  if (value instanceof Archive) {
    const { assets, ...rest } = value.content;
    return {
      [SIGNATURE_KEY]: ARCHIVE_SIGNATURE,
      ...(rest as JsonObject),
      ...(assets && { assets: objectToJson(assets, form) }),
    };
  }
  if (value instanceof Reference) {
    return {
      [SIGNATURE_KEY]: REFERENCE_SIGNATURE,
      urn: value.urn,
      ...(value.id !== undefined && { id: value.id instanceof Unknown ? "" : value.id }),
      ...(form === WIRE_FORM
        ? { name: nameOf(value.urn), type: typeOf(value.urn) }
        : { packageVersion: value.packageVersion ?? "" }),
      ...(form === WIRE_FORM && value.packageVersion && { packageVersion: value.packageVersion }),
    };
  }
  return outputToJson(value as OutputValue, form);
}

function outputToJson(output: OutputValue, form: JsonForm): Json {
  return {
    [SIGNATURE_KEY]: OUTPUT_SIGNATURE,
    ...(output.value !== undefined && { value: toJson(output.value, form) }),
    ...(output.secret && { secret: true }),
    ...(output.dependencies.length > 0 && { dependencies: [...output.dependencies] }),
  };
}

/** Keys come out sorted, so that equal values make equal text. */
export function objectToJson(object: Properties, form: JsonForm): JsonObject {
  const keys = Object.keys(object).sort();
  return Object.fromEntries(keys.map((key) => [key, toJson(object[key] as Value, form)]));
}

function spell(value: number): Json {
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  return { [SIGNATURE_KEY]: NUMBER_SIGNATURE, value: bits.toString("hex") };
}

/** Opens a stored secret: `ciphertext` text to the JSON it hides. */
export type Decrypt = (ciphertext: string) => Json;

/** Reads the wire's JSON form, and a state file's when a way to decrypt is given. */
export function fromJson(json: Json, decrypt?: Decrypt): Value {
  if (typeof json === "string") return UNKNOWN_MARKERS.has(json) ? UNKNOWN : json;
  if (json === null || typeof json !== "object") return json;
  if (isJsonList(json)) return json.map((item) => fromJson(item, decrypt));
  const signature = json[SIGNATURE_KEY];
  if (typeof signature !== "string") return objectFromJson(json, decrypt);
  const read = readers[signature];
  if (!read) throw new Error(`a value has the unknown signature ${signature}`);
  return read(json, decrypt);
}

// SDKs leave marks of their own beside these
function contentOf(json: JsonObject): { readonly [key: string]: string } {
  const keys: readonly string[] = ["hash", "text", "path", "uri"];
  const named = keys.filter((key) => typeof json[key] === "string" && json[key] !== "");
  // an empty text is a text
  if (json["text"] === "" && !named.some((key) => key !== "hash")) named.push("text");
  return Object.fromEntries(named.map((key) => [key, textOf(json[key])]));
}

// an unknown id travels as an empty text or as the marker
function idOf(id: Json | undefined): string | Unknown | undefined {
  if (id === undefined) return undefined;
  return id === "" || UNKNOWN_MARKERS.has(textOf(id)) ? UNKNOWN : textOf(id);
}

const isJsonList = (json: Json): json is readonly Json[] => Array.isArray(json);

export function objectFromJson(json: JsonObject, decrypt?: Decrypt): Properties {
  return Object.fromEntries(Object.keys(json).map((key) => [key, fromJson(json[key] as Json, decrypt)]));
}

const readers: { readonly [signature: string]: (json: JsonObject, decrypt?: Decrypt) => Value } = {
  [SECRET_SIGNATURE]: (json, decrypt) => {
    if (json["value"] !== undefined) return new Secret(fromJson(json["value"], decrypt));
    if (typeof json["plaintext"] === "string") return new Secret(fromJson(JSON.parse(json["plaintext"]) as Json));
    if (!decrypt) throw new Error("a secret is encrypted and there is no key to open it");
    return new Secret(fromJson(decrypt(textOf(json["ciphertext"]))));
  },
  [ASSET_SIGNATURE]: (json) => new Asset(contentOf(json)),
  [ARCHIVE_SIGNATURE]: ({ assets, ...json }, decrypt) => {
    // what a policy server makes of an archive that it gives back: names without files
    if (Array.isArray(assets)) throw new Error("unexpected archive contents of type []interface {}");
    return new Archive({
      ...contentOf(json),
      ...(assets && { assets: objectFromJson(assets as JsonObject, decrypt) }),
    });
  },
  [REFERENCE_SIGNATURE]: (json) =>
    new Reference(
      textOf(json["urn"]),
      idOf(json["id"]),
      json["packageVersion"] ? textOf(json["packageVersion"]) : undefined,
    ),
  [OUTPUT_SIGNATURE]: (json, decrypt) =>
    new OutputValue(
      json["value"] === undefined ? undefined : fromJson(json["value"], decrypt),
      json["secret"] === true,
      (json["dependencies"] as readonly string[] | undefined) ?? [],
    ),
  [NUMBER_SIGNATURE]: (json) => Buffer.from(textOf(json["value"]), "hex").readDoubleBE(),
};
