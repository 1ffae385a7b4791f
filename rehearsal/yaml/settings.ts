import * as pulumi from "@pulumi/pulumi";
import type { Bag } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { namesOf } from "./names.ts";
import type { Notes } from "./notes.ts";
import type { Setting, SettingType } from "./template.ts";

type Read = (text: string) => unknown;
const asText: Read = (text) => text;
const asJson: Read = (text) => JSON.parse(text) as unknown;
const asNumber: Read = (text) => {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw new Error(`'${text}' is no number`);
  return Number(text);
};
const asBoolean: Read = (text) => {
  if (text !== "true" && text !== "false") throw new Error(`'${text}' is neither true nor false`);
  return text === "true";
};
/** How the text of a configuration is read. */
const READ: { readonly [type in SettingType]: Read } = {
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
    for (const name of namesOf(key, project)) values.set(name, value);
  }
  const missing: string[] = [];
  for (const { name, key, at, type, secret, otherwise } of settings) {
    const full = key.includes(":") ? key : `${project}:${key}`;
    const text = given[full];
    const fallback = otherwise && evaluate(otherwise);
    if (text === undefined && fallback === undefined) missing.push(`'${full}' (${notes.tell(at, name)})`);
    const read = type ? READ[type] : typeof fallback === "string" ? asText : guess;
    const value = text === undefined ? fallback : told(read, text, notes.tell(at, `the configuration ${full}`));
    values.set(name, secret || secrets.has(full) ? pulumi.secret(value) : value);
  }
  if (missing.length > 0)
    throw new pulumi.RunError(`Missing required configuration variable ${missing.join(", ")}: give it with --config`);
  return Object.fromEntries(values);
}

function told(read: Read, text: string, what: string): unknown {
  try {
    return read(text);
  } catch (error) {
    throw new pulumi.RunError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
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
