import * as pulumi from "@pulumi/pulumi";
import type { Bag } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import type { Notes } from "./notes.ts";
import type { Setting } from "./template.ts";

type Read = (text: string) => unknown;
const asText: Read = (text) => text;
const asNumber: Read = Number;
const asBoolean: Read = (text) => text === "true";
const asJson: Read = (text) => JSON.parse(text) as unknown;
/** How the text of a configuration is read; lists are `List<…>` of anything. */
const TYPES: { readonly [type: string]: Read } = {
  string: asText,
  number: asNumber,
  int: asNumber,
  integer: asNumber,
  bool: asBoolean,
  boolean: asBoolean,
  object: asJson,
  array: asJson,
};

/** The configuration by the names that a template uses; whatever is missing is told at once. */
export function settingsOf(
  settings: readonly Setting[],
  evaluate: (expression: Expression) => unknown,
  notes: Notes,
): Bag {
  const project = pulumi.getProject();
  const given: { readonly [key: string]: string } = pulumi.runtime.allConfig();
  const secrets = new Set(JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]") as string[]);
  const values = new Map<string, unknown>();
  for (const [key, text] of Object.entries(given)) {
    const value = secrets.has(key) ? pulumi.secret(guess(text)) : guess(text);
    for (const name of [key, key.replace(`${project}:`, "")]) values.set(name, value);
  }
  const missing: string[] = [];
  for (const { name, key, at, type, secret, otherwise } of settings) {
    const full = key.includes(":") ? key : `${project}:${key}`;
    const text = given[full];
    const fallback = otherwise && evaluate(otherwise);
    if (text === undefined && fallback === undefined) missing.push(`'${full}' (${notes.tell(at, name)})`);
    const declared = type?.startsWith("list<") ? asJson : TYPES[type ?? (typeof fallback as string)];
    const value = text === undefined ? fallback : (declared ?? guess)(text);
    values.set(name, secret || secrets.has(full) ? pulumi.secret(value) : value);
  }
  if (missing.length > 0)
    throw new pulumi.RunError(`Missing required configuration variable ${missing.join(", ")}: give it with --config`);
  return Object.fromEntries(values);
}

/** What a text stands for whose type nobody declared, as Pulumi takes it. */
function guess(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (/^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  try {
    return /^[[{]/.test(text) ? asJson(text) : text;
  } catch {
    return text;
  }
}
