import { stripVTControlCharacters } from "node:util";
import { oneLine } from "../controls.ts";

const MARKUP = /[\\`*_{}[\]~|]/g;

/** Text on one line, cut where nobody reads on. */
export function line(text: string, most = 400): string {
  const flat = oneLine(stripVTControlCharacters(text));
  return flat.length > most ? `${flat.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…` : flat;
}

/** Text as text: no markup, no HTML, and nobody is mentioned by it. */
export const prose = (text: string): string =>
  line(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(MARKUP, "\\$&")
    .replace(/([@#])(?=\w)/g, "$1&#8203;");

/** Text as code, whatever backticks it holds. */
export function code(text: string): string {
  const shown = line(text, 200) || " ";
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return fence + space + shown + space + fence;
}

/** A table's cell: the one place where a bar must be escaped even in code. */
export const cell = (markdown: string): string => markdown.replace(/(?<!\\)\|/g, "\\|");
