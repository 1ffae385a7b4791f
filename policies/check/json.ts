import { readFileSync, statSync } from "node:fs";
import { UnreadableError } from "./format.ts";

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object in a JSON file. */
export function readJson(path: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON: ${error.message}` : "cannot be read";
    throw new UnreadableError(`${path} ${why}`);
  }
  if (!isObject(value)) throw new UnreadableError(`${path} holds no JSON object`);
  return value;
}

/** The object in what may be a JSON file; nothing where it is none. */
export function jsonAt(path: string): JsonObject | undefined {
  if (!statSync(path).isFile()) return undefined;
  try {
    return readJson(path);
  } catch {
    return undefined;
  }
}
