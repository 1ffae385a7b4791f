import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { html, Markup } from "./markup.ts";

const SHEETS = ["colours", "base", "parts", "header", "steps", "findings", "picture", "estate", "narrow", "print"];
const STYLE = SHEETS.map((name) => read(new URL(`./style/${name}.css`, import.meta.url))).join("");

/** What stands on a page, around which everything is the same. */
export interface Page {
  readonly title: string;
  readonly header: Markup;
  /** Links to the sections, in order. */
  readonly sections: readonly Markup[];
  readonly main: Markup;
  readonly scripts: readonly URL[];
}

/** A self-contained page that works offline, and lets nothing in that it does not hold itself. */
export function renderPage({ title, header, sections, main, scripts }: Page): string {
  const script = scripts.map(read).join("");
  const policy = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${script === "" ? "'none'" : hash(script)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const code = script === "" ? "" : html`<script type="module">${new Markup(script)}</script>\n`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${header}
<nav aria-label="Sections"><ul class="wrap">
${sections.map((section) => html`<li>${section}</li>\n`)}</ul></nav>
<main id="main" class="wrap" tabindex="-1">
${main}
</main>
${code}</body>
</html>
`.text;
}

function read(file: URL): string {
  return readFileSync(file, "utf8");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
