import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, not, type Truth } from "../../core/truth.ts";

export const ISTIO = "kubernetes:security.istio.io/v1:AuthorizationPolicy";

export function someOf(bag: Bag, path: string, test: (item: Bag) => Truth): Truth {
  const list = bag.list(path);
  return list.state === "known" ? anyOf(list.value.map(test)) : list.state === "unknown" && list;
}
export const given = (bag: Bag, path: string): Truth => isSet(bag.read(path));

const acts = (policy: Resource, word: string): Truth =>
  holds(policy.text("spec.action"), (own) => own === word, word === "ALLOW");

/** Whether a policy asks everybody, whatever others allow: who comes is sent to log in, or denied without a token. */
export function asksByItself(policy: Resource): Truth {
  return anyOf([
    allOf([acts(policy, "CUSTOM"), someOf(policy, "spec.rules", meansAll)]),
    allOf([acts(policy, "DENY"), someOf(policy, "spec.rules", meansStrangers)]),
  ]);
}

const meansAll = (rule: Bag): Truth => not(anyOf(["from", "to", "when"].map((key) => given(rule, key))));

const meansStrangers = (rule: Bag): Truth =>
  allOf([
    not(given(rule, "to")),
    not(given(rule, "when")),
    someOf(rule, "from", (from) => given(from, "source.notRequestPrincipals")),
  ]);

/** Whether what is allowed asks for a token: one rule of one of the policies is enough to get in. */
export function allowsAsk(policies: readonly Resource[], aim: (policy: Resource) => Truth): Truth {
  const aiming = policies.map((policy) => [policy, allOf([acts(policy, "ALLOW"), aim(policy)])] as const);
  return allOf([
    anyOf(aiming.map(([, aims]) => aims)),
    ...aiming.map(([policy, aims]) => anyOf([not(aims), not(someOf(policy, "spec.rules", (rule) => not(asks(rule))))])),
  ]);
}

const asks = (rule: Bag): Truth =>
  anyOf([
    // each entry is another way in
    allOf([given(rule, "from"), not(someOf(rule, "from", (from) => not(given(from, "source.requestPrincipals"))))]),
    someOf(rule, "when", (when) => holds(when.text("key"), (key) => key.startsWith("request.auth."))),
  ]);
