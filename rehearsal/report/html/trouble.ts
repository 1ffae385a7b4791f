import { adoptionSaid, faultSaid } from "../faults.ts";
import type { ReportStep } from "../model.ts";
import { number } from "../words.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** What was broken in a step, and what somebody had to take care of. */
export function trouble({ faults, adopted }: ReportStep): Markup {
  return html`${lines("Broken on purpose", faults.map(faultSaid))}${lines("Taken care of by hand", adopted.map(adoptionSaid))}`;
}

const lines = (title: string, list: readonly string[]): Markup =>
  list.length === 0
    ? NOTHING
    : html`<details><summary>${title} <span class="count">${number(list.length)}</span></summary><ul>${list.map((line) => html`<li>${line}</li>`)}</ul></details>`;
