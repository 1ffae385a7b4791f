import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { notApplicable } from "../../core/verdict.ts";
import { comesInBy, GATEWAY, listenersOf, onlyRedirects, refersTo } from "../../models/gateway.ts";
import { sameNamespace } from "../../models/namespace.ts";
import { allowsAsk, asksByItself, given, ISTIO, someOf } from "./istio.ts";

const envoyAsks = (policy: Resource): Truth =>
  anyOf(["jwt", "oidc", "basicAuth", "extAuth", "apiKeyAuth"].map((way) => given(policy, `spec.${way}`)));

/** What can stand before a route and ask who comes. */
const GUARDS: Readonly<Record<string, (policy: Resource) => Truth>> = {
  [ISTIO]: asksByItself,
  "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy": envoyAsks,
  "kubernetes:kuadrant.io/v1:AuthPolicy": (policy) =>
    anyOf([given(policy, "spec.rules.authentication"), given(policy, "spec.defaults.rules.authentication")]),
};

function aimsAt(policy: Resource, target: Resource, kind: string): Truth {
  const refers = (reference: Bag) =>
    allOf([holds(reference.text("kind"), (own) => own === kind), refersTo(reference, policy, target)]);
  return anyOf([
    someOf(policy, "spec.targetRefs", refers),
    given(policy, "spec.targetRef") !== false && refers(policy.bag("spec.targetRef")),
  ]);
}

/** An Istio policy may also choose the gateway's pods, or all pods of its namespace. */
function selects(policy: Resource, gateway: Resource): Truth {
  if (policy.type !== ISTIO) return false;
  const label = policy.bag("spec.selector.matchLabels").key("gateway.networking.k8s.io/gateway-name");
  const name = gateway.text("metadata.name");
  const chosen = name.state === "unknown" ? name : holds(label, (own) => name.state === "known" && own === name.value);
  const everything = (["selector", "targetRef", "targetRefs"] as const).map((key) => not(given(policy, `spec.${key}`)));
  return allOf([sameNamespace(policy, gateway), anyOf([chosen, allOf(everything)])]);
}

/** Whoever comes in by a gateway's route is asked who they are, at the gateway or at the route. */
export const route: GraphCheck = (route, { graph }) => {
  const gateways = graph.ofType(GATEWAY).map((gateway) => {
    const listeners = listenersOf(gateway);
    if (listeners.state !== "known") return [gateway, listeners.state === "unknown" && listeners] as const;
    return [gateway, anyOf(listeners.value.map((listener) => comesInBy(route, gateway, listener)))] as const;
  });
  if (gateways.every(([, bound]) => bound === false)) return notApplicable("its gateway is not in this program");
  const guards = Object.entries(GUARDS).flatMap(([type, asks]) =>
    graph.ofType(type).map((policy) => [policy, asks] as const),
  );
  // most policies aim elsewhere, and need not be read further
  const guardedBy = (aim: (policy: Resource) => Truth): Truth =>
    anyOf([
      allowsAsk(graph.ofType(ISTIO), aim),
      ...guards.map(([policy, asks]) => {
        const aims = aim(policy);
        return aims === false ? false : allOf([asks(policy), aims]);
      }),
    ]);
  const own = guardedBy((policy) => aimsAt(policy, route, "HTTPRoute"));
  const filtered = someOf(route, "spec.rules", (rule) =>
    someOf(rule, "filters", (filter) => holds(filter.text("type"), (type) => type === "ExternalAuth")),
  );
  const open = gateways
    .filter(([, bound]) => bound !== false)
    .map(([gateway, bound]) => {
      const guarded = guardedBy((policy) => anyOf([aimsAt(policy, gateway, "Gateway"), selects(policy, gateway)]));
      return allOf([bound, not(guarded)]);
    });
  const fault = allOf([anyOf(open), not(own), not(filtered), not(onlyRedirects(route))]);
  return faultIf(fault, "spec.rules", "let anybody in: no policy of its gateway or its own asks for a token");
};
