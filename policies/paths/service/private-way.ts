import type { Port } from "../declaration.ts";
import type { Hop } from "../hop.ts";
import type { PodSide } from "../pod.ts";

/** What of a cloud is called: one of its interfaces, and which of its resources where that decides. */
export interface Wanted {
  readonly name: string;
  readonly resource?: string;
}
/** Finds the private way from pods to an interface; no hops where there is none, so that calls take the internet. */
export type Finder = (from: PodSide, wanted: Wanted, port: Port) => readonly Hop[];
