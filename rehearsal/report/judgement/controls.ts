import type { FindingLine, FrameworkCard } from "./lines.ts";
import type { JudgedControl, JudgedFramework } from "./model.ts";
import { countsOf } from "./tally.ts";

type Card = FrameworkCard["controls"][number];

/** How every control stands, by what its rules said about the types that it is about. */
export function frameworksOf(cards: readonly FrameworkCard[], said: readonly FindingLine[]): JudgedFramework[] {
  const byRule = Map.groupBy(said, ({ rule }) => rule);
  const once = new Map(cards.map((card) => [card.id, card]));
  return [...once.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ note = "", controls, ...framework }) => ({
      ...framework,
      note,
      controls: controls.toSorted(byId).map((control) => standOf(control, byRule)),
    }));
}

const byId = (a: Card, b: Card): number => a.id.localeCompare(b.id, "en", { numeric: true });

function standOf({ id, title = "", rules }: Card, byRule: ReadonlyMap<string, readonly FindingLine[]>): JudgedControl {
  const own = rules.flatMap(({ rule, types }) =>
    (byRule.get(rule) ?? []).filter(({ type }) => types.length === 0 || types.some((start) => type.startsWith(start))),
  );
  const { passed, failed, undetermined, notCovered, excepted } = countsOf(own);
  return { id, title, rules: rules.map(({ rule }) => rule), passed, failed, undetermined, notCovered, excepted };
}

type ControlState = "failed" | "open" | "passed" | "silent" | "not covered";

/** What is known of a control: its rules may have had nothing to judge, or it may have none. */
export function stateOf({ rules, ...counts }: JudgedControl): ControlState {
  if (rules.length === 0) return "not covered";
  if (counts.failed > 0) return "failed";
  if (counts.undetermined + counts.notCovered > 0) return "open";
  return counts.passed + counts.excepted > 0 ? "passed" : "silent";
}
