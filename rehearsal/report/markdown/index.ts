import { markdownTable } from "markdown-table";
import { changesSaid } from "../changes.ts";
import type { Report } from "../model.ts";
import { duration, VERDICTS } from "../words.ts";

/** The report as a comment on a pull request. */
export function renderMarkdown(report: Report): string {
  const steps = report.steps.map(({ verb, result, changes, durationMs }) => [
    verb,
    result,
    changesSaid(changes),
    duration(durationMs),
  ]);
  return `## Rehearsal: ${VERDICTS[report.verdict]}\n\n${report.reasons.map((reason) => `- ${reason}\n`).join("")}\n${markdownTable([["Step", "Result", "Changes", "Time"], ...steps])}\n`;
}
