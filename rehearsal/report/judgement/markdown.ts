import { markdownTable } from "markdown-table";
import { cell, code, prose } from "../markdown/words.ts";
import { stateOf } from "./controls.ts";
import type { JudgedFinding, JudgedFramework, JudgedPath, Judgement } from "./model.ts";
import { pathsSaid, stateSaid } from "./paths.ts";
import { byRule, standing, tally, titleOf, unread } from "./words.ts";

const SHOWN = 20;

/** A judgement to read on a page: findings by rule with their fix, exceptions, and how each control stands. */
export function judgementMarkdown(judgement: Judgement): string {
  const { packs, asOf, notices } = judgement;
  const asked = packs.map(({ name, version }) => `${name} ${version}`).join(", ");
  const excepted = judgement.findings.filter(({ verdict }) => verdict === "excepted");
  const parts = [
    `# Policy findings\n\nAsked: ${prose(asked)}; as of ${prose(asOf)}.\n\n${tally(judgement)}.`,
    ...byRule(judgement).map(([, findings]) => rulePart(findings)),
    ...pathParts(judgement),
    ...(excepted.length > 0 ? [`## Excepted\n\n${excepted.map(exceptedItem).join("\n")}`] : []),
    ...(notices.length > 0 ? [`## Notes\n\n${notices.map(({ text }) => `- ${prose(text)}`).join("\n")}`] : []),
    ...(unread(judgement) ? [`## Not judged\n\n${prose(unread(judgement))}`] : []),
    ...judgement.frameworks.map(framework),
  ];
  return `${parts.join("\n\n")}\n`;
}

function pathParts({ paths = [] }: Judgement): readonly string[] {
  if (paths.length === 0) return [];
  return [`## Paths\n\n${pathsSaid(paths)}.\n\n${paths.map(pathItem).join("\n")}`];
}

/** A declared path as an item of a list. */
export function pathItem(path: JudgedPath): string {
  const chain = path.steps.map(({ what, passage }) => `${prose(what)}: ${passage}`).join("; ");
  return `- **${prose(path.name)}** ${prose(stateSaid(path))}${chain && ` (${chain})`}`;
}

function rulePart(findings: readonly JudgedFinding[]): string {
  const [first] = findings;
  if (first === undefined) return "";
  const rest = findings.length > SHOWN ? [`- and ${findings.length - SHOWN} more in findings.json`] : [];
  return [`## ${prose(titleOf(first))}`, [...findings.slice(0, SHOWN).map(item), ...rest].join("\n")].join("\n\n");
}

function item(finding: JudgedFinding): string {
  const { address, file, line, message, fix } = finding;
  const place = file ? ` at ${code(line > 0 ? `${file}:${line}` : file)}` : "";
  return `- ${code(address)}${place} (${standing(finding)}): ${prose(message)}${fix && `  \n  **Fix:** ${prose(fix)}`}`;
}

function exceptedItem({ address, rule, exception }: JudgedFinding): string {
  const { reason = "", owner = "", expires = "" } = exception ?? {};
  return `- ${code(rule)} on ${code(address)}, until ${expires} by ${prose(owner)}: ${prose(reason)}`;
}

function framework({ name, version, note, controls }: JudgedFramework): string {
  const spoken = controls.filter((control) => !["silent", "not covered"].includes(stateOf(control)));
  const list = (state: string) => controls.filter((control) => stateOf(control) === state).map(({ id }) => id);
  const titled = controls.some(({ title }) => title !== "");
  const rows = spoken.map(({ id, title, rules, passed, failed, undetermined, notCovered, excepted }) => {
    return [
      id,
      ...(titled ? [title] : []),
      rules.join(", "),
      ...[passed, failed, undetermined + notCovered, excepted].map(String),
    ];
  });
  const header = ["Control", ...(titled ? ["Asks that"] : []), "Rules", "Passed", "Failed", "Undetermined", "Excepted"];
  const table = markdownTable(
    [header, ...rows].map((row) => row.map(cell)),
    { alignDelimiters: false },
  );
  const rest = [
    ["Nothing to judge", list("silent")],
    ["No rule shows", list("not covered")],
  ] as const;
  return [
    `## ${prose(`${name}, ${version}`)}`,
    ...(note === "" ? [] : [prose(note)]),
    ...(rows.length === 0 ? [] : [table]),
    ...rest.filter(([, ids]) => ids.length > 0).map(([what, ids]) => `${what}: ${prose(ids.join(", "))}.`),
  ].join("\n\n");
}
