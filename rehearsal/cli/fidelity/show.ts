import type { Comparison, Measurement } from "../../twin/measure/measure.ts";
import { HIDDEN_FORM, toJson } from "../../wire/json.ts";
import { packageOf } from "../../wire/urn.ts";
import { percent, type Share, type Shares, sharesOf, worstFirst } from "./shares.ts";

const round = (share: Share): string => percent(share).toFixed(1);
const cells = ({ resources, present, kind, form }: Shares): readonly string[] => [
  String(resources),
  round(present),
  round(kind),
  round(form),
];

/** The table by provider and by type, the worst first, and the shares of all in the last line. */
export function inText({ comparisons, leftOut, bookkeeping }: Measurement): string {
  const rows: (readonly string[])[] = [["", "resources", "present", "kind", "form", ""]];
  for (const { name, shares } of worstFirst(comparisons, ({ type }) => packageOf(type)))
    rows.push([name, ...cells(shares), ""]);
  rows.push([""]);
  for (const { name, shares, comparisons: own } of worstFirst(comparisons, ({ type }) => type)) {
    rows.push([name, ...cells(shares), wrongKeys(own)]);
  }
  const all = sharesOf(comparisons);
  const volatile = all.present.of - all.form.of;
  const out = [
    ...columns(rows),
    "",
    `${all.resources} resources, ${all.present.of} keys; ${volatile} of them (${((100 * volatile) / Math.max(1, all.present.of)).toFixed(1)} %) random or a time, so without form; ${bookkeeping} keys of bookkeeping left out`,
    ...comparisons.flatMap(({ type, id, refusal }) =>
      refusal === undefined ? [] : [`refused: ${type} ${id}: ${refusal}`],
    ),
    ...[...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, own]) => `left out (${own.length}): ${reason}`),
    `present ${round(all.present)} %, kind ${round(all.kind)} %, form ${round(all.form)} %`,
  ];
  return `${out.join("\n")}\n`;
}

/** The keys that are wrong anywhere, with what is wrong where it is more than the form. */
function wrongKeys(comparisons: readonly Comparison[]): string {
  const keys = new Set(
    comparisons.flatMap(({ misses }) => misses.map(({ key, what }) => (what === "form" ? key : `${key} (${what})`))),
  );
  return [...keys].sort().join(", ");
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** Everything, for programs; secrets stay hidden. */
export function inJson({ comparisons, leftOut, bookkeeping }: Measurement): string {
  const shares = (own: readonly Comparison[]) => {
    const { resources, present, kind, form } = sharesOf(own);
    return {
      resources,
      keys: present.of,
      volatile: present.of - form.of,
      present: percent(present),
      kind: percent(kind),
      form: percent(form),
    };
  };
  const group = (nameOf: (one: Comparison) => string) =>
    worstFirst(comparisons, nameOf).map(({ name, comparisons: own }) => ({ name, ...shares(own) }));
  const report = {
    total: shares(comparisons),
    bookkeeping,
    leftOut,
    providers: group(({ type }) => packageOf(type)),
    types: group(({ type }) => type),
    resources: comparisons.map(({ misses, ...one }) => ({
      ...one,
      misses: misses.map(({ recorded, made, ...miss }) => ({
        ...miss,
        recorded: toJson(recorded, HIDDEN_FORM),
        ...(made !== undefined && { made: toJson(made, HIDDEN_FORM) }),
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
