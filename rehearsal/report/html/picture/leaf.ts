import { changesInOrder, SAID } from "../../changes.ts";
import type { EstateFacts } from "../../estate.ts";
import type { Placed } from "../../picture/layout.ts";
import type { Box } from "../../picture/tree.ts";
import { counted, number } from "../../words.ts";
import { cloudClass } from "../archipelago.ts";
import { anchorOf, cloudAnchor, groupAnchor, html, type Markup, when } from "../markup.ts";

/** Pulumi's own signs for what is done to a resource. */
export const SIGNS: { readonly [op: string]: string } = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "−",
  failed: "✕",
};
const WORST = ["failed", "delete", "replace", "update", "create"];
/** Pixels that a letter takes, on average; in the small print, and as a sign. */
const LETTER = 7.2;
const SMALL = 6.5;
const SIGN = 8;

/** A box with nothing drawn inside: what it is, what happens to it, and a link to the same in words. */
export function drawLeaf({ box, x, y, width, height }: Placed, facts: EstateFacts, place: number): Markup {
  const { ops, findings, echoed } = tally(box, facts);
  const single = box.kind === "resource";
  const worst = WORST.find((op) => ops[op]) ?? "same";
  const signs = Object.entries(SIGNS).flatMap(([op, sign]) =>
    ops[op] ? [single ? sign : `${sign}${number(ops[op])}`] : [],
  );
  const marks = [...signs, ...(findings > 0 ? ["!"] : [])].join(" ");
  const room = width - 18;
  const beside = room - marks.length * SIGN;
  const said = changesInOrder(ops).map(([op, count]) => `${number(count)} ${SAID[op] ?? op}`);
  const [note, brief] = notes(box);
  const label = [
    titleOf(box),
    note,
    ...(single ? [worst === "same" ? "" : (SAID[worst] ?? worst)] : said),
    ...(findings > 0 ? [counted(findings, "finding")] : []),
    ...(echoed ? ["only echoed"] : []),
  ].filter(Boolean);
  const states = [...(echoed ? ["echoed"] : []), ...(worst === "failed" ? ["failed"] : [])];
  const below = note.length * SMALL <= beside ? note : fit(brief, beside);
  return html`<a class="${["leaf", `in-${cloudClass(box.cloud)}`, ...states].join(" ")}" href="#${target(box)}" data-k="${place}" transform="translate(${x} ${y})"><title>${label.join(", ")}</title><rect width="${width}" height="${height}" rx="4"/><rect class="fill-${worst}" width="4" height="${height}" rx="2"/><text x="11" y="${single ? 17 : 18}">${fit(box.title, single ? beside : room)}</text>${when(!single, () => html`<text class="below" x="11" y="34">${below}</text>`)}${when(marks !== "", () => html`<text class="marks" x="${width - 7}" y="${single ? 17 : 34}">${marks}</text>`)}</a>
`;
}

/** A box as people call it. */
export const titleOf = ({ kind, title, note }: Box): string =>
  kind === "network" && note ? `${note} ${title}` : title;

/** What a box is: in full, and where that takes too much room. */
function notes({ kind, note, resources }: Box): readonly [full: string, brief: string] {
  if (kind === "resource") return [note, note];
  const noted = (count: string): string => [note, count].filter(Boolean).join(" · ");
  return [noted(counted(resources.length, "resource")), noted(number(resources.length))];
}

function tally(box: Box, { operations, findings }: EstateFacts) {
  const ops: Record<string, number> = {};
  for (const { urn } of box.resources) {
    const op = operations.get(urn) ?? "same";
    ops[op] = (ops[op] ?? 0) + 1;
  }
  return {
    ops,
    findings: box.resources.reduce((sum, { urn }) => sum + (findings.get(urn) ?? 0), 0),
    echoed: box.resources.some(({ fidelity }) => fidelity === "echoed"),
  };
}

/** Where the list below says the same in words. */
function target({ kind, cloud, urn }: Box): string {
  if (kind === "resource") return anchorOf(urn);
  return kind === "component" ? groupAnchor(cloud, urn) : cloudAnchor(cloud);
}

/** A text cut in its middle, since both ends of a name tell things apart. */
export function fit(text: string, width: number): string {
  const most = Math.max(4, Math.floor(width / LETTER));
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - tail)}…${text.slice(-tail)}`;
}
