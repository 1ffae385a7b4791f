import type { ReportResource } from "../model.ts";
import type { Box } from "./tree.ts";

/** Values of one box are used in another. */
export interface Flow {
  /** Positions in the list of boxes. */
  readonly from: number;
  readonly to: number;
  /** How many pairs of resources it stands for. */
  readonly count: number;
}

/** Which boxes use values of which: a resource that depends on another takes something from it. */
export function flows(boxes: readonly Box[], resources: readonly ReportResource[]): Flow[] {
  const place = new Map(boxes.flatMap((box, index) => box.resources.map(({ urn }) => [urn, index] as const)));
  const counts = new Map<string, { from: number; to: number; count: number }>();
  for (const { urn, dependencies } of resources) {
    const to = place.get(urn);
    if (to === undefined) continue;
    for (const dependency of dependencies) {
      const from = place.get(dependency);
      if (from === undefined || from === to) continue;
      const key = `${from} ${to}`;
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { from, to, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
