import { stateOf } from "../judgement/controls.ts";
import type { JudgedControl, JudgedFramework, JudgedRule, Judgement } from "../judgement/model.ts";
import { tally, unread } from "../judgement/words.ts";
import { counted } from "../words.ts";
import { html, type Markup, NOTHING, when } from "./markup.ts";

const COUNTS = ["passed", "failed", "undetermined", "excepted"] as const;
const SILENT: ReadonlySet<string> = new Set(["silent", "not covered"]);
const COLUMNS = COUNTS.map((name) => html`<th scope="col" class="num">${name}</th>`);

/** Every verdict, by rule and by the control that an auditor asks about; nothing where no pack wrote verdicts down. */
export function controls(judgement: Judgement): Markup {
  if (judgement.rules.length === 0) return NOTHING;
  return html`<section id="controls" aria-labelledby="controls-title">
<h2 id="controls-title">Rules and controls <span class="count">${judgement.rules.length}</span></h2>
<p class="lead">${tally(judgement)}. A resource counts once for a rule. What is undetermined is not known yet, or no rule can know it.</p>
${notes(judgement)}
${frameworkTables(judgement.frameworks)}
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

// a framework about another cloud needs no table
function frameworkTables(frameworks: readonly JudgedFramework[]): Markup {
  const speaks = ({ controls }: JudgedFramework) => controls.some((control) => !SILENT.has(stateOf(control)));
  const silent = frameworks.filter((framework) => !speaks(framework)).map(({ name, version }) => `${name} ${version}`);
  return html`${frameworks.filter(speaks).map(frameworkTable)}
${when(silent.length > 0, () => html`<p>Nothing to judge for ${silent.join(", ")}.</p>`)}`;
}

function frameworkTable({ name, version, note, controls: all }: JudgedFramework): Markup {
  const byState = Map.groupBy(all, stateOf);
  const of = (state: ReturnType<typeof stateOf>): readonly JudgedControl[] => byState.get(state) ?? [];
  const spoken = all.filter((control) => !SILENT.has(stateOf(control)));
  const said = [
    ...(of("failed").length > 0 ? [`${of("failed").length} failed`] : []),
    `${of("passed").length} passed`,
    ...(of("open").length > 0 ? [`${of("open").length} open`] : []),
  ];
  const titled = all.some(({ title }) => title !== "");
  const rows = spoken.map(
    (control) =>
      html`<tr><th scope="row">${control.id}</th>${when(titled, () => html`<td>${control.title}</td>`)}<td>${control.rules.join(", ")}</td>${cells(countsOf(control), false)}</tr>`,
  );
  const table = html`<div class="scroll"><table><thead><tr><th scope="col">Control</th>${when(titled, () => html`<th scope="col">Asks that</th>`)}<th scope="col">Rules</th>${COLUMNS}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<details><summary>${name} <span class="count">${version}: ${said.join(", ")} of ${counted(all.length, "control")}</span></summary>
${when(note !== "", () => html`<p class="lead">${note}</p>`)}
${when(rows.length > 0, () => table)}
${listed("Nothing here to judge", of("silent"))}
${listed("No rule shows", of("not covered"))}</details>`;
}

function listed(what: string, controls: readonly JudgedControl[]): Markup {
  const names = controls.map(({ id, title }) => (title === "" ? id : `${id} (${title})`));
  return when(names.length > 0, () => html`<p><strong>${what}</strong>: ${names.join(", ")}.</p>`);
}

const countsOf = (counts: JudgedControl | JudgedRule) => ({
  ...counts,
  undetermined: counts.undetermined + counts.notCovered,
});

function ruleTable(rules: readonly JudgedRule[]): Markup {
  const rows = rules.map((rule) => {
    const counts = countsOf(rule);
    const silent = COUNTS.every((name) => counts[name] === 0);
    return html`<tr><th scope="row">${rule.id}</th><td>${rule.title}</td><td>${rule.severity}</td>${cells(counts, silent)}</tr>`;
  });
  return html`<details><summary>By rule <span class="count">${counted(rules.length, "rule")}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Rule</th><th scope="col">What holds where it passes</th><th scope="col">Severity</th>${COLUMNS}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function cells(counts: Readonly<Record<(typeof COUNTS)[number], number>>, silent: boolean): readonly Markup[] {
  return COUNTS.map((name) => html`<td class="num">${silent ? "–" : counts[name]}</td>`);
}
