import type { Registration } from "../core/resource.ts";
import type { Source } from "./source.ts";

/** A resource that somebody else's file declares. */
export interface Subject extends Registration {
  /** What its own tool calls it. */
  readonly address: string;
  readonly file: string;
  /** The line of a property, or of the resource for an empty path, where the format has lines. */
  readonly lineOf?: (path: string) => number | undefined;
}
/** What is in a file and no rule will see, with how many there are. */
export interface Unmapped {
  readonly what: string;
  readonly count: number;
  readonly reason: string;
}
export interface Reading {
  readonly subjects: readonly Subject[];
  readonly unmapped: readonly Unmapped[];
}
/** One way in which infrastructure is written down. */
export interface Format {
  /** Shown where a path could not be recognised. */
  readonly title: string;
  /** Whether the source looks like it, by its content. */
  readonly recognises: (source: Source) => boolean;
  /** Fails with an `UnreadableError` where it is not what it seems. */
  readonly read: (source: Source) => Reading;
}

/** Same things counted together, in the order of their names. */
export function counted(reason: string, whats: readonly string[]): readonly Unmapped[] {
  const groups = [...Map.groupBy(whats, (what) => what)];
  return groups
    .map(([what, { length }]) => ({ what, count: length, reason }))
    .toSorted((a, b) => (a.what < b.what ? -1 : 1));
}
