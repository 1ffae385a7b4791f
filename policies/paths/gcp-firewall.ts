import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, isSet, type Truth } from "../core/truth.ts";
import { FLOWS, type Flow, isAbout, isFlow } from "../models/flow/index.ts";
import { listsHold } from "./address.ts";
import type { Port } from "./declaration.ts";
import { uncovered } from "./hop.ts";
import { type Decision, firstOf, type Ruling } from "./ordered.ts";

const FIREWALL = "gcp:compute/firewall:Firewall";
const POLICIES = [
  "gcp:compute/networkFirewallPolicyAssociation:NetworkFirewallPolicyAssociation",
  "gcp:compute/regionNetworkFirewallPolicyAssociation:RegionNetworkFirewallPolicyAssociation",
];
/** What rules are for, where they are not for every machine. */
const TARGETS = ["targetTags", "targetServiceAccounts"];
// of a rule that says none (cloud.google.com/firewall/docs/firewalls)
const PRIORITY = 1000;

/** Whether the firewall rules of a network let addresses in at a port; without one that does, nobody comes in. */
export function firewallsLet(network: Resource, blocks: readonly string[], port: Port, graph: Graph): Decision {
  const policy = POLICIES.flatMap(
    (type) => graph.attached(network, { type, key: "attachmentTarget", name: "id" }).sure,
  )[0];
  if (policy !== undefined)
    return { open: uncovered(policy.name, "is a firewall policy, which is not followed"), by: [policy] };
  const rules = graph.attached(network, { type: FIREWALL, key: "network", name: "selfLink" }).sure;
  const rulings = rules
    .flatMap((rule) => rulingsOf(rule, blocks, port))
    // a refusal is asked before a permission of the same priority
    .toSorted(
      (one, other) => one.priority - other.priority || Number(one.allows === true) - Number(other.allows === true),
    );
  return firstOf(rulings, false);
}

interface Ranked extends Ruling {
  readonly priority: number;
}

function rulingsOf(rule: Resource, blocks: readonly string[], port: Port): readonly Ranked[] {
  const said = rule.number("priority");
  const priority = said.state === "known" ? said.value : PRIORITY;
  const hidden = said.state === "unknown" && said;
  const some = anyOf(TARGETS.map((key) => isSet(rule.read(key))));
  return FLOWS[FIREWALL](rule).map((flow): Ranked => {
    if (!isFlow(flow)) return { matches: flow, allows: flow, by: rule, priority };
    const about = allOf([flow.inbound, isAbout(flow, port), holdsAll(rule, flow, blocks)]);
    const open = some === false ? hidden : uncovered(rule.name, "is for some machines, which are not followed");
    return { matches: open === false ? about : allOf([about, open]), allows: flow.allows, by: rule, priority };
  });
}

function holdsAll(rule: Resource, flow: Flow, blocks: readonly string[]): Truth {
  const peers = { state: "known", path: flow.path, value: [rule] } as const;
  return anyOf(flow.peers.map((peer) => listsHold(peers, blocks, () => peer)));
}
