import type { Configured } from "./level.ts";
import type { Rule } from "./rule.ts";
import { PACK_SETTINGS, type Setting } from "./settings.ts";

/** The policy that judges resources, and whose configuration holds for all rules. */
export const CONTEXT = "context";
/** The policy that judges the stack as a whole. */
export const GRAPH = "graph";
/** The policy that sees which values are secret. */
export const SECRETS = "secrets";

/** Level and properties of one policy, as its host decided them. */
export interface PolicyConfig {
  readonly level: Configured;
  readonly properties: Readonly<Record<string, unknown>>;
}
/** What was decided, by policy. */
export type Configuration = Readonly<Record<string, PolicyConfig>>;

/** Everything that can be decided for these rules at once. */
export function settingsOf(rules: readonly Rule[]): readonly Setting[] {
  return [...PACK_SETTINGS, ...rules.flatMap(({ settings = [] }) => settings)];
}

/** What is wrong with a configuration: names that nobody asks for, which the engine takes without a word, and values. */
export function faultsIn(policies: Configuration, rules: readonly Rule[]): readonly string[] {
  const known = new Map<string, readonly Setting[]>([
    // the level of every policy, which the engine has spread already and passes on as it was
    ["all", []],
    [CONTEXT, settingsOf(rules)],
    [GRAPH, []],
    [SECRETS, []],
    ...rules.map(({ id, settings = [] }) => [id, settings] as const),
  ]);
  return Object.entries(policies).flatMap(([name, { properties }]) => {
    const settings = known.get(name);
    if (settings === undefined) return [`the configuration names "${name}", which is no rule of this pack`];
    return Object.entries(properties).flatMap(([key, value]) => {
      const setting = settings.find((one) => one.name === key);
      if (setting === undefined) return [`the configuration of "${name}" has "${key}", which is no setting of it`];
      const problem = setting.problem?.(value);
      return problem === undefined ? [] : [`the configuration of "${name}": ${problem}`];
    });
  });
}
