import type { ProvedPath, Step } from "../core/proved-path.ts";
import type { Truth } from "../core/truth.ts";
import type { Declaration } from "./declaration.ts";
import { type Hop, openAlong } from "./hop.ts";

/** A proved path, and the truth of it as verdicts need it; nothing where an end is missing. */
export interface Proof extends ProvedPath {
  readonly open?: Truth;
  /** Why the path is none of this stack's. */
  readonly absent?: string;
}

type Outcome = { readonly hops: readonly Hop[] } | { readonly missing: string } | { readonly absent: string };

export function proofOf({ name, why, expect }: Declaration, outcome: Outcome): Proof {
  const about = { name, why, expect };
  if ("absent" in outcome) return { ...about, state: "missing", steps: [], absent: outcome.absent };
  if ("missing" in outcome) return { ...about, state: "missing", steps: [], missing: outcome.missing };
  const open = openAlong(outcome.hops);
  return { ...about, open, state: worded(open, "open", "closed"), steps: outcome.hops.map(stepOf) };
}

function stepOf({ what, open, by }: Hop): Step {
  const reason = typeof open === "boolean" ? undefined : `${open.path} ${open.reason ?? "is not known yet"}`.trim();
  return { what, passage: worded(open, "allowed", "refused"), by, ...(reason !== undefined && { reason }) };
}

function worded<T extends string>(
  open: Truth,
  yes: T,
  no: T,
): T | "undetermined(unknown)" | "undetermined(not covered)" {
  if (typeof open === "boolean") return open ? yes : no;
  return open.reason === undefined ? "undetermined(unknown)" : "undetermined(not covered)";
}

/** The end of a URN, by which people know a resource. */
export function lastOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::", urn.lastIndexOf("::") - 1) + 2).replace(/^.*\$/, "");
}
