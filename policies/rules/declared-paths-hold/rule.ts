import type { Graph } from "../../core/graph.ts";
import type { Bag } from "../../core/props.ts";
import type { ProvedPath, Step } from "../../core/proved-path.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { fail, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { lastOf, type Proof } from "../../paths/proof.ts";
import { PATHS, pathsIn } from "../../paths/settings.ts";
import { solve } from "../../paths/solve.ts";

function verdictOf({ name, expect, state, open, missing, absent, steps }: Proof): Verdict {
  if (absent !== undefined) return notApplicable(absent);
  if (state === "missing") return fail(name, `cannot be followed: ${missing ?? ""}`);
  if (typeof open === "object") {
    return undetermined({ ...open, path: [name, open.path].filter(Boolean).join(": ") });
  }
  if (state === expect) return PASS;
  if (expect === "closed") return fail(name, `is open: ${told(steps, "lets it through")}`);
  const refusing = steps.filter(({ passage }) => passage === "refused");
  return fail(name, `is closed: ${told(refusing, "refuses it")}`);
}

function shown(proof: Proof): readonly ProvedPath[] {
  const { open: _, absent, ...proved } = proof;
  return absent === undefined ? [proved] : [];
}

function told(steps: readonly Step[], does: string): string {
  return steps
    .map(({ what, by }) => `${what} ${does}${by.length > 0 ? ` (${by.map(lastOf).join(", ")})` : ""}`)
    .join("; ");
}

// told and shown, a stack is followed once: one graph is judged under one configuration
const PROVED = new WeakMap<Graph, readonly Proof[] | string>();

function proved({ config, graph }: Pick<GraphRun, "config" | "graph">): readonly Proof[] | string {
  const known = PROVED.get(graph) ?? followed(config, graph);
  PROVED.set(graph, known);
  return known;
}

function followed(config: Bag, graph: Graph): readonly Proof[] | string {
  const declared = pathsIn(config, graph);
  return typeof declared === "string" ? declared : solve(declared, graph);
}

function stack(_: Resource, run: GraphRun): Verdict | readonly Verdict[] {
  const proofs = proved(run);
  if (typeof proofs === "string") return fail(PATHS.name, proofs);
  return proofs.length === 0 ? notApplicable("declares no paths") : proofs.map(verdictOf);
}

export const declaredPathsHold: Rule = {
  id: "declared-paths-hold",
  packs: ["zero-trust"],
  title: "Declared paths are open or closed as they are declared",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "Policies that are each right may together open a way that nobody wanted, or close one that is needed.",
  fixText: ({ path }) =>
    path === PATHS.name
      ? "Give the stack values of its own in `paths.yaml`."
      : `Change the resource that the chain of "${path}" names, or the path in \`paths.yaml\`.`,
  settings: [PATHS],
  shows: (run) => {
    const proofs = proved(run);
    return typeof proofs === "string" ? [] : proofs.flatMap(shown);
  },
  checks: { "pulumi:pulumi:Stack": stack },
};
