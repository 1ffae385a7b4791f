import type { EstateFacts } from "../estate.ts";
import type { ReportResource } from "../model.ts";
import { typeTitle } from "../urn.ts";
import { cloudsInOrder, cloudTitle, counted, inOrder, number } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** The filter over the estate. It stays hidden where scripts do not run: without them it could do nothing. */
export function filters(resources: readonly ReportResource[], { operations, findings }: EstateFacts): Markup {
  const clouds = tally(resources.map(({ cloud }) => cloud));
  const types = tally(resources.map(({ type }) => type));
  const levels = tally(resources.map(({ fidelity }) => fidelity));
  const ops = tally(resources.map(({ urn }) => operations.get(urn) ?? "same"));
  const found = tally(resources.map(({ urn }) => (findings.has(urn) ? "1" : "0")));
  const known = ["exact", "derived", "echoed", "none"];
  return html`<form id="filter" role="search" aria-label="Filter the estate" hidden>
<div class="field text"><label for="q">Search</label><input type="search" id="q" autocomplete="off" spellcheck="false" placeholder="name, type, id or source"></div>
${facet("c", "Cloud", cloudsInOrder(clouds.keys()), clouds, cloudTitle)}
${facet("t", "Type", inOrder(types.keys(), []), types, (type) => `${typeTitle(type)} · ${type.split(":")[0] ?? ""}`)}
${facet("o", "Operation", inOrder(ops.keys(), ["failed", "create", "update", "replace", "same"]), ops, (op) => op)}
${facet("f", "Fidelity", inOrder(levels.keys(), known), levels, (level) => level)}
${facet("p", "Findings", inOrder(found.keys(), ["1", "0"]), found, (some) => (some === "1" ? "with findings" : "without findings"))}
<button type="reset">Clear</button>
<p class="shown" id="shown" role="status">${counted(resources.length, "resource")}</p>
</form>`;
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function facet(
  key: string,
  label: string,
  values: readonly string[],
  counts: ReadonlyMap<string, number>,
  title: (value: string) => string,
): Markup {
  const options = values.map(
    (value) => html`<option value="${value}">${title(value)} (${number(counts.get(value) ?? 0)})</option>`,
  );
  return html`<div class="field"><label for="facet-${key}">${label}</label><select id="facet-${key}" data-facet="${key}"><option value="">All</option>${options}</select></div>`;
}
