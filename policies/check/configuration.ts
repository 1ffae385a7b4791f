import { Ajv } from "ajv";
import { CONTEXT, type Configuration, faultsIn, settingsOf } from "../core/configuration.ts";
import { type Configured, registeredLevel } from "../core/level.ts";
import type { Rule } from "../core/rule.ts";
import { isObject, readJson } from "./json.ts";
import { UnreadableError } from "./unreadable.ts";

const LEVELS: readonly Configured[] = ["advisory", "mandatory", "disabled"];

/** A configuration file in the form of `--policy-pack-config`: a level, or a level with settings, by rule. */
export function configurationIn(path: string | undefined, rules: readonly Rule[]): Configuration {
  const file = path === undefined ? {} : readJson(path);
  const { all, ...named } = file;
  const problems: string[] = [];
  const levelAt = (name: string, level: unknown): Configured | undefined => {
    const known = LEVELS.find((candidate) => candidate === level);
    if (level !== undefined && known === undefined)
      problems.push(`"${name}" has the level ${JSON.stringify(level)}; known are ${LEVELS.join(", ")}`);
    return known;
  };
  const common = levelAt("all", isObject(all) ? all["enforcementLevel"] : all);
  const defaults = rules.map(
    ({ id, severity }) => [id, { level: common ?? registeredLevel(severity), properties: {} }] as const,
  );
  const configuration: Record<string, Configuration[string]> = {
    [CONTEXT]: { level: "mandatory", properties: {} },
    ...Object.fromEntries(defaults),
  };
  for (const [name, entry] of Object.entries(named)) {
    const { enforcementLevel, ...properties } = isObject(entry) ? entry : { enforcementLevel: entry };
    const level = levelAt(name, enforcementLevel) ?? configuration[name]?.level ?? "mandatory";
    configuration[name] = { level, properties };
  }
  problems.push(...faultsIn(configuration, rules), ...mistypedIn(configuration, rules));
  if (problems.length > 0) throw new UnreadableError(`${path}: ${problems.join("; ")}`);
  return configuration;
}

/** Values of another form than their setting has; the engine refuses them by itself. */
function mistypedIn(configuration: Configuration, rules: readonly Rule[]): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const settings = new Map(settingsOf(rules).map(({ name, schema }) => [name, schema]));
  return Object.entries(configuration).flatMap(([rule, { properties }]) =>
    Object.entries(properties).flatMap(([name, value]) => {
      const schema = settings.get(name);
      if (schema === undefined || ajv.validate(schema, value)) return [];
      const why = (ajv.errors ?? []).map(({ instancePath, message = "is wrong" }) =>
        `${instancePath} ${message}`.trim(),
      );
      return [`"${name}" of "${rule}" ${why.join(", ")}`];
    }),
  );
}
