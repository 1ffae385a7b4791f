import * as pulumi from "@pulumi/pulumi";
import type { Expression } from "./expression.ts";
import type { Notes } from "./notes.ts";
import type { Setting } from "./template.ts";

const list = (text: string): unknown => JSON.parse(text);
const TYPES: { readonly [type: string]: (text: string) => unknown } = {
  string: (text) => text,
  number: Number,
  int: Number,
  integer: Number,
  bool: (text) => text === "true",
  boolean: (text) => text === "true",
  object: list,
  array: list,
};

/** The configuration by the names that a template uses; whatever is missing is told at once. */
export function settingsOf(
  settings: readonly Setting[],
  evaluate: (expression: Expression) => unknown,
  notes: Notes,
): ReadonlyMap<string, unknown> {
  const project = pulumi.getProject();
  const given: { readonly [key: string]: string } = pulumi.runtime.allConfig();
  const secrets = new Set(JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]") as string[]);
  const values = new Map<string, unknown>();
  for (const [key, text] of Object.entries(given)) {
    const value = secretly(guess(text), secrets.has(key));
    values.set(key, value);
    if (key.startsWith(`${project}:`)) values.set(key.slice(project.length + 1), value);
  }
  const missing: string[] = [];
  for (const { name, key, at, type, secret, otherwise } of settings) {
    const full = key.includes(":") ? key : `${project}:${key}`;
    const text = given[full];
    const fallback = otherwise && evaluate(otherwise);
    if (text === undefined && fallback === undefined) missing.push(`'${full}' (${notes.tell(at, name)})`);
    const read = (type && (type.startsWith("list<") ? list : TYPES[type])) || (typeof fallback === "string" ? TYPES["string"] : guess);
    const value = text === undefined ? fallback : (read as (text: string) => unknown)(text);
    values.set(name, secretly(value, secret || secrets.has(full)));
  }
  if (missing.length > 0)
    throw new pulumi.RunError(`Missing required configuration variable ${missing.join(", ")}: give it with --config`);
  return values;
}

const secretly = (value: unknown, secret: boolean): unknown => (secret ? pulumi.secret(value) : value);

/** What a text stands for whose type nobody declared, as Pulumi takes it. */
function guess(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (/^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
