import type { ReportAdoption } from "../../report/model.ts";
import { counted, number } from "../../report/words.ts";
import { nameOf } from "../../wire/urn.ts";
import type { Attempt, Verdict } from "./attempt.ts";
import type { Drilled } from "./drill.ts";
import { WAYS } from "./points.ts";

const VERDICTS = [
  "recovered",
  "orphaned",
  "duplicated",
  "lost",
  "touched",
  "failed",
  "changes",
  "not reached",
] as const satisfies readonly Verdict[];
const WORST = 10;

const count = <Key extends string>(keys: readonly Key[]): Map<Key, number> =>
  new Map([...Map.groupBy(keys, (key) => key)].map(([key, some]) => [key, some.length]));

/** The attempts that did not end well. */
export const unrecovered = ({ attempts }: Drilled): Attempt[] =>
  attempts.filter(({ verdict }) => verdict !== "recovered");

/** The figures of a drill, for a terminal. */
export function renderDrill(name: string, drilled: Drilled): string {
  const { attempts, leftOut, fixed, started, obstacle } = drilled;
  const bad = unrecovered(drilled);
  const lines = [
    `${bad.length === 0 ? "✓" : "✗"} Drill of ${name}: ${counted(attempts.length, "point")}, ${number(attempts.length - bad.length)} recovered`,
    "",
    ...table(attempts),
    "",
    ...adoptions(attempts),
    ...plainUps(attempts),
    ...(leftOut > 0 ? [`Left out by --at-most: ${counted(leftOut, "point")}`] : []),
    ...replaced(attempts),
    ...(fixed.length > 0
      ? [`No update was tried of ${counted(fixed.length, "object")}: nothing of them changes in place`]
      : []),
    `The program itself ran for ${number(started)} of the points; for the others its recording was played${obstacle ? ` (${obstacle})` : ""}.`,
    ...worst(bad),
  ];
  return `${lines.join("\n")}\n`;
}

function table(attempts: readonly Attempt[]): string[] {
  const used = VERDICTS.filter((verdict, i) => i === 0 || attempts.some((one) => one.verdict === verdict));
  const rows = WAYS.flatMap(({ title }) => {
    const mine = attempts.filter(({ point }) => point.way.title === title).map(({ verdict }) => verdict);
    const counts = count(mine);
    return mine.length === 0
      ? []
      : [[title, ...[mine.length, ...used.map((verdict) => counts.get(verdict) ?? 0)].map(number)]];
  });
  const all = [["", "points", ...used], ...rows];
  const widths = (all[0] ?? []).map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all.map(
    (row) =>
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ")}`,
  );
}

function replaced(attempts: readonly Attempt[]): string[] {
  const urns = new Set(attempts.flatMap(({ point: { way, urn } }) => (way.operation === "replace" ? [urn] : [])));
  return urns.size > 0
    ? [`Replacements were tried of ${counted(urns.size, "object")} on which nothing else leans`]
    : [];
}

function adoptions(attempts: readonly Attempt[]): string[] {
  const ways = count(attempts.flatMap(({ adopted }) => adopted.map(({ how }): ReportAdoption["how"] => how)));
  if (ways.size === 0) return [];
  const total = [...ways.values()].reduce((sum, one) => sum + one, 0);
  const list = [...ways].sort(([a], [b]) => (a < b ? -1 : 1)).map(([how, times]) => `${how} ${number(times)}`);
  return [`Looked up and taken care of by hand: ${counted(total, "object")} (${list.join(", ")})`];
}

/** What shows how much the careful recovery is worth. */
function plainUps(attempts: readonly Attempt[]): string[] {
  const ends = count(attempts.flatMap(({ plain }) => (plain ? [plain] : [])));
  if (ends.size === 0) return [];
  const total = [...ends.values()].reduce((sum, one) => sum + one, 0);
  const list = (["duplicated", "refused", "orphaned", "recovered"] as const).flatMap((end) => {
    const times = ends.get(end);
    return times ? [`${number(times)} ${PLAIN[end]}`] : [];
  });
  return [`A plain up instead, at the ${counted(total, "point")} that left something behind: ${list.join(", ")}`];
}

const PLAIN: { readonly [end in NonNullable<Attempt["plain"]>]: string } = {
  duplicated: "made a second copy",
  refused: "were refused (the name is taken)",
  orphaned: "left something that no state knows",
  recovered: "ended well",
};

function worst(bad: readonly Attempt[]): string[] {
  if (bad.length === 0) return [];
  const shown = bad.slice(0, WORST).map(({ point, verdict, problems }) => {
    const what = `${point.way.title}: ${nameOf(point.urn)} (${point.type})`;
    return `  ${verdict}: ${what}: ${problems.slice(0, 2).join("; ")}`;
  });
  return [
    "",
    "Not recovered:",
    ...shown,
    ...(bad.length > WORST ? [`  … and ${number(bad.length - WORST)} more in drill.json`] : []),
  ];
}
