import { type ControlCoverage, controlsOf } from "../judgement/controls.ts";
import type { JudgedRule, Judgement } from "../judgement/model.ts";
import { tally, unread } from "../judgement/words.ts";
import type { Report } from "../model.ts";
import { counted } from "../words.ts";
import { html, type Markup, NOTHING, when } from "./markup.ts";

const COUNTS = ["passed", "failed", "undetermined", "excepted"] as const;
const COLUMNS = COUNTS.map((name) => html`<th scope="col" class="num">${name}</th>`);

/** Every verdict, by rule and by the control that an auditor asks about; nothing where no pack wrote verdicts down. */
export function controls({ policies: { judgement } }: Report): Markup {
  if (judgement.rules.length === 0) return NOTHING;
  const frameworks = [...Map.groupBy(controlsOf(judgement), ({ framework }) => framework)];
  return html`<section id="controls" aria-labelledby="controls-title">
<h2 id="controls-title">Rules and controls <span class="count">${judgement.rules.length}</span></h2>
<p class="lead">${tally(judgement)}. A resource counts once for a rule. What is undetermined is not known yet, or no rule can know it.</p>
${notes(judgement)}
${frameworks.map(([framework, list]) => controlTable(framework, list))}
${ruleTable(judgement.rules)}
</section>`;
}

function notes(judgement: Judgement): Markup {
  const texts = [...judgement.notices.map(({ text }) => text), unread(judgement)].filter(Boolean);
  const list = html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
  return when(
    texts.length > 0,
    () => html`<details><summary>Notes <span class="count">${texts.length}</span></summary>${list}</details>`,
  );
}

function controlTable(framework: string, list: readonly ControlCoverage[]): Markup {
  const bad = list.filter(({ failed }) => failed > 0).length;
  const open = list.filter(({ untouched }) => untouched).length;
  const said = [bad > 0 ? `${bad} failed` : "", open > 0 ? `${open} with nothing to judge` : ""]
    .filter(Boolean)
    .join(", ");
  const rows = list.map(
    (control) =>
      html`<tr><th scope="row">${control.control}</th><td>${control.rules.join(", ")}</td>${cells(control, control.untouched)}</tr>`,
  );
  return html`<details><summary>${framework} <span class="count">${counted(list.length, "control")}${said && ` (${said})`}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Control</th><th scope="col">Rules</th>${COLUMNS}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function ruleTable(rules: readonly JudgedRule[]): Markup {
  const rows = rules.map((rule) => {
    const counts = { ...rule, undetermined: rule.undetermined + rule.notCovered };
    const silent = COUNTS.every((name) => counts[name] === 0);
    return html`<tr><th scope="row">${rule.id}</th><td>${rule.title}</td><td>${rule.severity}</td>${cells(counts, silent)}</tr>`;
  });
  return html`<details><summary>By rule <span class="count">${counted(rules.length, "rule")}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Rule</th><th scope="col">What holds where it passes</th><th scope="col">Severity</th>${COLUMNS}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function cells(counts: Readonly<Record<(typeof COUNTS)[number], number>>, silent: boolean): readonly Markup[] {
  return COUNTS.map((name) => html`<td class="num">${silent ? "–" : counts[name]}</td>`);
}
