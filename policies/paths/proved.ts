import type { Graph } from "../core/graph.ts";
import type { ProvedPath } from "../core/proved-path.ts";
import type { GraphRun } from "../core/rule.ts";
import type { Proof } from "./proof.ts";
import { pathsIn } from "./settings.ts";
import { solve } from "./solve.ts";

type Asked = Pick<GraphRun, "config" | "graph">;
// told and shown, a stack is followed once: one graph is judged under one configuration
const PROVED = new WeakMap<Graph, readonly Proof[] | string>();

/** The declared paths of a stack, followed; a text says why they are not for it. */
export function provedIn({ config, graph }: Asked): readonly Proof[] | string {
  const known = PROVED.get(graph);
  if (known !== undefined) return known;
  const declared = pathsIn(config, graph);
  const proofs = typeof declared === "string" ? declared : solve(declared, graph);
  PROVED.set(graph, proofs);
  return proofs;
}

/** What people are shown of them: those that are of this stack. */
export function shownIn(run: Asked): readonly ProvedPath[] {
  const proofs = provedIn(run);
  if (typeof proofs === "string") return [];
  return proofs.filter(({ absent }) => absent === undefined).map(withoutTruth);
}

function withoutTruth(proof: Proof): ProvedPath {
  const { open: _, ...proved } = proof;
  return proved;
}
