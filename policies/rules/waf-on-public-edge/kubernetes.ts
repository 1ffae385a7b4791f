import { listed } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, holds, isSet, not, onlyIf, type Truth } from "../../core/truth.ts";
import { fail, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { comesInBy, GATEWAY, listenersOf, onlyRedirects } from "../../models/gateway.ts";
import { sameNamespace } from "../../models/namespace.ts";

const POLICY = "kubernetes:networking.gke.io/v1:GCPBackendPolicy";

/** Cloud Armor stands before a backend where a policy says so. */
function isArmoured(route: Resource, { graph }: GraphRun): Truth {
  const rules = route.list("spec.rules");
  // without backends there is nothing to guard
  if (rules.state !== "known") return rules.state === "unknown" ? rules : true;
  const backends = rules.value.flatMap((rule) => listed(rule, "backendRefs", "name"));
  const isGuarded = (backend: Read<string>): Truth => {
    if (backend.state === "unknown") return backend;
    const policies = graph
      .ofType(POLICY)
      .map((policy) =>
        allOf([
          sameNamespace(policy, route),
          isSet(policy.read("spec.default.securityPolicy")),
          holds(policy.text("spec.targetRef.name"), (name) => backend.state === "known" && name === backend.value),
        ]),
      );
    return anyOf(policies);
  };
  return allOf(backends.map(isGuarded));
}

function balancerOf(gateway: Resource, route: Resource, run: GraphRun): Verdict {
  const name = gateway.text("spec.gatewayClassName");
  if (name.state !== "known")
    return name.state === "unknown" ? undetermined(name) : notCovered(name.path, "is not set");
  const annotations = gateway.bag("spec.infrastructure.annotations").keys();
  const acl = holds(annotations, (keys) => keys.some((key) => key.endsWith("/wafv2-acl-arn")));
  if (acl === true) return PASS;
  if (/^gke-l7-(rilb|cross-regional-internal)/.test(name.value)) return notApplicable("its gateway is inside");
  if (!name.value.startsWith("gke-l7-")) {
    return notCovered("spec.parentRefs", `leads to a load balancer that the class ${name.value} makes elsewhere`);
  }
  const armoured = isArmoured(route, run);
  if (typeof armoured !== "boolean") return undetermined(armoured);
  return armoured ? PASS : fail("spec.rules", "lead to backends without a GCPBackendPolicy that has a securityPolicy");
}

/** A route is judged by the load balancer of its gateway. */
export const route: GraphCheck = (route, run) => {
  const verdicts = run.graph.ofType(GATEWAY).flatMap((gateway): readonly Verdict[] => {
    const listeners = listenersOf(gateway);
    const bound =
      listeners.state === "known"
        ? anyOf(listeners.value.map((listener) => comesInBy(route, gateway, listener)))
        : listeners.state === "unknown" && listeners;
    if (bound === false) return [];
    return [bound === true ? balancerOf(gateway, route, run) : undetermined(bound)];
  });
  if (verdicts.length === 0) return notApplicable("its gateway is not in this program");
  return onlyIf(not(onlyRedirects(route)), "sends everybody elsewhere", () => verdicts);
};
