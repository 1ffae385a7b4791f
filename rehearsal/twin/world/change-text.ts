import { type JsonObject, objectFromJson, objectToJson, WIRE_FORM } from "../../wire/json.ts";
import type { Change } from "./thing.ts";

/** A change as JSON text, secrets in the clear: for processes that share a world. */
export function writeChange({ thing, ...change }: Change): string {
  const { inputs, outputs } = thing;
  return JSON.stringify({
    ...change,
    thing: { ...thing, inputs: objectToJson(inputs, WIRE_FORM), outputs: objectToJson(outputs, WIRE_FORM) },
  });
}

/** Reads what writeChange wrote. */
export function readChange(text: string): Change {
  const { thing, ...change } = JSON.parse(text) as Change;
  const read = (properties: unknown) => objectFromJson(properties as JsonObject);
  return { ...change, thing: { ...thing, inputs: read(thing.inputs), outputs: read(thing.outputs) } };
}
