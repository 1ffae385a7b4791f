import type { Graph } from "../core/graph.ts";
import type { Bag, Read } from "../core/props.ts";
import { effectiveRegion } from "../core/region.ts";
import type { Resource } from "../core/resource.ts";
import { holds, type Truth } from "../core/truth.ts";
import { meantBy, type Pointer } from "./reference.ts";

const VAULT = "aws:backup/vault:Vault";

/** A copy that is made by itself, and where it will lie. */
export interface Copy {
  readonly off: Truth;
  readonly region: Read<string>;
  /** While the region is unknown, those of everything it may have been computed from. */
  readonly among: readonly Read<string>[];
}
/** The copies there are, or the list of them that could not be had. */
export type Copies = Read<readonly Copy[]>;

/** Where the rules of a replication copy to: the name of a bucket does not say it, the bucket has to be in the stack. */
export function replicationCopies(from: Resource, path: string, graph: Graph): Copies {
  const key = path.split(".")[0] ?? path;
  const copies = (rule: Bag): readonly Copy[] => {
    const off = holds(rule.text("status"), (word) => word.toLowerCase() === "disabled");
    const value = rule.text("destination.bucket");
    const found = regionsMeant({ from, key, value }, "aws:s3/bucket:Bucket", graph);
    const regions = found.length > 0 ? found : [elsewhere(value, "bucket")];
    return regions.map((region) => ({ off, region, among: [] }));
  };
  return spread(from.list(path), copies);
}

/** Where a plan copies to: the ARN of a vault has its region; while it is unknown, the vaults it was computed from have it. */
export function planCopies(plan: Resource, graph: Graph): Copies {
  const tied = graph.ofType(VAULT).filter(({ urn }) => plan.edges["rules"]?.includes(urn));
  const copy = (action: Bag): Copy => {
    const arn = action.text("destinationVaultArn");
    const among = tied.map((vault) => regionAt(vault, arn.path));
    if (arn.state !== "known") return { off: arn.state === "absent", region: arn, among };
    const region = arn.value.split(":")[3] ?? "";
    const reason = "is no ARN with a region";
    const { path } = arn;
    const read = region === "" ? { state: "unknown" as const, path, reason } : { ...arn, value: region };
    return { off: false, region: read, among: [] };
  };
  const open = (list: Read<readonly Bag[]>): readonly Copy[] =>
    list.state === "unknown" ? [{ off: false, region: list, among: [] }] : [];
  return spread(plan.list("rules"), (rule) => {
    const actions = rule.list("copyActions");
    return actions.state === "known" ? actions.value.map(copy) : open(actions);
  });
}

/** The regions of the resources of a type that a property surely means. */
export function regionsMeant(pointer: Pointer, type: string, graph: Graph): readonly Read<string>[] {
  return meantBy(pointer, type, graph).map((target) => regionAt(target, pointer.value.path));
}

/** A place that only another stack knows. */
export function elsewhere(value: Read<string>, kind: string): Read<string> {
  if (value.state === "unknown") return value;
  return { state: "unknown", path: value.path, reason: `is a ${kind} that is not in this stack` };
}

function regionAt(resource: Resource, path: string): Read<string> {
  const region = effectiveRegion(resource);
  return region.state === "global" ? { state: "known", path, value: "global" } : { ...region, path };
}

function spread(list: Read<readonly Bag[]>, copies: (item: Bag) => readonly Copy[]): Copies {
  return list.state === "known" ? { ...list, value: list.value.flatMap(copies) } : list;
}
