import type messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { Ajv, type ValidateFunction } from "ajv";
import type { Json, JsonObject } from "../../wire/json.ts";
import type { EnforcementLevel, PolicyInfo } from "../events.ts";
import { PackError } from "./pack-error.ts";

/** What a file says of policies: a level, or a level with properties. `all` sets the level of every policy. */
export type PackConfig = { readonly [policy: string]: EnforcementLevel | JsonObject };

export const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "disabled", "remediate"];
export const SEVERITIES: readonly string[] = ["", "low", "medium", "high", "critical"];

interface Setting {
  /** Index into LEVELS. */
  readonly level: 0 | 1 | 2 | 3;
  readonly properties: JsonObject;
}

type Settings = Map<string, { level: EnforcementLevel | undefined; properties: { [key: string]: Json } }>;
interface Resolved {
  readonly policies: readonly PolicyInfo[];
  /** What the pack is told: also of names that are no policies of it, as long as they have a level. */
  readonly configs: ReadonlyMap<string, Setting>;
  /** What was lost on the way without a word of the engine. */
  readonly warnings: readonly string[];
}

/** Layers, later wins: the policies' own levels and defaults, the pack's initial configuration, the user's file. */
export function resolveConfig(info: messages.AnalyzerInfo, file: PackConfig): Resolved {
  const declared = info.getPoliciesList();
  const settings: Settings = new Map();
  for (const policy of declared) {
    const defaults = policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
    const properties = Object.entries(defaults).flatMap(([key, schema]) => {
      const value = (schema as { default?: Json }).default;
      return value === undefined ? [] : [[key, value] as const];
    });
    settings.set(policy.getName(), {
      level: levelAt(policy.getEnforcementlevel()),
      properties: Object.fromEntries(properties),
    });
  }
  const initial = initialOf(info);
  const warnings = declared.flatMap((policy) => levelLost(policy, initial));
  for (const layer of [initial, file]) apply(settings, layer);
  const problems = declared.flatMap((policy) => problemsOf(policy, settings.get(policy.getName())?.properties ?? {}));
  if (problems.length > 0) throw new PackError(`policy pack '${info.getName()}': ${problems.join("; ")}`);
  const configs = new Map<string, Setting>();
  for (const [name, { level, properties }] of settings) {
    if (!level) throw new PackError(`configuration for the unknown policy '${name}' has no enforcementLevel`);
    configs.set(name, { level: LEVELS.indexOf(level) as Setting["level"], properties });
  }
  const policies = declared.map((policy): PolicyInfo => {
    const name = policy.getName();
    const level = settings.get(name)?.level ?? "advisory";
    return { name, level, severity: SEVERITIES[policy.getSeverity()] ?? "", fix: policy.getRemediationSteps() };
  });
  return { policies, configs, warnings };
}

function initialOf(info: messages.AnalyzerInfo): PackConfig {
  const initial: { [policy: string]: JsonObject } = {};
  info.getInitialconfigMap().forEach((config: messages.PolicyConfig, name: string) => {
    // an entry without a level counts as advisory, as in the real engine
    const enforcementLevel = levelAt(config.getEnforcementlevel());
    initial[name] = { enforcementLevel, ...(config.getProperties()?.toJavaScript() as JsonObject) };
  });
  return initial;
}

// what the pack's author wrote without a level arrives as the first of them
function levelLost(policy: messages.PolicyInfo, initial: PackConfig): readonly string[] {
  const name = policy.getName();
  const own = levelAt(policy.getEnforcementlevel());
  const entry = initial[name] ?? initial["all"];
  if (entry === undefined || own === "advisory" || levelOf(name, entry) !== "advisory") return [];
  return [
    `policy '${name}' is ${own}, and advisory by the pack's initialConfig: an entry without enforcementLevel counts as advisory`,
  ];
}

const levelAt = (index: number): EnforcementLevel => LEVELS[index] ?? "advisory";

function apply(settings: Settings, layer: PackConfig): void {
  const common = layer["all"] && levelOf("all", layer["all"]);
  if (common) for (const setting of settings.values()) setting.level = common;
  // `all` stays in as a name of its own, which the pack hears
  for (const [name, entry] of Object.entries(layer)) {
    const setting = settings.get(name) ?? { level: undefined, properties: {} };
    settings.set(name, setting);
    setting.level = levelOf(name, entry) ?? setting.level;
    if (typeof entry === "string") continue;
    const { enforcementLevel: _, ...properties } = entry;
    Object.assign(setting.properties, properties);
  }
}

function levelOf(name: string, entry: EnforcementLevel | JsonObject): EnforcementLevel | undefined {
  const level = typeof entry === "string" ? entry : entry["enforcementLevel"];
  if (level === undefined) return undefined;
  const known = LEVELS.find((candidate) => candidate === level);
  if (!known)
    throw new PackError(
      `policy '${name}': enforcementLevel must be one of ${LEVELS.join(", ")}, got ${JSON.stringify(level)}`,
    );
  return known;
}

const ajv = new Ajv({ allErrors: true, strict: false });
/** By their text: a pack starts once for every step, with the same schemas, and compiling them takes long. */
const validators = new Map<string, ValidateFunction>();

function problemsOf(policy: messages.PolicyInfo, properties: JsonObject): string[] {
  const schema = policy.getConfigschema();
  if (!schema) return [];
  const shape = {
    type: "object",
    properties: schema.getProperties()?.toJavaScript() ?? {},
    required: schema.getRequiredList(),
  };
  const text = JSON.stringify(shape);
  const validate = validators.get(text) ?? ajv.compile(shape);
  validators.set(text, validate);
  if (validate(properties)) return [];
  return (validate.errors ?? []).map(
    (error) => `${policy.getName()}${error.instancePath.replaceAll("/", ".")}: ${error.message ?? "is invalid"}`,
  );
}
