import { stripVTControlCharacters, styleText } from "node:util";
import stringWidth from "string-width";
import { oneLine, withoutControls } from "../controls.ts";

const SEGMENTS = new Intl.Segmenter("en", { granularity: "grapheme" });
const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
const ESCAPES = new RegExp(
  `${ESCAPE}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^${ESCAPE}${BELL}]*(?:${BELL}|${ESCAPE}\\\\)?|.)`,
  "g",
);
const COLOUR = new RegExp(`^${ESCAPE}\\[[0-9;]*m$`);

/** Text on one line without anything that moves a cursor, rings a bell or changes a colour. */
export const plain = (text: string): string => oneLine(stripVTControlCharacters(text));

/** Text that may keep its colours, but cannot touch what is above or below it. */
export function harmless(text: string, color: boolean): string {
  const safe = text.replace(ESCAPES, (escape) => (color && COLOUR.test(escape) ? escape : ""));
  return withoutControls(safe, color ? ESCAPE : "");
}

/** As much of the text as fits, with an ellipsis where some is left off. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let taken = "";
  let used = 1;
  for (const { segment } of SEGMENTS.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    taken += segment;
  }
  return width < 1 ? "" : `${taken.trimEnd()}…`;
}

/** The text on lines of this width, broken between words. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(fit(word, width));
  }
  return lines;
}

/** The text in a column of this width. */
export const column = (text: string, width: number): string => {
  const shown = fit(text, width);
  return shown + " ".repeat(Math.max(0, width - stringWidth(shown)));
};

/** The styles in use. */
export type Style = "bold" | "dim" | "green" | "red" | "yellow" | "cyan";
/** Gives text a style, or leaves it alone. */
export type Paint = (style: Style | readonly Style[], text: string) => string;

/** Paints in colour where the caller decided for it. */
export const painter = (color: boolean): Paint =>
  color
    ? (style, text) => styleText(typeof style === "string" ? style : [...style], text, { validateStream: false })
    : (_style, text) => text;
