import escape from "escape-html";
import type { Report } from "../model.ts";
import { MEANINGS, VERDICTS } from "../words.ts";

/** The report as one self-contained page that works offline. */
export function renderHtml(report: Report): string {
  const { stack, name } = report.project;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(name)}</title><h1>${VERDICTS[report.verdict]}: ${escape(name)}/${escape(stack)}</h1><p>${MEANINGS[report.verdict]}</p><ul>${report.reasons.map((reason) => `<li>${escape(reason)}</li>`).join("")}</ul></html>\n`;
}
