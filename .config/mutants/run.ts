import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Examples } from "../../policies/core/examples.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { instrument, type Mutant } from "./instrument.ts";
import { type Promised, promisesOf } from "./proof.ts";

/** How one rule's mutants fared. */
export interface Outcome {
  readonly rule: string;
  readonly killed: number;
  readonly survivors: readonly Mutant[];
}
type Covered = Record<string, number>;
interface Namespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Covered; perTest: Record<string, Covered> };
  hitCount?: number;
  hitLimit?: number;
}
// where instrumented code looks for the mutant that is awake
const switchboard: Namespace = ((globalThis as { __stryker__?: Namespace }).__stryker__ ??= {});
const HITS = 200_000;

/** Wakes each mutant of a rule by itself, and asks whether what the examples promise still holds. */
export async function runMutants(id: string, folder: string): Promise<Outcome> {
  Object.assign(switchboard, { activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } });
  const mutants = await instrument(join("policies/rules", id), folder);
  const { examples } = (await import(pathToFileURL(join("policies/rules", id, "examples.ts")).href)) as {
    examples: Examples;
  };
  const asleep = await load(id, folder, "none");
  const promises = promisesOf(asleep, examples);
  const covering = coverage(asleep, promises);
  const survivors: Mutant[] = [];
  for (const mutant of mutants) {
    const atLoad = (switchboard.mutantCoverage?.static[mutant.id] ?? 0) > 0;
    const asked = atLoad ? promises : (covering.get(mutant.id) ?? []);
    if (!(await isKilled(id, folder, mutant.id, atLoad ? undefined : asleep, asked))) survivors.push(mutant);
  }
  return { rule: id, killed: mutants.length - survivors.length, survivors };
}

async function isKilled(
  id: string,
  folder: string,
  mutant: string,
  loaded: Rule | undefined,
  promises: readonly Promised[],
): Promise<boolean> {
  Object.assign(switchboard, { activeMutant: mutant, hitCount: 0, hitLimit: HITS });
  try {
    const rule = loaded ?? (await load(id, folder, mutant));
    return promises.some((holds) => !holds(rule));
  } catch {
    return true;
  } finally {
    switchboard.activeMutant = undefined;
  }
}

async function load(id: string, folder: string, mutant: string): Promise<Rule> {
  const module = (await import(`${pathToFileURL(join(folder, id, "rule.ts")).href}?mutant=${mutant}`)) as Record<
    string,
    Rule
  >;
  const rule = Object.values(module).find((value) => typeof value === "object" && "checks" in value);
  if (rule === undefined) throw new Error(`${id} exports no rule`);
  return rule;
}

// which promises reach which mutants
function coverage(rule: Rule, promises: readonly Promised[]): ReadonlyMap<string, readonly Promised[]> {
  const covering = new Map<string, Promised[]>();
  promises.forEach((holds, at) => {
    const test = `t${at}`;
    switchboard.currentTestId = test;
    if (!holds(rule)) throw new Error(`the examples of ${rule.id} do not hold as they are: run its tests first`);
    switchboard.currentTestId = undefined;
    for (const mutant of Object.keys(switchboard.mutantCoverage?.perTest[test] ?? {})) {
      const own = covering.get(mutant);
      if (own) own.push(holds);
      else covering.set(mutant, [holds]);
    }
  });
  return covering;
}
