import type { Graph, Join } from "./graph.ts";
import type { Resource } from "./resource.ts";
import { PASS, undetermined, type Verdict } from "./verdict.ts";

/** Passes where a resource has what must be attached to it; where something may be, that is open; else the fault. */
export function mustHave(graph: Graph, target: Resource, join: Join, fault: () => Verdict): Verdict {
  const { sure, maybe } = graph.attached(target, join);
  if (sure.length > 0) return PASS;
  const [open] = maybe;
  return open === undefined ? fault() : undetermined({ state: "unknown", path: `${open.name}.${join.key}` });
}
