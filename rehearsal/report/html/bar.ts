import { number } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** One part of a bar: its key chooses the colour, its title is what people read. */
export interface BarPart {
  readonly key: string;
  readonly title: string;
  readonly count: number;
}

const WIDTH = 1000;
const GAP = 4;
const SMALLEST = 6;

/** A bar of proportions with its legend in words; the drawing itself is decoration. */
export function bar(parts: readonly BarPart[]): Markup {
  const present = parts.filter(({ count }) => count > 0);
  const total = present.reduce((sum, { count }) => sum + count, 0);
  const room = WIDTH - GAP * (present.length - 1) - SMALLEST * present.length;
  let x = 0;
  const rects = present.map(({ key, count }) => {
    const width = SMALLEST + (room * count) / total;
    const rect = html`<rect class="fill-${key}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="10" rx="2"/>`;
    x += width + GAP;
    return rect;
  });
  const legend = present.map(
    ({ key, title, count }) => html`<li><i class="dot dot-${key}"></i><b>${number(count)}</b> ${title}</li>`,
  );
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}</svg><ul class="legend">${legend}</ul>`;
}
