import type { Bag, Unknown } from "../core/props.ts";
import { SIGNATURE } from "../core/signatures.ts";
import type { Truth } from "../core/truth.ts";

/** A text in a resource, or the name under which one stands. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
}

// deeper than any provider's inputs, and an end where somebody nests without one
const MAX_DEPTH = 40;

/** Every text in a bag, and every value that is not known yet, but for what is left out. */
export function* leavesOf(
  bag: Bag,
  isLeftOut: (bag: Bag) => Truth = () => false,
  depth = 0,
): Generator<Leaf | Unknown> {
  const leftOut = isLeftOut(bag);
  if (typeof leftOut !== "boolean") yield leftOut;
  if (leftOut !== false) return;
  const self = bag.self();
  if (self.state === "unknown") yield self;
  if (self.state !== "known" || depth > MAX_DEPTH) return;
  const { value } = self;
  if (typeof value === "string") yield { path: self.path, text: value };
  if (typeof value !== "object" || value === null || isCode(value)) return;
  if (Array.isArray(value)) {
    const items = bag.items();
    for (const item of items.state === "known" ? items.value : []) yield* leavesOf(item, isLeftOut, depth + 1);
    return;
  }
  for (const name of Object.keys(value)) {
    if (name.startsWith("__")) continue;
    yield { path: self.path, text: name };
    yield* leavesOf(bag.under(name), isLeftOut, depth + 1);
  }
}

// what is in an asset was written to be run, and may speak of objects and outputs
function isCode(value: object): boolean {
  return ["__pulumiAsset", "__pulumiArchive", SIGNATURE].some((key) => Object.hasOwn(value, key));
}
