import {
  blocks,
  findingsByPolicy,
  type MergedFinding,
  type PolicyGroup,
  severitiesInOrder,
  severityTitle,
} from "../findings.ts";
import type { Report } from "../model.ts";
import { sourceTitle } from "../urn.ts";
import { counted, number } from "../words.ts";
import { html, type Markup, NOTHING, when } from "./markup.ts";
import type { ResourceLink } from "./resource-link.ts";

/** What the policy packs found, gravest first, with the fix. */
export function findings(report: Report, link: ResourceLink): Markup {
  const groups = findingsByPolicy(report);
  const { packs } = report.policies;
  const asked = packs.map(
    ({ name, version, policies }) => `${name} ${version} (${counted(policies, "policy", "policies")})`,
  );
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Policy findings <span class="count">${number(groups.reduce((sum, group) => sum + group.findings.length, 0))}</span></h2>
<p class="lead">${packs.length > 0 ? `Asked: ${asked.join(", ")}.` : "No policy pack was attached, so nothing was judged."}${groups.length === 0 && packs.length > 0 ? " Nothing was found." : ""}</p>
${severitiesInOrder(groups).map((severity) => section(severity, groups, link))}
</section>`;
}

function section(severity: string, groups: readonly PolicyGroup[], link: ResourceLink): Markup {
  const mine = groups.filter((group) => group.severity === severity);
  const count = mine.reduce((sum, group) => sum + group.findings.length, 0);
  return html`<h3 class="severity severity-${severity || "none"}">${severityTitle(severity)} <span class="count">${number(count)}</span></h3>${mine.map((group) => policy(group, link))}`;
}

const OPEN = html` open`;

function policy({ policy: name, pack, level, findings: list }: PolicyGroup, link: ResourceLink): Markup {
  const blocking = list.some(blocks);
  const word = blocking ? "mandatory, blocks" : list.every(({ remediated }) => remediated) ? "remediated" : level;
  const fixes = [...new Set(list.map(({ fix }) => fix))];
  const shared = fixes.length === 1 ? fixes[0] : undefined;
  return html`<details class="policy"${blocking && list.length <= 20 ? OPEN : NOTHING}><summary><span class="policy-name">${name}</span> <span class="badge ${blocking ? "badge-bad" : "badge-plain"}">${word}</span> <span class="pack">${pack}</span> <span class="count">${counted(list.length, "resource")}</span></summary>
${shared ? fix(shared) : NOTHING}
<ul class="found">${list.map((finding) => item(finding, shared === undefined, link))}</ul></details>`;
}

const fix = (text: string): Markup => html`<p class="fix"><strong>Fix</strong> ${text}</p>`;

function item({ urn, message, source, steps, fix: how }: MergedFinding, own: boolean, link: ResourceLink): Markup {
  return html`<li><p class="what">${link(urn)}</p><p class="message">${message}</p>${when(own && how !== "", () => fix(how))}<p class="where"><code>${sourceTitle(source)}</code> · ${steps.length === 1 ? "step" : "steps"} ${steps.join(", ")}</p></li>`;
}
