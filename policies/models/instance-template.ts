import type { InstanceFromTemplateArgs } from "@pulumi/gcp/compute/instanceFromTemplate.js";
import type { Graph } from "../core/graph.ts";
import type { Path } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { notApplicable, notCovered, undetermined, type Verdict } from "../core/verdict.ts";
import { meantBy } from "./reference.ts";

export const TEMPLATES = [
  "gcp:compute/instanceTemplate:InstanceTemplate",
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
];
export const FROM_TEMPLATE = "gcp:compute/instanceFromTemplate:InstanceFromTemplate";

/** Judges a block of a machine where it has one; else that of its template counts, which is judged there. */
export function ofTemplate(
  machine: Resource<InstanceFromTemplateArgs>,
  block: Path<InstanceFromTemplateArgs>,
  graph: Graph,
  judge: () => Verdict,
): Verdict {
  if (machine.read(block).state !== "absent") return judge();
  const key: Path<InstanceFromTemplateArgs> = "sourceInstanceTemplate";
  const pointer = { from: machine as Resource, key, value: machine.text(key) };
  if (TEMPLATES.some((type) => meantBy(pointer, type, graph).length > 0))
    return notApplicable("does as its template does");
  if (pointer.value.state === "unknown") return undetermined(pointer.value);
  return notCovered(key, "names a template that is not in the program");
}
