import type { Read } from "../../core/props.ts";
import { isAllowed } from "../../core/region.ts";
import { decide, type Verdict } from "../../core/verdict.ts";

/** Judges one place where a copy lies. */
export type Allowed = (read: Read<string>, absent?: string) => Verdict;

export function among(regions: readonly string[]): Allowed {
  return (read, absent) =>
    decide(read, {
      known: (region) => (isAllowed(region, regions) ? undefined : `is ${region}, which is not allowed`),
      absent,
    });
}
