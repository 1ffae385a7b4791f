import type { JudgedPath, Judgement } from "../judgement/model.ts";
import { pathsSaid, standingOf, stateSaid } from "../judgement/paths.ts";
import { shortened } from "../judgement/words.ts";
import { counted } from "../words.ts";
import { html, type Markup, NOTHING, when } from "./markup.ts";

const BADGES = { "as declared": "badge-plain", "not as declared": "badge-bad", undetermined: "badge-plain" } as const;

/** Every declared path with the chain that proves it; nothing where none is declared. */
export function paths({ paths = [] }: Judgement): Markup {
  if (paths.length === 0) return NOTHING;
  return html`<section id="paths" aria-labelledby="paths-title">
<h2 id="paths-title">Paths <span class="count">${paths.length}</span></h2>
<p class="lead">${pathsSaid(paths)}. A path is open where every step lets it through, and closed where one refuses it. What is not covered is never taken for either.</p>
${paths.map(part)}
</section>`;
}

function part(path: JudgedPath): Markup {
  const standing = standingOf(path);
  return html`<details class="policy"${standing === "not as declared" ? html` open` : NOTHING}><summary><span class="policy-name">${path.name}</span> <span class="badge ${BADGES[standing]}">${stateSaid(path)}</span> <span class="count">${counted(path.steps.length, "step")}</span></summary>
<p>${path.why}</p>
${when(path.steps.length > 0, () => html`<ol class="found">${path.steps.map(step)}</ol>`)}</details>`;
}

function step({ what, passage, reason, by }: JudgedPath["steps"][number]): Markup {
  return html`<li><p class="what">${what} <span class="badge badge-plain">${passage}</span></p>${when(reason !== undefined, () => html`<p class="message">${reason ?? ""}</p>`)}${when(by.length > 0, () => html`<p class="where">by ${by.map((urn, index) => html`${index > 0 ? ", " : ""}<code>${shortened(urn)}</code>`)}</p>`)}</li>`;
}
