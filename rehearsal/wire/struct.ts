import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { fromJson, type Json, type JsonObject, objectToJson, WIRE_FORM } from "./json.ts";
import { SIGNATURE_KEY, UNKNOWN_MARKERS } from "./signatures.ts";
import { mapObject, OutputValue, type Properties, Reference, Secret, UNKNOWN, Unknown, type Value } from "./value.ts";

type Struct = struct.Struct;
type Message = struct.Value;
const { Struct, Value: ValueMessage, ListValue, NullValue } = struct;
const Kind = ValueMessage.KindCase;

/** Decodes a Struct; an absent one is an empty bag. */
export function decode(message: Struct | undefined): Properties {
  if (!message) return {};
  const entries = message.getFieldsMap().toArray() as [string, unknown][];
  return Object.freeze(Object.fromEntries(entries.map(([key, value]) => [key, decodeValue(asMessage(value))])));
}

// entries of a map that nobody touched yet are still raw arrays
const asMessage = (value: unknown): Message =>
  value instanceof ValueMessage ? value : new (ValueMessage as unknown as new (raw: unknown) => Message)(value);

export function decodeValue(message: Message | undefined): Value {
  if (!message) return null;
  switch (message.getKindCase()) {
    case Kind.STRING_VALUE: {
      const text = message.getStringValue();
      return text.length === 36 && UNKNOWN_MARKERS.has(text) ? UNKNOWN : text;
    }
    case Kind.NUMBER_VALUE:
      return message.getNumberValue();
    case Kind.BOOL_VALUE:
      return message.getBoolValue();
    case Kind.LIST_VALUE:
      return Object.freeze((message.getListValue()?.getValuesList() ?? []).map(decodeValue));
    case Kind.STRUCT_VALUE: {
      const fields = message.getStructValue() as Struct;
      if (fields.getFieldsMap().has(SIGNATURE_KEY)) return fromJson(fields.toJavaScript() as unknown as Json);
      return decode(fields);
    }
    case Kind.NULL_VALUE:
    case Kind.KIND_NOT_SET:
      return null;
  }
}

/** What the receiver understands; everything else is flattened to what it does. */
export interface Accepts {
  readonly secrets: boolean;
  readonly references: boolean;
  readonly outputs: boolean;
}
export const EVERYTHING: Accepts = { secrets: true, references: true, outputs: true };
export const NO_OUTPUTS: Accepts = { secrets: true, references: true, outputs: false };
export const PLAIN: Accepts = { secrets: false, references: false, outputs: false };

export function encode(properties: Properties, accepts: Accepts): Struct {
  return encodeJson(objectToJson(flatten(properties, accepts), WIRE_FORM));
}

/** Replaces what the receiver does not accept: secrets by their value, references by id or URN, outputs by value. */
export function flatten(properties: Properties, accepts: Accepts): Properties {
  return mapObject(properties, (value) => flattenValue(value, accepts));
}

function flattenValue(value: Value, accepts: Accepts): Value {
  if (value instanceof Secret && !accepts.secrets) return value.value;
  if (value instanceof Reference && !accepts.references) return value.id === undefined ? value.urn : value.id;
  if (value instanceof OutputValue && !accepts.outputs) {
    const inner = value.value ?? UNKNOWN;
    return value.secret && accepts.secrets && !(inner instanceof Secret) ? new Secret(inner) : inner;
  }
  return value instanceof Unknown ? UNKNOWN : value;
}

function encodeJson(json: JsonObject): Struct {
  const message = new Struct();
  const fields = message.getFieldsMap();
  for (const key of Object.keys(json)) fields.set(key, encodeJsonValue(json[key] as Json));
  return message;
}

function encodeJsonValue(json: Json): Message {
  const message = new ValueMessage();
  if (json === null) message.setNullValue(NullValue.NULL_VALUE);
  else if (typeof json === "string") message.setStringValue(json);
  else if (typeof json === "number") message.setNumberValue(json);
  else if (typeof json === "boolean") message.setBoolValue(json);
  else if (Array.isArray(json)) {
    const list = new ListValue();
    list.setValuesList(json.map(encodeJsonValue));
    message.setListValue(list);
  } else message.setStructValue(encodeJson(json as JsonObject));
  return message;
}

export function encodeValue(value: Value): Message {
  return encodeJsonValue(objectToJson({ value }, WIRE_FORM)["value"] as Json);
}
