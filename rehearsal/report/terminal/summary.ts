import { changesSaid } from "../changes.ts";
import { estateByCloud, realResources } from "../estate.ts";
import { asAsked, isGood, resultSaid, troubleSaid } from "../faults.ts";
import { blocks, findingsByPolicy, type PolicyGroup, severityTitle } from "../findings.ts";
import type { Report, ReportStep, Verdict } from "../model.ts";
import { nameOf } from "../urn.ts";
import { cloudTitle, counted, duration, number, VERDICTS } from "../words.ts";
import { column, fit, type Paint, painter, plain, type Style, wrapped } from "./cells.ts";

/** How a summary is to be laid out. */
export interface SummaryOptions {
  readonly width: number;
  readonly color: boolean;
}

// A screen of 24 lines also holds the command, the prompt and where the report lies.
const REASON_LINES = 5;
const STEPS = 5;
const POLICIES = 3;
const MARKS: { readonly [V in Verdict]: readonly [mark: string, style: Style] } = {
  pass: ["✓", "green"],
  fail: ["✗", "red"],
  undetermined: ["?", "yellow"],
};

/** The report on one screen of a terminal. */
export function renderSummary(report: Report, { width, color }: SummaryOptions): string {
  const paint = painter(color);
  const room = Math.max(20, width);
  const failed = report.steps.some(
    (step) => !asAsked(step) && step.diagnostics.some(({ severity }) => severity === "error"),
  );
  const lines = [
    title(report, paint, room),
    ...reasons(report.reasons, room - 4),
    "",
    ...stepLines(report.steps, paint, room),
    "",
    ...errors(report.steps, paint, room - 4),
    ...fact("Estate", estate(report), room, paint),
    ...policies(report, room, paint, failed ? 0 : POLICIES),
    ...fact("Fidelity", fidelity(report), room, paint),
    ...fact("Noted", noted(report), room, paint),
  ];
  return `${lines.join("\n")}\n`;
}

function title({ verdict, project, timing }: Report, paint: Paint, room: number): string {
  const [mark, style] = MARKS[verdict];
  const word = `${mark} ${VERDICTS[verdict]}`;
  const subject = `${plain(project.name)}/${plain(project.stack)} rehearsed in ${duration(timing.totalMs)}`;
  return `${paint(["bold", style], word)}  ${fit(subject, room - word.length - 2)}`;
}

/** As many reasons as have room, each on up to two lines. */
function reasons(all: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const [index, reason] of all.entries()) {
    const [first = "", ...rest] = wrapped(plain(reason), room);
    const mine = [`  - ${first}`, ...(rest.length > 0 ? [`    ${fit(rest.join(" "), room)}`] : [])];
    const left = all.length - index;
    if (lines.length + mine.length > (left > 1 ? REASON_LINES - 1 : REASON_LINES)) {
      return [...lines, `  … and ${number(left)} more in the report`];
    }
    lines.push(...mine);
  }
  return lines;
}

function firstOf(list: readonly string[], most: number): string[] {
  const rest = list.length - most;
  return rest > 0 ? [...list.slice(0, most), `… and ${number(rest)} more`] : [...list];
}

function stepLines(steps: readonly ReportStep[], paint: Paint, room: number): string[] {
  const rank = (step: ReportStep) => (isGood(step) ? 1 : 0);
  const chosen = steps.length > STEPS ? [...steps].sort((a, b) => rank(a) - rank(b)).slice(0, STEPS) : steps;
  const shown = steps.filter((step) => chosen.includes(step));
  const wide = room >= 60;
  const names = Math.min(32, Math.max(10, ...shown.map((step) => plain(step.title).length)));
  const lines = shown.map((step) => {
    const good = isGood(step);
    const mark = paint(good ? "green" : "red", good ? "✓" : "✗");
    const name = plain(step.title);
    const time = duration(step.durationMs);
    if (!wide) return `  ${mark} ${fit(`${name}: ${outcome(step)}`, room - 4)}`;
    return `  ${mark} ${column(name, names)}  ${column(outcome(step), room - names - 8 - 10)}  ${paint("dim", time.padStart(10))}`;
  });
  return steps.length > shown.length
    ? [...lines, `  … and ${number(steps.length - shown.length)} more in the report`]
    : lines;
}

function outcome(step: ReportStep): string {
  const { result, problems, changes } = step;
  const what = [changesSaid(changes), troubleSaid(step)].filter(Boolean).join("; ");
  if (result !== "succeeded") return `${resultSaid(step)}; ${what}`;
  return problems.length > 0 ? `${counted(problems.length, "problem")}; ${what}` : what;
}

/** The first error says the most: the others are often its echo. */
function errors(steps: readonly ReportStep[], paint: Paint, room: number): string[] {
  const all = steps
    .filter((step) => !asAsked(step))
    .flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === "error"));
  const [first] = all;
  if (!first) return [];
  const about = first.urn === "" ? "" : `${nameOf(first.urn)}: `;
  const [one = "", ...rest] = wrapped(plain(about + first.message), room);
  const more = all.length > 1 ? [`  … and ${number(all.length - 1)} more in the report`] : [];
  const second = rest.length > 0 ? [`    ${fit(rest.join(" "), room)}`] : [];
  return [`  ${paint("red", `! ${one}`)}`, ...second, ...more, ""];
}

function fact(name: string, text: string, room: number, paint: Paint): string[] {
  return text === "" ? [] : [`${paint("bold", column(name, 9))} ${fit(plain(text), room - 10)}`];
}

function estate(report: Report): string {
  const clouds = estateByCloud(report).map(({ cloud, count }) => `${cloudTitle(cloud)} ${number(count)}`);
  return `${counted(realResources(report).length, "resource")}${clouds.length > 0 ? `: ${clouds.join(", ")}` : ""}`;
}

function policies(report: Report, room: number, paint: Paint, most: number): string[] {
  const groups = findingsByPolicy(report);
  const asked = report.policies.packs.reduce((sum, pack) => sum + pack.policies, 0);
  if (report.policies.packs.length === 0) return fact("Policies", "no pack attached", room, paint);
  const found = groups.flatMap((group) => group.findings);
  const blocking = found.filter(blocks).length;
  const head = `${counted(found.length, "finding")}, ${number(blocking)} blocking; ${counted(asked, "policy", "policies")} asked`;
  const ranked = groups.toSorted((a, b) => Number(b.findings.some(blocks)) - Number(a.findings.some(blocks)));
  const lines = (most > 0 ? firstOf(ranked.map(policyLine), most) : []).map((line) => fit(line, room - 2));
  const style = (index: number): Style => (ranked[index]?.findings.some(blocks) ? "red" : "dim");
  return [
    ...fact("Policies", head, room, paint),
    ...lines.map((line, index) => `  ${paint(index < most ? style(index) : "dim", line)}`),
  ];
}

function policyLine({ policy, severity, level, findings }: PolicyGroup): string {
  const fix = plain(findings[0]?.fix ?? "");
  return `${severityTitle(severity)} ${plain(policy)} (${level}, ${number(findings.length)})${fix ? `: ${fix}` : ""}`;
}

function fidelity({ fidelity: { counts } }: Report): string {
  const { exact, derived, echoed } = counts;
  return `${number(exact)} exact, ${number(derived)} derived, ${number(echoed)} echoed`;
}

function noted({ secrets, environment, remaining, fidelity: { notes } }: Report): string {
  const lost = remaining.filter(({ tombstone }) => !tombstone).length;
  return [
    lost > 0 ? `${counted(lost, "object")} left behind` : "",
    secrets.placeholders.length > 0 ? `${counted(secrets.placeholders.length, "secret")} stood in for` : "",
    environment.removed.length > 0 ? `${counted(environment.removed.length, "variable")} kept from the program` : "",
    notes.length > 0 ? `${counted(notes.length, "assumption")}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
