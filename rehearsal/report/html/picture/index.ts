import { SAID } from "../../changes.ts";
import { type EstateFacts, factsOf, realResources } from "../../estate.ts";
import type { Report, ReportResource } from "../../model.ts";
import { flows } from "../../picture/flows.ts";
import { layOut, type Placed, TITLE_HEIGHT } from "../../picture/layout.ts";
import { type Box, cut, type Detail, estateTree, leaves } from "../../picture/tree.ts";
import { number } from "../../words.ts";
import { cloudClass } from "../archipelago.ts";
import { html, type Markup, NOTHING, when } from "../markup.ts";
import { drawLeaf, fit, SIGNS, titleOf } from "./leaf.ts";
import { drawLines } from "./lines.ts";

const DETAILS: readonly (readonly [detail: Detail, title: string])[] = [
  ["places", "Places"],
  ["components", "Components"],
  ["resources", "Every resource"],
];
/** Up to so many boxes are taken in at a glance: the finest detail below it is shown first. */
const AT_A_GLANCE = 150;
/** Above so many flows, lines hide more than they show: then they are drawn only for the box in focus. */
const LINES_AT_ONCE = 60;

/** The estate as boxes in boxes, at three levels of detail, with what flows between them. */
export function picture(report: Report): Markup {
  const real = realResources(report);
  if (real.length === 0) return NOTHING;
  const facts = factsOf(report);
  const tree = estateTree(report);
  const sheets = DETAILS.map(([detail, title]) => ({ detail, title, boxes: cut(tree, detail) }));
  const first = sheets.findLast(({ boxes }) => leaves(boxes).length <= AT_A_GLANCE) ?? sheets[0];
  const choices = sheets.map(({ detail, title }) => {
    const checked = when(detail === first?.detail, () => html` checked`);
    return html`<input type="radio" name="detail" id="detail-${detail}"${checked}><label for="detail-${detail}">${title}</label>`;
  });
  const signs = Object.entries(SIGNS).map(([op, sign]) => html`<li><b>${sign}</b> ${SAID[op] ?? op}</li>`);
  return html`<section id="picture" aria-labelledby="picture-title">
<h2 id="picture-title">Picture</h2>
<p class="lead">Where everything stands, and whose values go where. Arrow keys move from box to box; a box leads to the list below, which says the same in words.</p>
<div class="picture" role="group" aria-label="The estate by cloud, region, network and component">
${choices}
${sheets.map(({ detail, boxes }) => sheet(detail, boxes, real, facts))}
</div>
<ul class="legend signs">${signs}<li><b>!</b> policy findings</li><li><b class="dashed"></b> only echoed</li></ul>
</section>`;
}

function sheet(detail: Detail, boxes: readonly Box[], real: readonly ReportResource[], facts: EstateFacts): Markup {
  const { width, height, boxes: placed } = layOut(boxes);
  const all = leaves(boxes);
  const numbers = new Map(all.map((box, index) => [box.key, index]));
  const links = flows(all, real);
  const dense = when(links.length > LINES_AT_ONCE, () => html` dense`);
  return html`<div class="sheet sheet-${detail}"><svg class="map${dense}" viewBox="0 0 ${width} ${height}" width="${width}" role="group" aria-label="${number(all.length)} boxes"><defs><marker id="tip-${detail}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
${placed.map((one) => drawBox(one, facts, numbers))}${drawLines(links, placed, numbers)}</svg></div>`;
}

function drawBox(placed: Placed, facts: EstateFacts, numbers: ReadonlyMap<string, number>): Markup {
  const { box, x, y, width, height, children } = placed;
  if (children.length === 0) return drawLeaf(placed, facts, numbers.get(box.key) ?? 0);
  const kind = box.kind === "network" && box.urn === "" ? "outside" : box.kind;
  const count = number(box.resources.length);
  return html`<g class="box box-${kind} in-${cloudClass(box.cloud)}" transform="translate(${x} ${y})" role="group" aria-label="${titleOf(box)}"><rect width="${width}" height="${height}" rx="6"/><text x="10" y="${TITLE_HEIGHT - 9}">${fit(titleOf(box), width - 30 - 7 * count.length)}<tspan class="more"> ${count}</tspan></text>
${children.map((child) => drawBox(child, facts, numbers))}</g>
`;
}
