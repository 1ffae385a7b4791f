import { overlapCidr } from "cidr-tools";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { every, fail, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { isBlock } from "../../models/address.ts";
import { type Block, blocksOf } from "../../models/network/blocks.ts";
import { joinsBeyond, mayJoin, type Neighbour, neighboursOf } from "../../models/network/joins.ts";
import { NETWORK_TYPES, NETWORKS } from "../../models/network/types.ts";
import { isShared } from "./shared.ts";

/** Where each kind of network says its addresses. */
const PATHS: Readonly<Record<string, string>> = {
  [NETWORKS.aws]: "cidrBlock",
  [NETWORKS.azure]: "addressSpace.addressPrefixes",
};

function network(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const neighbours = neighboursOf(own, graph);
  const unseen = joinsBeyond(own, graph).map(({ name }) =>
    notCovered("", `${name} joins it to a network that the program does not show`),
  );
  const open = mayJoin(own, graph).map(undetermined);
  if ([...neighbours, ...unseen, ...open].length === 0) return [notApplicable("is joined to no other network")];
  // of two that overlap one is told, so that there is one finding
  const judged = neighbours.filter((one) => isBefore(one.network, own)).flatMap((one) => against(own, one, graph));
  return every([...judged, ...unseen, ...open]);
}

const isBefore = (one: Resource, other: Resource) => rankOf(one) < rankOf(other);
const rankOf = ({ name, urn }: Resource) => `${name} ${urn}`;

function against(own: Resource, neighbour: Neighbour, graph: Graph): readonly Verdict[] {
  const theirs = blocksOf(neighbour.network, graph);
  return blocksOf(own, graph).flatMap((mine) => theirs.map((their) => compare(own, mine, their, neighbour)));
}

function compare(own: Resource, mine: Block, their: Block, { network: other, by }: Neighbour): Verdict {
  if (mine.text.state === "unknown") return undetermined(mine.text);
  if (their.text.state === "unknown") return undetermined(their.text);
  const [one, two] = [mine.text.value, their.text.value];
  if (!isBlock(one) || !isBlock(two)) return notCovered(mine.text.path, "is no block of addresses");
  if (!overlapCidr(one, two)) return PASS;
  const said = mine.by === own ? one : `${one} of ${mine.by.name}`;
  const what = `${said} overlaps ${two} of ${other.name}, to which ${by.map(({ name }) => name).join(" and ")} joins it`;
  return fail(PATHS[own.type] ?? "", what, isShared(one) && isShared(two) ? "low" : undefined);
}

export const connectedRangesApart: Rule = {
  id: "connected-ranges-apart",
  packs: ["reliability"],
  title: "Networks that are joined have addresses of their own",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "Two places with one address are one place to a router: calls go to the wrong one, or come back to nobody, and addresses cannot be changed later.",
  fixText: ({ path }) =>
    path === ""
      ? "Give the subnetworks of one of both ranges that the other has not."
      : `Give one of both networks other addresses (\`${path}\`), or join them by private links to single services.`,
  checks: each(NETWORK_TYPES, network),
};
