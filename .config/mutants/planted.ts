// plants in a sound stack the faults that each rule knows from its examples, and says which are not noticed:
// node .config/mutants/planted.ts <state.json> [--config pack.json] [--rule id]
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { configurationIn } from "../../policies/check/configuration.ts";
import { pulumiState } from "../../policies/check/pulumi-state.ts";
import { Source } from "../../policies/check/source.ts";
import { CONTEXT } from "../../policies/core/configuration.ts";
import type { Examples } from "../../policies/core/examples.ts";
import { graphOf, Judge } from "../../policies/core/judge.ts";
import { type Registration, Resource } from "../../policies/core/resource.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { Settings } from "../../policies/core/settings.ts";
import { rules } from "../../policies/rules/list.ts";
import { type Fault, faultsOf } from "./faults.ts";

interface Planted {
  readonly rule: string;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly fault: string;
  /** What the rule was told to mind it. */
  readonly config: object;
  /** What was set, where it was a property. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Whether the resource had a value of the same form there before: another one a cloud would refuse. */
  readonly known: boolean;
  readonly caught: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { config: { type: "string" }, rule: { type: "string" } },
});
const path = positionals.at(0);
if (path === undefined) throw new Error("which state?");
const stack: readonly Registration[] = pulumiState.read(new Source(path)).subjects;
const configuration = configurationIn(values.config, rules);
const decided = Object.fromEntries(Object.entries(configuration).map(([id, { properties }]) => [id, properties]));
/** How many resources of a type each fault is planted at: one more of them says nothing new, and takes as long. */
const SUBJECTS = 3;

/** Rules and resources, by what the rule says of the resource. */
interface Places {
  readonly passing: ReadonlySet<string>;
  readonly failing: ReadonlySet<string>;
}
function placesIn(judge: Judge, registrations: readonly Registration[], config: object): Places {
  const settings = new Settings({ ...decided, [CONTEXT]: { ...decided[CONTEXT], ...config } }, CONTEXT);
  const resources = registrations.map((one) => new Resource(one));
  const alone = resources.flatMap((one) => judge.resource(one, settings));
  const said = Map.groupBy([...alone, ...judge.stack(graphOf(resources), settings)], ({ verdict }) => verdict);
  const places = (word: "pass" | "fail") => new Set((said.get(word) ?? []).map(({ rule, urn }) => `${rule} ${urn}`));
  return { passing: places("pass"), failing: places("fail") };
}

/** One rule's verdicts on the sound stack, by what it was told. */
class Soundness {
  readonly judge: Judge;
  readonly #known = new Map<string, Places>();
  constructor(rule: Rule) {
    this.judge = new Judge([rule]);
  }
  before(config: object): Places {
    const key = JSON.stringify(config);
    const places = this.#known.get(key) ?? placesIn(this.judge, stack, config);
    this.#known.set(key, places);
    return places;
  }
}

function plantAll(rule: Rule, examples: Examples): readonly Planted[] {
  const sound = new Soundness(rule);
  const byType = Map.groupBy(stack, (subject) => new Resource(subject).type);
  return [...byType].flatMap(([type, subjects]) => {
    const faults = faultsOf(rule, examples, type);
    return faults.flatMap((fault) => {
      const planted: Planted[] = [];
      for (const subject of subjects) {
        if (planted.length < SUBJECTS) planted.push(...plantOne(rule, sound, subject, fault));
      }
      return planted;
    });
  });
}

function plantOne(
  rule: Rule,
  sound: Soundness,
  subject: Registration,
  { what, config, plant }: Fault,
): readonly Planted[] {
  const place = `${rule.id} ${subject.urn}`;
  const { passing, failing } = sound.before(config);
  const broken = passing.has(place) && !failing.has(place) ? plant(stack, subject) : undefined;
  if (broken === undefined) return [];
  const now = placesIn(sound.judge, broken.stack, config).failing;
  const { urn, type, name } = subject;
  const { set } = broken;
  const known = broken.known === true;
  return [
    {
      rule: rule.id,
      urn,
      type,
      name,
      fault: what,
      config,
      ...(set && { set }),
      known,
      caught: now.has(place),
    },
  ];
}

const results: Planted[] = [];
for (const rule of rules.filter(({ id }) => values.rule === undefined || id === values.rule)) {
  const { examples } = (await import(pathToFileURL(`policies/rules/${rule.id}/examples.ts`).href)) as {
    examples: Examples;
  };
  results.push(...plantAll(rule, examples));
}
process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
