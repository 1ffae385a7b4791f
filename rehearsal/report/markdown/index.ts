import type { Report, Verdict } from "../model.ts";
import { MEANINGS, VERDICTS } from "../words.ts";
import { fitted, type Part } from "./budget.ts";
import { changeParts, errorParts, findingParts, notesPart, pathParts, stepsPart, troubleParts } from "./parts.ts";
import { code, prose } from "./words.ts";

/** What a pull request's comment may hold, with a margin to GitHub's 65,536. */
export const MARKDOWN_LIMIT = 60_000;

const MARKS: { readonly [V in Verdict]: string } = { pass: "✅", fail: "❌", undetermined: "❔" };
const REASONS = 10;

/** The report as a comment on a pull request. */
export function renderMarkdown(report: Report): string {
  const head = title(report);
  const foot = `\n${footer(report)}\n`;
  const parts: Part[] = [
    stepsPart(report),
    ...errorParts(report),
    ...troubleParts(report),
    ...changeParts(report),
    ...findingParts(report),
    ...pathParts(report),
    notesPart(report),
  ];
  const { text, dropped } = fitted(parts, MARKDOWN_LIMIT - head.length - foot.length - 400);
  const notice =
    dropped > 0 ? `\n> **This comment is cut:** ${dropped} entries do not fit here. report.html has them all.\n` : "";
  return `${head}${notice}\n${text}${foot}`;
}

function title({ verdict, project, reasons }: Report): string {
  const shown = reasons.slice(0, REASONS).map((reason) => `- ${prose(reason)}\n`);
  const rest = reasons.length > REASONS ? [`- **and ${reasons.length - REASONS} more reasons** in report.html\n`] : [];
  const subject = code(`${project.name}/${project.stack}`);
  return `## ${MARKS[verdict]} ${VERDICTS[verdict]}: rehearsal of ${subject}\n\n${MEANINGS[verdict]}\n\n${[...shown, ...rest].join("")}`;
}

function footer({ tool, engine, seed, asOf }: Report): string {
  const decides = engine.name === "embedded" ? "the embedded engine decides as" : "decided by";
  return `<sub>No cloud was touched. archipel ${prose(tool.version)}, ${decides} Pulumi ${prose(engine.follows)}; judged as of ${prose(asOf)}; seed ${code(seed)}.</sub>`;
}
