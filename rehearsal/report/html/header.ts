import { changesSaid } from "../changes.ts";
import { decidingStep, estateByCloud, realResources } from "../estate.ts";
import { blocks, mergeFindings } from "../findings.ts";
import type { Report, Verdict } from "../model.ts";
import { cloudTitle, counted, duration, MEANINGS, number, VERDICTS } from "../words.ts";
import { archipelago } from "./archipelago.ts";
import { html, type Markup, when } from "./markup.ts";

const MARKS: { readonly [V in Verdict]: string } = {
  pass: "M7 12.5l3.5 3.5L17 9",
  fail: "M8 8l8 8M16 8l-8 8",
  undetermined: "M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2M12 17.2v.3",
};

/** The sign of a verdict. */
export const mark = (verdict: Verdict): Markup =>
  html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="11"/><path d="${MARKS[verdict]}"/></svg>`;

/** The verdict: what it is, why, and the numbers behind it. */
export function header(report: Report): Markup {
  const { verdict, reasons, project, engine, tool } = report;
  const decides = engine.name === "embedded" ? "the embedded engine decides as" : "decided by";
  return html`<header class="top verdict-${verdict}">
<div class="wrap">
${archipelago(estateByCloud(report))}
<p class="brand">Archipel rehearsal</p>
<h1>${mark(verdict)}<span><span class="verdict">${VERDICTS[verdict]}</span> <span class="subject">${project.name}<span class="slash"> / </span>${project.stack}</span></span></h1>
<p class="meaning">${MEANINGS[verdict]}</p>
${when(reasons.length > 0, () => html`<ol class="reasons" aria-label="Reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ol>`)}
<dl class="numbers">${numbers(report)}</dl>
<p class="made">No cloud was touched. Rehearsed on simulated clouds by archipel ${tool.version} (${decides} Pulumi ${engine.follows}; the program uses @pulumi/pulumi ${project.sdk}) as of ${report.asOf}, seed <code>${report.seed}</code>.</p>
</div>
</header>`;
}

function numbers(report: Report): Markup[] {
  const real = realResources(report);
  const clouds = estateByCloud(report);
  const findings = mergeFindings(report.policies.findings);
  const blocking = findings.filter(blocks).length;
  const { exact, derived, echoed } = report.fidelity.counts;
  const known = exact + derived;
  const step = decidingStep(report);
  const checked = report.policies.packs.reduce((sum, { policies }) => sum + policies, 0);
  const steps = `${counted(report.steps.length, "step")}: ${report.steps.map(({ verb }) => verb).join(", ")}`;
  return [
    figure(
      "Resources",
      number(real.length),
      `and ${counted(report.resources.length - real.length, "component")}, on ${clouds.map(({ cloud }) => cloudTitle(cloud)).join(", ") || "no cloud"}`,
    ),
    figure(
      "Changes",
      number(changed(step?.changes ?? {})),
      step ? changesSaid(step.changes) : "no step deployed anything",
    ),
    figure(
      "Policy findings",
      number(findings.length),
      checked === 0
        ? "no pack was attached"
        : `${number(blocking)} blocking; ${counted(checked, "policy", "policies")} asked`,
    ),
    figure(
      "Modelled",
      share(known, known + echoed),
      echoed > 0 ? `${counted(echoed, "resource")} only echoed` : "nothing only echoed",
    ),
    figure("Took", duration(report.timing.totalMs), steps),
  ];
}

const changed = (changes: Report["steps"][number]["changes"]): number =>
  Object.entries(changes).reduce((sum, [op, count]) => (op === "same" || op === "read" ? sum : sum + count), 0);

const share = (part: number, whole: number): string => (whole === 0 ? "–" : `${Math.floor((part / whole) * 100)} %`);

const figure = (title: string, value: string, note: string): Markup =>
  html`<div><dt>${title}</dt><dd><b>${value}</b> <span>${note}</span></dd></div>`;
