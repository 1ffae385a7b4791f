import type { Bag, Read } from "../../core/props.ts";
import { SIGNATURE } from "../../core/signatures.ts";

/** A text in a resource, or the name under which one stands. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
}
type Unread = Extract<Read, { readonly state: "unknown" }>;

// deeper than any provider's inputs, and an end where somebody nests without one
const MAX_DEPTH = 40;

/** Every text in a bag, and every value that is not known yet. */
export function* leavesOf(bag: Bag, depth = 0): Generator<Leaf | Unread> {
  const self = bag.self();
  if (self.state === "unknown") yield self;
  if (self.state !== "known" || depth > MAX_DEPTH) return;
  const { value } = self;
  if (typeof value === "string") yield { path: self.path, text: value };
  if (typeof value !== "object" || value === null || isCode(value)) return;
  if (Array.isArray(value)) {
    const items = bag.items();
    for (const item of items.state === "known" ? items.value : []) yield* leavesOf(item, depth + 1);
    return;
  }
  for (const name of Object.keys(value)) {
    if (name.startsWith("__")) continue;
    yield { path: self.path, text: name };
    yield* leavesOf(bag.under(name), depth + 1);
  }
}

// what is in an asset was written to be run, and may speak of objects and outputs
function isCode(value: object): boolean {
  return ["__pulumiAsset", "__pulumiArchive", SIGNATURE].some((key) => Object.hasOwn(value, key));
}
