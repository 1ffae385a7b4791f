import type { Bag } from "../core/props.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, type Truth } from "../core/truth.ts";
import { isPublic } from "./address.ts";
import { selectsAll } from "./selector.ts";

/** Whether a policy denies what comes into every pod of its namespace, but for what it lists. */
export function deniesIngress(policy: Bag): Truth {
  return allOf([selectsAll(policy.bag("spec.podSelector")), judgesIngress(policy), not(admitsEverybody(policy))]);
}

/** Whether a policy lets everybody come to every pod of its namespace. */
export function opensAll(policy: Bag): Truth {
  return allOf([selectsAll(policy.bag("spec.podSelector")), judgesIngress(policy), admitsEverybody(policy)]);
}

// without types it is about what comes in
function judgesIngress(policy: Bag): Truth {
  const types = policy.list("spec.policyTypes");
  if (types.state === "absent") return true;
  return anyItem(types, (type) => type === "Ingress");
}

function admitsEverybody(policy: Bag): Truth {
  const rules = policy.list("spec.ingress");
  if (rules.state !== "known") return rules.state === "unknown" ? rules : false;
  return anyOf(rules.value.map(fromEverybody));
}

// a rule without peers means all of them, and one for some ports is a rule on purpose
function fromEverybody(rule: Bag): Truth {
  const some = (list: readonly unknown[]) => list.length > 0;
  const peers = rule.list("from");
  if (peers.state === "unknown") return peers;
  const anybody = peers.state === "absent" || peers.value.length === 0 || anyOf(peers.value.map(peerIsEverybody));
  return allOf([not(holds(rule.list("ports"), some)), anybody]);
}

function peerIsEverybody(peer: Bag): Truth {
  const everywhere = holds(peer.text("ipBlock.cidr"), (cidr) => isPublic([cidr]));
  const namespaces = peer.bag("namespaceSelector");
  const pods = peer.bag("podSelector");
  const named = allOf([
    isSet(namespaces.self()),
    selectsAll(namespaces),
    anyOf([not(isSet(pods.self())), selectsAll(pods)]),
  ]);
  return anyOf([everywhere, named]);
}
