import type { Unknown } from "../core/props.ts";
import { allOf, type Truth } from "../core/truth.ts";

/** One step of a path, and who lets it through or stops it. */
export interface Hop {
  readonly what: string;
  readonly open: Truth;
  /** URNs of the resources that decide. */
  readonly by: readonly string[];
}

/** What this solver does not know of, as a truth that nobody may take for one. */
export function uncovered(path: string, reason: string): Unknown {
  return { state: "unknown", path, reason };
}

/** Whether all hops of a chain let through. */
export function openAlong(hops: readonly Hop[]): Truth {
  return hops.length === 0 ? uncovered("", "has no hop that is known") : allOf(hops.map(({ open }) => open));
}

/** The way to show of several: one that is open, else one that may be, else all of them. */
export function bestOf(ways: readonly (readonly Hop[])[]): readonly Hop[] {
  const judged = ways.map((hops) => ({ hops, open: openAlong(hops) }));
  const best = judged.find(({ open }) => open === true) ?? judged.find(({ open }) => open !== false);
  return best?.hops ?? ways.flat();
}
