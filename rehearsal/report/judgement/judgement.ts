import { frameworksOf } from "./controls.ts";
import type { FindingLine, Line } from "./lines.ts";
import { type JudgedFinding, type JudgedRule, type Judgement, NO_JUDGEMENT } from "./model.ts";
import { countsOf } from "./tally.ts";

type Start = Extract<Line, { kind: "start" }>;

const SEVERITIES = ["critical", "high", "medium", "low"];

/** What packs wrote, put together: the same rule in two packs speaks once. */
export function judgementOf(all: readonly Line[]): Judgement {
  const begun = new Map(all.flatMap((line, at) => (line.kind === "start" ? [[line.pack, at] as const] : [])));
  // a deployment that previews first starts its packs twice: what was said before the last start is out of date
  const lines = all.filter((line, index) => index >= (begun.get(line.pack) ?? all.length));
  const starts = lines.filter((line) => line.kind === "start");
  const [first] = starts;
  if (first === undefined) return NO_JUDGEMENT;
  const said = [
    ...new Map(lines.filter((line) => line.kind === "finding").map((line) => [keyOf(line), line])).values(),
  ];
  return {
    ...NO_JUDGEMENT,
    asOf: first.asOf,
    phase: first.phase,
    packs: starts.map(({ pack, packVersion }) => ({ name: pack, version: packVersion })).toSorted(by("name")),
    findings: said.flatMap(findingOf).toSorted(inOrder),
    rules: rulesOf(starts, said),
    frameworks: frameworksOf(
      starts.flatMap(({ frameworks }) => frameworks),
      said,
    ),
    ...pathsOf(lines),
    notices: noticesOf(lines),
    coverage: coverageOf(lines),
  };
}

/** Findings that stop a deployment. */
export function stopping({ findings }: Judgement): readonly JudgedFinding[] {
  return findings.filter(({ level, verdict }) => level === "mandatory" && verdict !== "rule-error");
}

/** How many things stop a deployment: findings, and what is wrong with exceptions. */
export function stops(judgement: Judgement): number {
  return stopping(judgement).length + judgement.notices.filter(({ failing }) => failing).length;
}

const keyOf = ({ rule, urn, path, verdict }: FindingLine): string => [rule, urn, path, verdict].join("\n");
const by =
  <K extends string>(key: K) =>
  (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>): number =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0;

// the order in which people should read them
function inOrder(a: JudgedFinding, b: JudgedFinding): number {
  const rank = ({ severity, level }: JudgedFinding) => (level === "mandatory" ? 0 : 10) + SEVERITIES.indexOf(severity);
  return rank(a) - rank(b) || by("rule")(a, b) || by("urn")(a, b) || by("propertyPath")(a, b);
}

function findingOf(line: FindingLine): readonly JudgedFinding[] {
  const { verdict, path, what, how, kind: _, address = line.urn, file = "", line: at = 0, ...rest } = line;
  if (verdict === "pass" || verdict === "not applicable") return [];
  const message = [path, what].filter(Boolean).join(" ");
  const { level = "", known = false, ...own } = rest;
  return [{ ...own, verdict, level, known, address, file, line: at, propertyPath: path, message, fix: how }];
}

function rulesOf(starts: readonly Start[], said: readonly FindingLine[]): JudgedRule[] {
  const byRule = Map.groupBy(said, ({ rule }) => rule);
  const cards = new Map(starts.flatMap(({ rules }) => rules.map((card) => [card.id, card])));
  return [...cards.values()].toSorted(by("id")).map((card) => ({
    ...card,
    packs: starts.filter(({ rules }) => rules.some(({ id }) => id === card.id)).map(({ pack }) => pack),
    ...countsOf(byRule.get(card.id) ?? []),
  }));
}

function pathsOf(lines: readonly Line[]): Pick<Judgement, "paths"> {
  const said = lines.filter((line) => line.kind === "path");
  const once = new Map(
    said.map((line) => {
      const { kind: _, pack: __, ...path } = line;
      return [path.name, path] as const;
    }),
  );
  return once.size === 0 ? {} : { paths: [...once.values()] };
}

function noticesOf(lines: readonly Line[]): Judgement["notices"] {
  const notices = lines.filter((line) => line.kind === "notice");
  const once = new Map(notices.map(({ pack, failing, text }) => [`${pack}\n${text}`, { pack, failing, text }]));
  return [...once.values()];
}

function coverageOf(lines: readonly Line[]): Judgement["coverage"] {
  const types = new Map<string, Judgement["coverage"][number]>();
  for (const line of lines) {
    if (line.kind !== "coverage") continue;
    const { type, resources, rules } = line;
    types.set(type, { type, resources, rules: Math.max(rules, types.get(type)?.rules ?? 0) });
  }
  return [...types.values()].toSorted(by("type"));
}
