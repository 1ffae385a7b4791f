import { digest } from "../seed.ts";
import { type Fault, type FaultKind, type FaultPoint } from "./fault.ts";

/** An operation that a step is about to do. */
export interface Planned {
  readonly operation: "create" | "update" | "delete";
  readonly type: string;
  readonly name: string;
}

const WAYS: readonly (readonly [FaultPoint, FaultKind])[] = [
  ["before-effect", "denied"],
  ["before-effect", "expired"],
  ["before-effect", "crash-engine"],
  ["after-effect", "unavailable"],
  ["after-effect", "crash-provider"],
  ["after-effect", "crash-engine"],
  ["waiting", "timeout"],
];

/** So many of the items, in their order; the same seed draws the same. */
export function drawn<Item>(
  items: readonly Item[],
  count: number,
  seed: string,
  nameOf: (item: Item) => string,
): Item[] {
  const lot = new Map(items.map((item) => [item, digest(seed, "draw", nameOf(item))]));
  const least = items.toSorted((a, b) => ((lot.get(a) as string) < (lot.get(b) as string) ? -1 : 1)).slice(0, count);
  const taken = new Set(least);
  return items.filter((item) => taken.has(item));
}

/** Draws faults for different operations; the same seed draws the same. */
export function drawFaults(count: number, planned: readonly Planned[], seed: string): Fault[] {
  const name = ({ operation, type, name: own }: Planned): string => `${operation}\n${type}\n${own}`;
  return drawn(planned, count, seed, name).map((one) => {
    const face = Number.parseInt(digest(seed, "way", name(one)).slice(0, 6), 16) % WAYS.length;
    const [point, kind] = WAYS[face] as (typeof WAYS)[number];
    return { ...one, point, kind, times: 1 };
  });
}
