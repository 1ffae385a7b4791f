import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { readState, StateFileError } from "../../engine/state/file.ts";
import type { Recording } from "../../twin/measure/recording.ts";
import { fromJson, type Json, type JsonObject } from "../../wire/json.ts";
import { packageOf } from "../../wire/urn.ts";
import { isObject, mapObject, type Properties, Secret, UNKNOWN, type Value } from "../../wire/value.ts";
import { UserError } from "../failure.ts";
import { show } from "../project/pulumi-yaml.ts";

const bag = z.record(z.string(), z.json());
const recordedShape = z.array(z.looseObject({ type: z.string(), id: z.string(), inputs: bag, outputs: bag }));

/** Reads recorded resources, or the custom resources of `pulumi stack export`. */
export function readRecordings(file: string): readonly Recording[] {
  if (!existsSync(file)) throw new UserError(`${show(file)} does not exist`);
  const text = textOf(file);
  const json = parse(text, file);
  if (!Array.isArray(json)) return fromState(text, file);
  const read = recordedShape.safeParse(json);
  if (!read.success) {
    const [first] = read.error.issues;
    throw new UserError(
      `${show(file)}: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""} (expected a list of {type, id, inputs, outputs}, or a \`pulumi stack export\`)`,
    );
  }
  return read.data.map(({ type, id, inputs, outputs }, i) => {
    try {
      return { type, id, inputs: values(inputs), outputs: values(outputs) };
    } catch (error) {
      throw new UserError(`${show(file)}: ${i}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UserError(`cannot read ${show(file)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${show(file)} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fromState(text: string, file: string): readonly Recording[] {
  try {
    const { state } = readState(text, show(file), process.env["PULUMI_CONFIG_PASSPHRASE"]);
    return state.resources
      .filter(
        ({ custom, type, id, external, delete: leaving }) =>
          custom && id && !external && !leaving && packageOf(type) !== "pulumi",
      )
      .map(({ type, id, inputs, outputs }) => ({ type, id, inputs: sealed(inputs), outputs: sealed(outputs) }));
  } catch (error) {
    if (error instanceof StateFileError) throw new UserError(error.message);
    throw error;
  }
}

/** What reading a state puts where a secret could not be opened. */
const PLACEHOLDER = /^placeholder-[0-9a-f]{12}$/;
const sealed = (properties: Properties): Properties =>
  mapObject(properties, (value) =>
    value instanceof Secret && typeof value.value === "string" && PLACEHOLDER.test(value.value)
      ? new Secret(UNKNOWN)
      : value,
  );

const SECRET = "@secret";
const values = (bag: { readonly [key: string]: unknown }): Properties =>
  Object.fromEntries(Object.entries(bag).map(([key, json]) => [key, value(json as Json)]));

/** Recordings write `{"@secret": value}`, and `ciphertext` where the value could not be opened. */
function value(json: Json): Value {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((item: Json) => value(item));
  const secret = (json as { readonly [key: string]: Json })[SECRET];
  if (secret !== undefined) return new Secret(secret === "ciphertext" ? UNKNOWN : value(secret));
  const plain = fromJson(json, () => null);
  if (plain instanceof Secret && plain.value === null) return new Secret(UNKNOWN);
  return isObject(plain) ? values(json as JsonObject) : plain;
}
