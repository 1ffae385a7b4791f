import type { Report } from "./model.ts";
import { inOrder, number } from "./words.ts";

const ORDER = ["create", "update", "replace", "delete", "import", "read", "refresh", "same"];

/** Operations and how many there are of each, changes first, unchanged resources last. */
export function changesInOrder(changes: Report["steps"][number]["changes"]): [op: string, count: number][] {
  return inOrder(Object.keys(changes), ORDER)
    .map((op): [string, number] => [op, changes[op] ?? 0])
    .filter(([, count]) => count > 0);
}

/** What was done, in the words people read. */
export const SAID: { readonly [op: string]: string } = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  import: "imported",
  read: "read",
  refresh: "refreshed",
  same: "unchanged",
};

/** `12 created, 3 unchanged`, or `nothing`. */
export function changesSaid(changes: Report["steps"][number]["changes"]): string {
  const parts = changesInOrder(changes).map(([op, count]) => `${number(count)} ${SAID[op] ?? op}`);
  return parts.join(", ") || "nothing";
}
