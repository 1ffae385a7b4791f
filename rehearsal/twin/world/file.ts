import { type JsonObject, objectFromJson, objectToJson, WIRE_FORM } from "../../wire/json.ts";
import type { Thing } from "./thing.ts";
import type { SavedWorld } from "./world.ts";

/** The ledger as JSON text, secrets in the clear: for processes that share a world, not for keeping. */
export function writeWorld(saved: SavedWorld): string {
  const things = saved.things.map((thing) => ({
    ...thing,
    inputs: objectToJson(thing.inputs, WIRE_FORM),
    outputs: objectToJson(thing.outputs, WIRE_FORM),
  }));
  return JSON.stringify({ ...saved, things });
}

/** Reads what writeWorld wrote. */
export function readWorld(text: string): SavedWorld {
  const saved = JSON.parse(text) as SavedWorld;
  const read = (properties: unknown) => objectFromJson(properties as JsonObject);
  const things = saved.things.map(
    (thing): Thing => ({ ...thing, inputs: read(thing.inputs), outputs: read(thing.outputs) }),
  );
  return { ...saved, things };
}
