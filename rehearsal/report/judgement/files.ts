import { type Evident, evidenceOf } from "./evidence.ts";
import { junitOf } from "./junit.ts";
import type { Line } from "./lines.ts";
import { judgementMarkdown } from "./markdown.ts";
import type { Judgement } from "./model.ts";
import { sarifOf } from "./sarif.ts";

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** A judgement in every form that other tools read, by file name. */
export function judgementFiles(
  judgement: Judgement,
  lines: readonly Line[],
  about: Evident,
): readonly (readonly [name: string, text: string])[] {
  return [
    ["findings.json", json(judgement)],
    ["findings.sarif", json(sarifOf(judgement, about.tool))],
    ["findings.md", judgementMarkdown(judgement)],
    ["junit.xml", junitOf(judgement)],
    ["evidence.json", json(evidenceOf(judgement, lines, about))],
  ];
}
