import { mergeFindings } from "../findings.ts";
import type { Report } from "../model.ts";
import { number, VERDICTS } from "../words.ts";
import { controls } from "./controls.ts";
import { estate } from "./estate.ts";
import { findings } from "./findings.ts";
import { header } from "./header.ts";
import { html } from "./markup.ts";
import { fidelity, surroundings } from "./notes.ts";
import { renderPage } from "./page.ts";
import { paths } from "./paths.ts";
import { picture } from "./picture/index.ts";
import { resourceLinks } from "./resource-link.ts";
import { steps } from "./steps.ts";
import { timings } from "./timings.ts";

/** The report as one self-contained page that works offline. */
export function renderHtml(report: Report): string {
  const link = resourceLinks(report);
  const { name, stack } = report.project;
  const { judgement, findings: found } = report.policies;
  return renderPage({
    title: `${VERDICTS[report.verdict]}: ${name}/${stack} – Archipel rehearsal`,
    header: header(report),
    sections: [
      html`<a href="#steps">Steps</a>`,
      html`<a href="#findings">Policy findings <span class="count">${number(mergeFindings(found).length)}</span></a>`,
      ...(judgement.paths
        ? [html`<a href="#paths">Paths <span class="count">${judgement.paths.length}</span></a>`]
        : []),
      ...(judgement.rules.length > 0 ? [html`<a href="#controls">Controls</a>`] : []),
      ...(report.resources.some(({ custom }) => custom) ? [html`<a href="#picture">Picture</a>`] : []),
      html`<a href="#estate">Estate</a>`,
      html`<a href="#fidelity">Fidelity</a>`,
      html`<a href="#surroundings">Surroundings</a>`,
      html`<a href="#timings">Timings</a>`,
    ],
    main: html`${steps(report, link)}
${findings(report, link)}
${paths(judgement)}
${controls(judgement)}
${picture(report)}
${estate(report)}
${fidelity(report)}
${surroundings(report)}
${timings(report, link)}`,
    scripts: [new URL("./script.js", import.meta.url), new URL("./picture/script.js", import.meta.url)],
  });
}
