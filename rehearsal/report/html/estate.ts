import {
  type CloudGroup,
  type ComponentGroup,
  type EstateFacts,
  estateByCloud,
  factsOf,
  realResources,
} from "../estate.ts";
import type { Report, ReportResource } from "../model.ts";
import { sourceTitle, typeTitle } from "../urn.ts";
import { cloudTitle, counted, number } from "../words.ts";
import { cloudClass } from "./archipelago.ts";
import { bar } from "./bar.ts";
import { filters } from "./filters.ts";
import { anchorOf, cloudAnchor, groupAnchor, html, type Markup, NOTHING, when } from "./markup.ts";
import { opClass } from "./steps.ts";

// Above this many components the list is longer than a page worth scrolling, so that clouds start folded.
const GROUPS_AT_ONCE = 40;
const OPEN = html` open`;

/** Every resource by cloud and component, with a filter. */
export function estate(report: Report): Markup {
  const clouds = estateByCloud(report);
  const facts = factsOf(report);
  const real = realResources(report);
  const open = clouds.reduce((sum, { groups }) => sum + groups.length, 0) <= GROUPS_AT_ONCE;
  const parts = clouds.map(({ cloud, count }) => ({ key: cloudClass(cloud), title: cloudTitle(cloud), count }));
  return html`<section id="estate" aria-labelledby="estate-title">
<h2 id="estate-title">Estate <span class="count">${counted(real.length, "resource")}</span></h2>
${real.length === 0 ? html`<p class="lead">The program declares no resource.</p>` : html`${bar(parts)}${filters(real, facts)}<div id="tree">${clouds.map((cloud) => cloudSection(cloud, facts, open))}</div>`}
</section>`;
}

function cloudSection({ cloud, count, groups }: CloudGroup, facts: EstateFacts, open: boolean): Markup {
  return html`<details class="cloud" id="${cloudAnchor(cloud)}"${open ? OPEN : NOTHING}><summary><h3><i class="dot dot-${cloudClass(cloud)}"></i>${cloudTitle(cloud)}</h3> <span class="count">${counted(count, "resource")} in ${counted(groups.length, "component")}</span></summary>
${groups.map((group) => groupDetails(cloud, group, facts))}</details>`;
}

function groupDetails(cloud: string, { component, around, resources }: ComponentGroup, facts: EstateFacts): Markup {
  const path = around.map(({ name }) => html`<span class="around">${name} › </span>`);
  const title = component
    ? html`${path}<span class="name">${component.name}</span> <span class="type">${typeTitle(component.type)}</span>`
    : html`<span class="name">At the top of the stack</span>`;
  const findings = resources.reduce((sum, { urn }) => sum + (facts.findings.get(urn) ?? 0), 0);
  const changed = resources.filter(({ urn }) => isChange(facts.operations.get(urn) ?? "")).length;
  return html`<details class="group" id="${groupAnchor(cloud, component?.urn ?? "")}"><summary>${title} ${when(findings > 0, () => html`<span class="badge badge-warn">${counted(findings, "finding")}</span> `)}${when(changed > 0 && changed < resources.length, () => html`<span class="badge badge-plain">${number(changed)} changed</span> `)}<span class="count" data-total="${resources.length}">${number(resources.length)}</span></summary>
<table class="resources stacked"><thead><tr><th scope="col">Resource</th><th scope="col">Type</th><th scope="col">Operation</th><th scope="col">Fidelity</th><th scope="col">Findings</th></tr></thead><tbody>${resources.map((resource) => row(resource, facts))}</tbody></table></details>`;
}

const isChange = (op: string): boolean => op !== "" && op !== "same" && op !== "read" && op !== "refresh";

function row(resource: ReportResource, { operations, findings }: EstateFacts): Markup {
  const { urn, name, type, id, source, fidelity, cloud, protect } = resource;
  const op = operations.get(urn) ?? "same";
  const found = findings.get(urn) ?? 0;
  const said = fidelity === "none" ? "–" : fidelity;
  return html`<tr id="${anchorOf(urn)}" tabindex="-1" data-c="${cloud}" data-t="${type}" data-f="${fidelity}" data-o="${op}" data-p="${found > 0 ? 1 : 0}"><th scope="row"><span class="name">${name}</span>${when(protect, () => html` <span class="badge badge-plain">protected</span>`)}<small>${when(id !== "" && id !== name, () => html`<span class="id">${id}</span> `)}${when(source !== "", () => html`<code>${sourceTitle(source)}</code>`)}</small></th><td><span class="type" title="${type}">${typeTitle(type)}</span></td><td><span class="op op-${opClass(op)}">${op}</span></td><td><span class="fid fid-${fidelity}">${said}</span></td><td>${found > 0 ? html`<a href="#findings">${number(found)}</a>` : html`–`}</td></tr>
`;
}
