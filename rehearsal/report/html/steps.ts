import { changesInOrder, SAID } from "../changes.ts";
import { asAsked, isGood, resultSaid } from "../faults.ts";
import type { Report, ReportOperation, ReportStep } from "../model.ts";
import { nameOf, typeOf, typeTitle } from "../urn.ts";
import { counted, duration, inOrder, number } from "../words.ts";
import { bar } from "./bar.ts";
import { html, type Markup, NOTHING, when } from "./markup.ts";
import type { ResourceLink } from "./resource-link.ts";
import { trouble } from "./trouble.ts";

/** The script of the rehearsal as a timeline. */
export function steps(report: Report, link: ResourceLink): Markup {
  return html`<section id="steps" aria-labelledby="steps-title">
<h2 id="steps-title">Steps</h2>
<ol class="timeline">${report.steps.map((step) => stepItem(step, link))}</ol>
</section>`;
}

function stepItem(step: ReportStep, link: ResourceLink): Markup {
  const { number: position, verb, title, result, problems, changes, durationMs, diagnostics } = step;
  const good = isGood(step);
  const word = result === "succeeded" && !good ? "succeeded, with a problem" : resultSaid(step);
  const parts = changesInOrder(changes).map(([op, count]) => ({ key: op, title: SAID[op] ?? op, count }));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  const output = diagnostics.filter(({ severity }) => severity.startsWith("info"));
  return html`<li id="step-${position}" class="step ${good ? "good" : "bad"}">
<div class="step-head"><h3>${title} <code class="verb">${verb}</code></h3>
<p class="outcome"><span class="badge ${good ? "badge-good" : "badge-bad"}">${word}</span> <span class="time">${duration(durationMs)}</span></p></div>
${when(problems.length > 0, () => html`<ul class="problems">${problems.map((problem) => html`<li>${problem}</li>`)}</ul>`)}
${trouble(step)}${messages("Errors", errors, link, !asAsked(step))}
${parts.length > 0 ? bar(parts) : html`<p class="quiet">No operation.</p>`}
${operations(step, link)}
${messages("Warnings", warnings, link, false)}
${messages("Program output", output, link, false)}
</li>`;
}

function messages(title: string, list: ReportStep["diagnostics"], link: ResourceLink, open: boolean): Markup {
  if (list.length === 0) return NOTHING;
  const items = list.map(
    ({ urn, message }) =>
      html`<li>${when(urn !== "", () => html`<p>${link(urn)}</p>`)}<pre>${message.trimEnd()}</pre></li>`,
  );
  const body = html`<ul class="messages">${items}</ul>`;
  const summary = html`<summary>${title} <span class="count">${number(list.length)}</span></summary>`;
  return open ? html`<details open>${summary}${body}</details>` : html`<details>${summary}${body}</details>`;
}

function operations({ operations: all }: ReportStep, link: ResourceLink): Markup {
  const failed = all.filter((operation) => operation.failed);
  const drifted = all.filter(({ failed: no, found }) => !no && found !== "" && found !== "same");
  const changing = all.filter((operation) => changes(operation));
  const rest = all.filter(
    (operation) => !failed.includes(operation) && !drifted.includes(operation) && !changes(operation),
  );
  const groups = Map.groupBy(
    rest.filter(({ op, found }) => op !== "same" && found !== "same"),
    ({ op }) => op,
  );
  return html`${detailed("Failed", failed, link)}${detailed("Differs from what was deployed", drifted, link)}${detailed("Changes in place or by replacement", changing, link)}${inOrder(groups.keys(), ["create", "delete"]).map((op) => compact(op, groups.get(op) ?? []))}`;
}

const changes = ({ op, failed, found }: ReportOperation): boolean =>
  !failed && found === "" && /^(update|replace|import-replacement|read-replacement|discard)/.test(op);

function detailed(title: string, list: readonly ReportOperation[], link: ResourceLink): Markup {
  if (list.length === 0) return NOTHING;
  const rows = list.map(
    ({ op, urn, keys, diffs, found, durationMs }) =>
      html`<tr><th scope="row">${link(urn)}</th><td><span class="op op-${opClass(op)}">${found || op}</span></td><td>${properties(keys, diffs)}</td><td class="num">${duration(durationMs)}</td></tr>`,
  );
  return html`<details${list.length <= 20 ? OPEN : NOTHING}><summary>${title} <span class="count">${number(list.length)}</span></summary><div class="scroll"><table class="stacked"><thead><tr><th scope="col">Resource</th><th scope="col">Operation</th><th scope="col">Properties</th><th scope="col" class="num">Time</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

const OPEN = html` open`;

function properties(keys: readonly string[], diffs: readonly string[]): Markup {
  const others = diffs.filter((property) => !keys.includes(property));
  return html`${keys.map((key) => html`<code class="forces">${key}</code> <em>forces replacement</em> `)}${others.map((property) => html`<code>${property}</code> `)}`;
}

/** A thousand creations say little one by one: they are listed by type. */
function compact(op: string, list: readonly ReportOperation[]): Markup {
  const byType = Map.groupBy(list, ({ urn }) => typeOf(urn));
  const rows = [...byType]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([type, some]) =>
        html`<tr><th scope="row"><span class="type" title="${type}">${typeTitle(type)}</span> <span class="pkg">${type.split(":")[0] ?? ""}</span></th><td class="num">${number(some.length)}</td><td class="names">${some.map(({ urn }) => nameOf(urn)).join(", ")}</td></tr>`,
    );
  const title = SAID[op] ?? op;
  return html`<details><summary>${title[0]?.toUpperCase() ?? ""}${title.slice(1)} <span class="count">${counted(list.length, "resource")}</span></summary><div class="scroll"><table><thead><tr><th scope="col">Type</th><th scope="col" class="num">Count</th><th scope="col">Names</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** The class of an operation's colour. */
export function opClass(op: string): string {
  if (/replace/.test(op)) return "replace";
  return ["create", "update", "delete", "failed", "same"].includes(op) ? op : "other";
}
