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

/** Draws faults for different operations; the same seed draws the same. */
export function drawFaults(count: number, planned: readonly Planned[], seed: string): Fault[] {
  const key = ({ operation, type, name }: Planned): string => digest(seed, "fault", operation, type, name);
  return planned
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, count)
    .map((one) => {
      const [point, kind] = WAYS[Number.parseInt(key(one).slice(-6), 16) % WAYS.length] as (typeof WAYS)[number];
      return { ...one, point, kind, times: 1 };
    });
}
