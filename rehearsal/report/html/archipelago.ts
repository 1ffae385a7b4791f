import type { CloudGroup } from "../estate.ts";
import { html, type Markup } from "./markup.ts";

const COAST = "M-40-8C-36-30-14-42 8-38C30-34 46-20 42 2C40 20 24 22 14 32C2 42-22 38-32 24C-40 14-43 4-40-8Z";
const TURNS = [-8, 25, 160, 70, 205];

/** The estate as a chart of islands, a cloud each, sized by its resources. Decoration: the numbers are in the text. */
export function archipelago(clouds: readonly CloudGroup[]): Markup {
  const most = Math.max(1, ...clouds.map(({ count }) => count));
  const islands = clouds.slice(0, TURNS.length).map(({ cloud, count }, index) => {
    const scale = 0.45 + 0.75 * Math.sqrt(count / most);
    const lines = [1, 0.72, 0.46, 0.22].map(
      (level) => html`<path d="${COAST}" transform="scale(${(scale * level).toFixed(3)})"/>`,
    );
    const y = 70 + (index % 2) * 46;
    return html`<g class="island island-${cloudClass(cloud)}" transform="translate(${60 + index * 96} ${y}) rotate(${TURNS[index] ?? 0})">${lines}</g>`;
  });
  return html`<svg class="archipelago" viewBox="0 0 ${islands.length * 96 + 24} 190" aria-hidden="true" focusable="false">${islands}</svg>`;
}

const KNOWN = ["aws", "gcp", "azure", "kubernetes"];

/** A cloud's class name; packages that are no cloud share one. */
export const cloudClass = (cloud: string): string => (KNOWN.includes(cloud) ? cloud : "other");
