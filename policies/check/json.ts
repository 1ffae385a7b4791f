import { readFileSync } from "node:fs";
import { UnreadableError } from "./unreadable.ts";

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object in a JSON file. */
export function readJson(path: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(decoded(readFileSync(path)));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON: ${error.message}` : "cannot be read";
    throw new UnreadableError(`${path} ${why}`);
  }
  if (!isObject(value)) throw new UnreadableError(`${path} holds no JSON object`);
  return value;
}

// PowerShell writes what a command prints as UTF-16, and some editors put a mark before UTF-8
function decoded(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : undefined;
  return new TextDecoder(wide ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8")).decode(bytes);
}
