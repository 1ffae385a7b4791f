import type { Flow } from "../../picture/flows.ts";
import type { Placed } from "../../picture/layout.ts";
import { counted } from "../../words.ts";
import { html, type Markup, NOTHING } from "../markup.ts";

/** A box by its middle and half its size. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
/** How far a line bows out, as a share of its length. */
const BEND = 0.12;

/** What flows between boxes, as bowed lines over the sheet. */
export function drawLines(
  flows: readonly Flow[],
  placed: readonly Placed[],
  numbers: ReadonlyMap<string, number>,
): Markup {
  const spots = new Map(spotsOf(placed).map(([key, spot]) => [numbers.get(key), spot]));
  const lines = flows.map(({ from, to, count }) => {
    const [a, b] = [spots.get(from), spots.get(to)];
    if (!a || !b) return NOTHING;
    return html`<path class="flow" data-a="${from}" data-b="${to}" d="${bow(a, b)}"><title>${counted(count, "value")}</title></path>`;
  });
  return html`<g class="flows" aria-hidden="true">${lines}</g>`;
}

/** Boxes with nothing drawn inside, each with its place on the whole sheet. */
function spotsOf(placed: readonly Placed[], dx = 0, dy = 0): (readonly [key: string, spot: Spot])[] {
  return placed.flatMap(({ box, x, y, width, height, children }) => {
    if (children.length > 0) return spotsOf(children, dx + x, dy + y);
    const [w, h] = [width / 2, height / 2];
    return [[box.key, { x: dx + x + w, y: dy + y + h, w, h }] as const];
  });
}

/** A bow from the edge of one box to the edge of another. */
function bow(a: Spot, b: Spot): string {
  const [from, to] = [edge(a, b), edge(b, a)];
  const x = (from.x + to.x) / 2 - (to.y - from.y) * BEND;
  const y = (from.y + to.y) / 2 + (to.x - from.x) * BEND;
  return `M${from.x.toFixed()} ${from.y.toFixed()}Q${x.toFixed()} ${y.toFixed()} ${to.x.toFixed()} ${to.y.toFixed()}`;
}

/** Where the line from the middle of a box towards another one leaves it. */
function edge({ x, y, w, h }: Spot, towards: Spot): { x: number; y: number } {
  const [dx, dy] = [towards.x - x, towards.y - y];
  const scale = Math.min(w / Math.abs(dx), h / Math.abs(dy));
  return { x: x + dx * scale, y: y + dy * scale };
}
