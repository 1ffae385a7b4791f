import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { every, undetermined, type Verdict } from "../../core/verdict.ts";
import { DESTINATION_RULE } from "../../models/mesh.ts";

const LOCALITY = "loadBalancer.localityLbSetting";
const some = (list: readonly unknown[]) => list.length > 0;
const positive = (count: number) => count > 0;

/** Whether what is counted of a host's errors ever puts it out. */
function ejects(policy: Bag): Truth {
  const outlier = policy.bag("outlierDetection");
  const counts = anyOf([
    holds(outlier.number("consecutive5xxErrors"), positive, true),
    holds(outlier.number("consecutiveGatewayErrors"), positive),
    holds(outlier.number("consecutiveErrors"), positive),
    holds(outlier.flag("splitExternalLocalOriginErrors"), (on) => on),
  ]);
  return allOf([isSet(outlier.self()), counts]);
}

/** Judges one traffic policy; a subset takes from the whole what it does not say itself. */
function policy(own: Bag, whole?: Bag): readonly Verdict[] {
  const setting = own.bag(LOCALITY);
  const on = allOf([isSet(setting.self()), holds(setting.flag("enabled"), (word) => word, true)]);
  const distributes = holds(setting.list("distribute"), some);
  const failsOver = anyOf([holds(setting.list("failover"), some), holds(setting.list("failoverPriority"), some)]);
  const taken = whole === undefined ? false : allOf([not(isSet(own.read("outlierDetection"))), ejects(whole)]);
  return [
    faultIf(
      allOf([on, not(distributes), not(anyOf([ejects(own), taken]))]),
      setting.path,
      "asks for failover, but no outlierDetection finds out that an endpoint is ill",
    ),
    faultIf(allOf([on, distributes, failsOver]), `${setting.path}.distribute`, "ends the failover that is asked for"),
  ];
}

// a port takes nothing from the policy around it
function ports(around: Bag): readonly Verdict[] {
  return inEach(around.list("portLevelSettings"), (port) => policy(port));
}

function judge(own: Resource): readonly Verdict[] {
  const whole = own.bag("spec.trafficPolicy");
  const subsets = inEach(own.list("spec.subsets"), (subset) => {
    const part = subset.bag("trafficPolicy");
    return [...policy(part, whole), ...ports(part)];
  });
  return every([...policy(whole), ...ports(whole), ...subsets]);
}

function inEach(list: Read<readonly Bag[]>, judge: (item: Bag) => readonly Verdict[]): readonly Verdict[] {
  if (list.state === "known") return list.value.flatMap((item) => judge(item));
  return list.state === "unknown" ? [undetermined(list)] : [];
}

export const istioFailoverEjects: Rule = {
  id: "istio-failover-ejects",
  packs: ["reliability"],
  title: "Failover by locality notices that an endpoint is ill",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Without outlier detection every endpoint counts as healthy, so that calls go on to the region that is down.",
  fixText: ({ path }) =>
    path.endsWith("distribute")
      ? "Keep one of `distribute`, `failover` and `failoverPriority`."
      : "Add `outlierDetection` with `consecutive5xxErrors`, `interval` and `baseEjectionTime` to the same traffic policy.",
  checks: { [DESTINATION_RULE]: judge },
};
