import type { Graph } from "../core/graph.ts";
import type { Bag, Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, isSet, type Truth } from "../core/truth.ts";
import { isBlock } from "../models/address.ts";
import { texts } from "../models/flow/flow.ts";
import { FLOWS, isAbout, isFlow } from "../models/flow/index.ts";
import { holdsPeer, type Peer } from "./address.ts";
import type { Port } from "./declaration.ts";
import { uncovered } from "./hop.ts";
import { type Decision, firstOf, type Ruling } from "./ordered.ts";

const GROUP = "azure-native:network:NetworkSecurityGroup";
const RULE = "azure-native:network:SecurityRule";

/** A call as the network security group of a subnet sees it. */
export interface Call {
  /** Whether it comes to the subnet or leaves it. */
  readonly direction: "Inbound" | "Outbound";
  readonly from: Peer;
  readonly to: Peer;
  /** Whether the addresses of the other end belong to the network, or to one that is joined to it. */
  readonly joined: boolean;
  readonly port: Port;
}

/** Whether the group of a subnet lets a call pass; a subnet without one lets everything pass. */
export function subnetLets(subnet: Resource, call: Call, graph: Graph): Decision {
  const groups = graph.named(subnet, GROUP, { key: "networkSecurityGroup", name: "id" });
  const [group] = groups.sure;
  if (group === undefined) {
    const said = isSet(subnet.read("networkSecurityGroup"));
    return {
      open: said === false ? true : uncovered(subnet.name, "has a group that the program does not show"),
      by: [subnet],
    };
  }
  const apart = graph.attached(group, {
    type: RULE,
    key: "networkSecurityGroupName",
    name: "networkSecurityGroupName",
  }).sure;
  const rules = [...rulesIn(group), ...apart.map((by) => ({ rule: by as Bag, by }))];
  const rulings = rules
    .map(({ rule, by }) => ({ ...rulingOf(rule, by, call), rank: rule.number("priority") }))
    .toSorted((one, other) => rankOf(one.rank) - rankOf(other.rank));
  return firstOf(rulings, byDefault(call));
}

function rulesIn(group: Resource): readonly { readonly rule: Bag; readonly by: Resource }[] {
  const list = group.list("securityRules");
  // what cannot be listed may be anything, and stands first
  if (list.state === "unknown") return [{ rule: group.bag("securityRules"), by: group }];
  return list.state === "known" ? list.value.map((rule) => ({ rule, by: group })) : [];
}

const rankOf = (rank: Read<number>) => (rank.state === "known" ? rank.value : 0);

function rulingOf(rule: Bag, by: Resource, call: Call): Ruling {
  const [flow] = FLOWS[RULE](rule);
  const self = rule.self();
  if (flow === undefined || !isFlow(flow) || self.state === "unknown") {
    const hidden: Truth = self.state === "unknown" ? self : false;
    return { matches: hidden, allows: hidden, by };
  }
  const groups = ["sourceApplicationSecurityGroups", "destinationApplicationSecurityGroups"].map((key) =>
    rule.list(key),
  );
  const grouped = anyOf(groups.map((list) => holds(list, (all) => all.length > 0)));
  const rank = rule.number("priority");
  const matches = allOf([
    holds(rule.text("direction"), (word) => word.toLowerCase() === call.direction.toLowerCase()),
    isAbout(flow, call.port),
    anyOf(
      texts(rule, ["sourceAddressPrefix", "sourceAddressPrefixes"]).map((word) => means(word, call.from, call.joined)),
    ),
    anyOf(
      texts(rule, ["destinationAddressPrefix", "destinationAddressPrefixes"]).map((word) =>
        means(word, call.to, call.joined),
      ),
    ),
    rank.state === "unknown" ? rank : true,
  ]);
  const open =
    grouped === false ? true : uncovered(rule.path, "is about application security groups, which are not followed");
  return { matches: allOf([matches, open]), allows: flow.allows, by };
}

/** Service tags that are about addresses of the platform itself. */
const PLATFORM = new Set(["azureloadbalancer", "gatewaymanager"]);

function means(said: Read<string>, peer: Peer, joined: boolean): Truth {
  if (said.state !== "known") return said.state === "unknown" && said;
  const word = said.value.toLowerCase();
  if (word === "*" || word === "any") return true;
  if (isBlock(said.value)) return holdsPeer(said.value, [], peer, said.path);
  const outside = peer.kind === "internet" || !joined;
  if (word === "internet") return outside;
  if (word === "virtualnetwork") return !outside;
  return PLATFORM.has(word)
    ? false
    : uncovered(said.path, `is the service tag ${said.value}, whose addresses are not known`);
}

// behind all rules, the network and what is joined to it may come in, and everything may leave (learn.microsoft.com, network security groups)
function byDefault({ direction, from, joined }: Call): Truth {
  return direction === "Outbound" || (joined && from.kind === "blocks");
}
