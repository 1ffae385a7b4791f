import type { Truth } from "../core/truth.ts";
import type { Declaration, Port } from "./declaration.ts";
import { type Hop, openAlong } from "./hop.ts";

export type State = "open" | "closed" | "missing" | Doubt;
export type Passage = "allowed" | "refused" | Doubt;
type Doubt = "undetermined(unknown)" | "undetermined(not covered)";

/** One step of a proof as people read it. */
export interface Step {
  readonly what: string;
  readonly passage: Passage;
  /** What is not known, or not covered. */
  readonly reason?: string;
  readonly by: readonly string[];
}
/** What was found about one declared path. */
export interface Proof {
  readonly name: string;
  readonly why: string;
  readonly expect: Declaration["expect"];
  readonly port: Port;
  readonly state: State;
  readonly steps: readonly Step[];
  /** Which end nothing in the program matches. */
  readonly missing?: string;
  readonly open?: Truth;
}

type Outcome = { readonly hops: readonly Hop[] } | { readonly missing: string };

export function proofOf({ name, why, expect, port }: Declaration, outcome: Outcome): Proof {
  const about = { name, why, expect, port };
  if ("missing" in outcome) return { ...about, state: "missing", steps: [], missing: outcome.missing };
  const open = openAlong(outcome.hops);
  return { ...about, open, state: worded(open, "open", "closed"), steps: outcome.hops.map(stepOf) };
}

function stepOf({ what, open, by }: Hop): Step {
  const reason = typeof open === "boolean" ? undefined : `${open.path} ${open.reason ?? "is not known yet"}`.trim();
  return { what, passage: worded(open, "allowed", "refused"), by, ...(reason !== undefined && { reason }) };
}

function worded<T extends string>(open: Truth, yes: T, no: T): T | Doubt {
  if (typeof open === "boolean") return open ? yes : no;
  return open.reason === undefined ? "undetermined(unknown)" : "undetermined(not covered)";
}

/** The end of a URN, by which people know a resource. */
export function lastOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::", urn.lastIndexOf("::") - 1) + 2).replace(/^.*\$/, "");
}
