import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mergeFindings } from "../findings.ts";
import type { Report } from "../model.ts";
import { number, VERDICTS } from "../words.ts";
import { controls } from "./controls.ts";
import { estate } from "./estate.ts";
import { findings } from "./findings.ts";
import { header } from "./header.ts";
import { html, Markup, when } from "./markup.ts";
import { fidelity, surroundings } from "./notes.ts";
import { picture } from "./picture/index.ts";
import { resourceLinks } from "./resource-link.ts";
import { steps } from "./steps.ts";
import { timings } from "./timings.ts";

const SHEETS = ["colours", "base", "parts", "header", "steps", "findings", "picture", "estate", "narrow", "print"];
const STYLE = SHEETS.map((name) => readFileSync(new URL(`./style/${name}.css`, import.meta.url), "utf8")).join("");
const SCRIPTS = [new URL("./script.js", import.meta.url), new URL("./picture/script.js", import.meta.url)];
const SCRIPT = SCRIPTS.map((file) => readFileSync(file, "utf8")).join("");
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;

/** The report as one self-contained page that works offline. */
export function renderHtml(report: Report): string {
  const link = resourceLinks(report);
  const { name, stack } = report.project;
  const found = mergeFindings(report.policies.findings).length;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${VERDICTS[report.verdict]}: ${name}/${stack} – Archipel rehearsal</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${header(report)}
<nav aria-label="Sections"><ul class="wrap">
<li><a href="#steps">Steps</a></li>
<li><a href="#findings">Policy findings <span class="count">${number(found)}</span></a></li>
${when(report.policies.judgement.rules.length > 0, () => html`<li><a href="#controls">Controls</a></li>`)}
${when(
  report.resources.some(({ custom }) => custom),
  () => html`<li><a href="#picture">Picture</a></li>`,
)}
<li><a href="#estate">Estate</a></li>
<li><a href="#fidelity">Fidelity</a></li>
<li><a href="#surroundings">Surroundings</a></li>
<li><a href="#timings">Timings</a></li>
</ul></nav>
<main id="main" class="wrap" tabindex="-1">
${steps(report, link)}
${findings(report, link)}
${controls(report)}
${picture(report)}
${estate(report)}
${fidelity(report)}
${surroundings(report)}
${timings(report, link)}
</main>
<script type="module">${new Markup(SCRIPT)}</script>
</body>
</html>
`.text;
}
