import type { Graph } from "../core/graph.ts";
import type { Bag } from "../core/props.ts";
import type { Setting } from "../core/settings.ts";
import { type Declared, declaredIn, readable } from "./document.ts";

const STACK = "pulumi:pulumi:Stack";

/** The declared paths, where no `paths.yaml` stands beside the program. */
export const PATHS = {
  name: "paths",
  schema: {
    type: ["array", "object"],
    description: "Paths that must be open or closed, in the form of `paths.yaml`.",
  },
  problem: (value) => {
    try {
      readable(value);
      return undefined;
    } catch (error) {
      return wordsOf(error);
    }
  },
} as const satisfies Setting;

/** The paths that a rule is to prove of a stack; a text says why they are not for it. */
export function pathsIn(config: Bag, graph: Graph): Declared | string {
  const read = config.read(PATHS.name);
  if (read.state !== "known") return { paths: [], mayBeAbsent: [] };
  // urn:pulumi:<stack>::<project>::…
  const stack = graph.ofType(STACK)[0]?.urn.split(":")[2] ?? "";
  try {
    return declaredIn(read.value, stack);
  } catch (error) {
    return wordsOf(error);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : "cannot be read";
}
