import type { CheckResult, ConfigRequest, DiffResult } from "../../wire/provider.ts";
import { equal, type Properties, unwrapSecretsIn, type Value } from "../../wire/value.ts";
import type { InputProperty, ResourceSchema } from "../schema/types.ts";
import type { Environment } from "../site.ts";
import { unknownKey } from "./validate.ts";

/** The configuration with JSON text parsed, without secret wrappers, with defaults from the environment. */
export function readConfig(args: Properties, schema: ResourceSchema | undefined, env: Environment): Properties {
  const plain = unwrapSecretsIn(args);
  const config: Record<string, Value> = {};
  for (const key of Object.keys(plain)) config[key] = parsed(plain[key] as Value, schema?.inputs[key]);
  for (const key of Object.keys(schema?.inputs ?? {})) {
    const found = schema?.inputs[key]?.env?.names.map((name) => env[name]).find((value) => value);
    if (config[key] === undefined && found !== undefined) config[key] = found;
  }
  return config;
}

function parsed(value: Value, input: InputProperty | undefined): Value {
  if (typeof value !== "string" || !(input?.json || input?.type.kind === "boolean")) return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}

/**
 * Checks a provider's own arguments: known names, and JSON where JSON must be. Default providers are given all that is
 * configured of their package, settings of the SDK alone included.
 */
export function checkConfig(
  { news }: ConfigRequest,
  schema: ResourceSchema | undefined,
  settings: readonly string[],
  env: Environment,
): CheckResult {
  const failures = [];
  for (const key of Object.keys(news)) {
    if (!schema || key === "version" || key.startsWith("__") || key === "pluginDownloadURL") continue;
    const input = schema.inputs[key];
    if (!input) {
      if (!settings.includes(key)) failures.push({ property: key, reason: unknownKey(key, schema.inputs) });
    } else if (input.json && typeof news[key] === "string" && !isJson(news[key]))
      failures.push({ property: key, reason: "expected JSON text" });
  }
  const inputs: Record<string, Value> = { ...news };
  for (const key of Object.keys(schema?.inputs ?? {})) {
    const found = schema?.inputs[key]?.env?.names.map((name) => env[name]).find((value) => value);
    if (inputs[key] === undefined && found !== undefined) inputs[key] = found;
  }
  return { inputs, failures };
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Compares provider arguments; `identity` names those that decide which account or cluster is meant. */
export function diffConfig(olds: Properties, news: Properties, identity: readonly string[]): DiffResult {
  const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])].sort();
  const diffs = keys.filter((key) => key !== "version" && !equal(olds[key], news[key]));
  const replaces = diffs.filter((key) => identity.includes(key) && olds[key] !== undefined && news[key] !== undefined);
  return { changes: diffs.length > 0 ? "some" : "none", replaces, diffs, stables: [], deleteBeforeReplace: false };
}
