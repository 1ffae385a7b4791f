import { changesSaid } from "../changes.ts";
import type { Report } from "../model.ts";
import { duration, VERDICTS } from "../words.ts";

/** How a summary is to be laid out. */
export interface SummaryOptions {
  readonly width: number;
  readonly color: boolean;
}

/** The report on one screen of a terminal. */
export function renderSummary(report: Report, { width }: SummaryOptions): string {
  const lines = [
    `${VERDICTS[report.verdict]}  ${report.project.name}/${report.project.stack}`,
    ...report.reasons.slice(0, 5),
    ...report.steps.map(
      ({ title, changes, durationMs }) => `${title}  ${changesSaid(changes)}  ${duration(durationMs)}`,
    ),
  ];
  return `${lines.map((line) => line.slice(0, width)).join("\n")}\n`;
}
