import { containsCidr, excludeCidr, overlapCidr } from "cidr-tools";
import type { Bag, Read } from "../core/props.ts";
import { allOf, anyOf, someItem, type Truth } from "../core/truth.ts";
import { isBlock, isPublicAtAll } from "../models/address.ts";
import { uncovered } from "./hop.ts";

/** Who stands at the other side of a rule that names addresses. */
export type Peer = { readonly kind: "internet" } | { readonly kind: "blocks"; readonly blocks: readonly string[] };

/** Whether address lists hold each block of somebody who may come from any of them. */
export function listsHold(
  list: Read<readonly Bag[]>,
  blocks: readonly string[],
  text: (item: Bag) => Read<string>,
): Truth {
  const each = blocks.map((block) =>
    someItem(list, (item) => {
      const said = text(item);
      if (said.state !== "known") return said.state === "unknown" && said;
      return holdsPeer(said.value, [], { kind: "blocks", blocks: [block] }, said.path);
    }),
  );
  const all = allOf(each);
  if (all !== false || anyOf(each) === false) return all;
  return uncovered(list.path, `holds only some of ${blocks.join(", ")}`);
}

/** Whether a block without its exceptions holds a peer: some of the internet, or all of a known network. */
export function holdsPeer(block: string, except: readonly string[], peer: Peer, path: string): Truth {
  if (![block, ...except].every(isBlock)) return uncovered(path, "is no block of addresses");
  const rest = except.length === 0 ? [block] : excludeCidr([block], [...except]);
  if (peer.kind === "internet") return isPublicAtAll(rest);
  if (rest.length === 0 || !peer.blocks.some((one) => rest.some((part) => overlapCidr(part, one)))) return false;
  const whole = peer.blocks.every((one) => rest.some((part) => containsCidr(part, one)));
  return whole || uncovered(path, `holds only a part of ${peer.blocks.join(", ")}`);
}
