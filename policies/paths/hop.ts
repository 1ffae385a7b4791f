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
