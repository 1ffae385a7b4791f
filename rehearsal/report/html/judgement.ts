import { severitiesInOrder, severityTitle } from "../findings.ts";
import { stopping, stops } from "../judgement/judgement.ts";
import type { JudgedFinding, Judgement } from "../judgement/model.ts";
import { alike, byRule, shortened, standing, tally } from "../judgement/words.ts";
import { counted, number } from "../words.ts";
import { controls } from "./controls.ts";
import { mark } from "./header.ts";
import { anchorOf, html, type Markup, NOTHING, when } from "./markup.ts";
import { renderPage } from "./page.ts";
import { paths } from "./paths.ts";

// more of them would bury the rules
const OPEN_AT_MOST = 20;

/** What was judged, and by what. */
export interface Judged {
  readonly subject: string;
  readonly tool: string;
}

/** A judgement as one self-contained page: by rule, by resource, and by the control that an auditor asks about. */
export function renderJudgementHtml(judgement: Judgement, about: Judged): string {
  const rules = byRule(judgement);
  const read = rules.flatMap(([, findings]) => findings);
  const resources = [...Map.groupBy(read, ({ urn }) => urn).values()];
  const excepted = judgement.findings.filter(({ verdict }) => verdict === "excepted");
  return renderPage({
    title: `${words(judgement)}: ${about.subject} – Archipel check`,
    header: header(judgement, about),
    sections: [
      html`<a href="#rules">By rule <span class="count">${number(rules.length)}</span></a>`,
      html`<a href="#resources">By resource <span class="count">${number(resources.length)}</span></a>`,
      ...(excepted.length > 0
        ? [html`<a href="#excepted">Excepted <span class="count">${number(excepted.length)}</span></a>`]
        : []),
      ...(judgement.paths
        ? [html`<a href="#paths">Paths <span class="count">${judgement.paths.length}</span></a>`]
        : []),
      html`<a href="#controls">Controls</a>`,
    ],
    main: html`${ruleSection(rules, new Map(judgement.rules.map(({ id, title }) => [id, title])))}
${resourceSection(resources)}
${when(excepted.length > 0, () => exceptedSection(excepted))}
${paths(judgement)}
${controls(judgement)}`,
    scripts: [],
  });
}

const words = (judgement: Judgement): string =>
  stops(judgement) === 0 ? "Nothing stops a deployment" : "Would stop a deployment";

function header(judgement: Judgement, { subject, tool }: Judged): Markup {
  const bad = stops(judgement);
  const verdict = bad === 0 ? "pass" : "fail";
  const packs = judgement.packs.map(({ name, version }) => `${name} ${version}`).join(", ");
  return html`<header class="top verdict-${verdict}">
<div class="wrap">
<p class="brand">Archipel check</p>
<h1>${mark(verdict)}<span><span class="verdict">${words(judgement)}</span> <span class="subject">${subject}</span></span></h1>
<p class="meaning">${tally(judgement)}.</p>
${when(bad > 0, () => html`<ol class="reasons" aria-label="Reasons">${reasons(judgement).map((reason) => html`<li>${reason}</li>`)}</ol>`)}
<p class="made">Judged by ${packs || "no pack"} of archipel ${tool} as of ${judgement.asOf}.</p>
</div>
</header>`;
}

function reasons(judgement: Judgement): readonly string[] {
  const rules = [...Map.groupBy(stopping(judgement), ({ rule }) => rule)];
  return [
    ...rules.map(([rule, { length }]) => `${rule}: ${counted(length, "finding")}`),
    ...judgement.notices.filter(({ failing }) => failing).map(({ text }) => text),
  ];
}

function ruleSection(rules: ReturnType<typeof byRule>, titles: ReadonlyMap<string, string>): Markup {
  const bySeverity = Map.groupBy(rules, ([, [first]]) => first?.severity ?? "low");
  const severities = severitiesInOrder([...bySeverity.keys()].map((severity) => ({ severity })));
  const parts = severities.map((severity) => {
    const own = bySeverity.get(severity as JudgedFinding["severity"]) ?? [];
    return html`<h3 class="severity severity-${severity}">${severityTitle(severity)} <span class="count">${number(own.length)}</span></h3>${own.map(([rule, findings]) => rulePart(rule, titles.get(rule) ?? "", findings))}`;
  });
  return html`<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">By rule <span class="count">${number(rules.length)}</span></h2>
${rules.length === 0 ? html`<p class="lead">Nothing was found.</p>` : parts}
</section>`;
}

function rulePart(rule: string, title: string, findings: readonly JudgedFinding[]): Markup {
  const [first] = findings;
  const fixes = new Set(findings.map(({ fix }) => fix));
  const shared = fixes.size === 1 ? first?.fix : undefined;
  const items = alike(findings).map((group) =>
    item(
      group,
      shared === undefined,
      ({ urn, address }) => html`<a href="#${anchorOf(urn)}">${shortened(address)}</a>`,
    ),
  );
  return html`<details class="policy"${bad(findings) && findings.length <= OPEN_AT_MOST ? html` open` : NOTHING}><summary><span class="policy-name">${rule}</span> <span class="pack">${title}</span> <span class="badge ${bad(findings) ? "badge-bad" : "badge-plain"}">${first === undefined ? "" : standing(first)}</span> <span class="count">${counted(findings.length, "finding")}</span></summary>
${shared ? fix(shared) : NOTHING}
<ul class="found">${items}</ul></details>`;
}

function resourceSection(resources: readonly (readonly JudgedFinding[])[]): Markup {
  const parts = resources.map((findings) => {
    const [first] = findings;
    if (first === undefined) return NOTHING;
    const items = findings.map((finding) => item([finding], true, ({ rule }) => html`${rule}`));
    return html`<details class="policy" id="${anchorOf(first.urn)}"><summary><span class="policy-name">${shortened(first.address)}</span> <span class="badge ${bad(findings) ? "badge-bad" : "badge-plain"}">${counted(findings.length, "finding")}</span></summary>
<ul class="found">${items}</ul></details>`;
  });
  return html`<section id="resources" aria-labelledby="resources-title">
<h2 id="resources-title">By resource <span class="count">${number(resources.length)}</span></h2>
${parts}
</section>`;
}

function exceptedSection(findings: readonly JudgedFinding[]): Markup {
  const items = findings.map(({ address, rule, message, exception }) => {
    const { reason = "", owner = "", expires = "" } = exception ?? {};
    return html`<li><p class="what">${shortened(address)}</p><p class="message">${rule}: ${message}</p><p class="where">Until ${expires}, by ${owner}: ${reason}</p></li>`;
  });
  return html`<section id="excepted" aria-labelledby="excepted-title">
<h2 id="excepted-title">Excepted <span class="count">${number(findings.length)}</span></h2>
<ul class="found">${items}</ul>
</section>`;
}

const bad = (findings: readonly JudgedFinding[]): boolean => findings.some(({ level }) => level === "mandatory");
const fix = (text: string): Markup => html`<p class="fix"><strong>Fix</strong> ${text}</p>`;

function item(group: readonly JudgedFinding[], own: boolean, what: (finding: JudgedFinding) => Markup): Markup {
  const [first, ...rest] = group;
  if (first === undefined) return NOTHING;
  const { message, fix: how, file, line } = first;
  const place = file === "" ? NOTHING : html`<p class="where"><code>${line > 0 ? `${file}:${line}` : file}</code></p>`;
  const more = when(
    rest.length > 0,
    () =>
      html`<details><summary>and ${counted(rest.length, "other")} of the same component</summary><ul>${rest.map((other) => html`<li>${what(other)}</li>`)}</ul></details>`,
  );
  return html`<li><p class="what">${what(first)}</p><p class="message">${message} <span class="badge badge-plain">${standing(first)}</span></p>${when(own && how !== "", () => fix(how))}${place}${more}</li>`;
}
