import type { Report } from "../model.ts";
import { nameOf, typeTitle } from "../urn.ts";
import { counted, number } from "../words.ts";
import { bar } from "./bar.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

const MEANS = {
  exact: "checked against a sample or source",
  derived: "derived from the provider's own schema",
  echoed: "not modelled: inputs come back as outputs",
} as const;

/** How far the rehearsal can be believed. */
export function fidelity({ fidelity: { counts, notes }, replacements }: Report): Markup {
  const parts = (["exact", "derived", "echoed"] as const).map((key) => ({
    key,
    title: `${key} – ${MEANS[key]}`,
    count: counts[key],
  }));
  const rows = replacements.map(
    ({ type, property, source, confidence }) =>
      html`<tr><th scope="row"><span class="type" title="${type}">${typeTitle(type)}</span></th><td><code>${property}</code></td><td>${source}</td><td>${confidence}</td></tr>`,
  );
  const table = html`<div class="scroll"><table><thead><tr><th scope="col">Type</th><th scope="col">Property</th><th scope="col">Source</th><th scope="col">Confidence</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section id="fidelity" aria-labelledby="fidelity-title">
<h2 id="fidelity-title">Fidelity</h2>
<p class="lead">How far the simulated types have been checked. A resource counts at its weakest aspect.</p>
${bar(parts)}
${fold("Assumed, echoed or not modelled", notes.length, list(notes))}
${fold("Why a change replaces", rows.length, table)}
</section>`;
}

/** What was kept from the program, stood in for, and left behind. */
export function surroundings(report: Report): Markup {
  const { secrets, environment, places, remaining } = report;
  const where = Object.entries(places).map(
    ([place, value]) => html`<div><dt>${place}</dt><dd><code>${value}</code></dd></div>`,
  );
  const left = remaining.map(
    ({ urn, type, id, tombstone }) =>
      html`<li><span class="name">${nameOf(urn) || id}</span> <span class="type" title="${type}">${typeTitle(type)}</span> <code>${id}</code>${tombstone ? html` – expected: the cloud keeps it for a while` : html` – <strong>not expected</strong>`}</li>`,
  );
  const expected = remaining.every(({ tombstone }) => tombstone);
  const decommissioned = report.steps.some(({ verb }) => verb === "decommission" || verb === "destroy");
  const what =
    remaining.length === 0
      ? "Nothing."
      : `${counted(remaining.length, "object")}${expected ? (remaining.length === 1 ? ", expected" : ", all expected") : ""}.`;
  return html`<section id="surroundings" aria-labelledby="surroundings-title">
<h2 id="surroundings-title">Surroundings</h2>
<div class="columns">
<div><h3>Places</h3>${where.length > 0 ? html`<dl class="pairs">${where}</dl>` : html`<p>The program names its own.</p>`}</div>
<div><h3>Secrets</h3><p>${secrets.placeholders.length === 0 ? "Every configured secret could be opened, or none was needed." : `${counted(secrets.placeholders.length, "secret")} could not be opened; a placeholder stood in:`}</p>${list(secrets.placeholders, true)}</div>
<div><h3>Environment</h3><p>${environment.removed.length === 0 ? "No variable had to be kept from the program." : `${counted(environment.removed.length, "variable")} kept from the program:`}</p>${list(environment.removed, true)}</div>
<div><h3>What remained</h3><p>${decommissioned ? what : "The script did not take the estate down."}</p>${left.length > 0 ? html`<ul>${left}</ul>` : NOTHING}</div>
</div>
</section>`;
}

function list(items: readonly string[], code = false): Markup {
  if (items.length === 0) return NOTHING;
  return html`<ul>${items.map((item) => (code ? html`<li><code>${item}</code></li>` : html`<li>${item}</li>`))}</ul>`;
}

const fold = (title: string, count: number, body: Markup): Markup =>
  count === 0
    ? NOTHING
    : html`<details><summary>${title} <span class="count">${number(count)}</span></summary>${body}</details>`;
