import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";

/** Whether anything was computed from a resource: whatever it is, it uses it, but for types that only look on. */
export function isUsed(target: Resource, graph: Graph, onlookers?: ReadonlySet<string>): boolean {
  for (const { urn, type, edges } of graph.all()) {
    if (urn === target.urn || onlookers?.has(type)) continue;
    if (Object.values(edges).some((urns) => urns.includes(target.urn))) return true;
  }
  return false;
}
