import type { Resource } from "@pulumi/pulumi";
import type { MeshScope } from "../native.ts";
import type { MeshPlan } from "../plan.ts";

/** One thing that is said in each cluster, and what it waits for there. */
export interface Said {
  readonly scope: MeshScope;
  readonly plan: MeshPlan;
  readonly name: string;
  readonly after: readonly Resource[];
}
/** How the object that says it is told from others, and what it waits for. */
export function options({ name, after }: Said) {
  return { of: name, dependsOn: [...after] };
}
