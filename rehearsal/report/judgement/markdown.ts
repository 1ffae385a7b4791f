import { markdownTable } from "markdown-table";
import { cell, code, prose } from "../markdown/words.ts";
import { controlsOf } from "./controls.ts";
import type { JudgedFinding, Judgement } from "./model.ts";
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
    ...(excepted.length > 0 ? [`## Excepted\n\n${excepted.map(exceptedItem).join("\n")}`] : []),
    ...(notices.length > 0 ? [`## Notes\n\n${notices.map(({ text }) => `- ${prose(text)}`).join("\n")}`] : []),
    ...(unread(judgement) ? [`## Not judged\n\n${prose(unread(judgement))}`] : []),
    `## Controls\n\n${controls(judgement)}`,
  ];
  return `${parts.join("\n\n")}\n`;
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

function controls(judgement: Judgement): string {
  const rows = controlsOf(judgement).map(({ framework, control, rules, untouched, ...counts }) => {
    const { passed, failed, undetermined, excepted } = counts;
    const numbers = untouched ? ["-", "-", "-", "-"] : [passed, failed, undetermined, excepted].map(String);
    return [framework, control, rules.join(", "), ...numbers];
  });
  const header = ["Framework", "Control", "Rules", "Passed", "Failed", "Undetermined", "Excepted"];
  return markdownTable(
    [header, ...rows].map((row) => row.map(cell)),
    { alignDelimiters: false },
  );
}
