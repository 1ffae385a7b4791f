import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, not, someItem, type Truth } from "../../core/truth.ts";
import type { Cluster } from "../cluster.ts";
import { uncovered } from "../hop.ts";
import { listHolds } from "./host.ts";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";

/** A listener that sends to a target group, and whether it does so with calls of one name. */
export interface Lead {
  readonly listener: Resource;
  readonly balancer: Resource;
  readonly open: Truth;
  readonly by: readonly Resource[];
}

/** The listeners that send to a target group, by default or by a rule. */
export function leadsTo(group: Resource, host: string | undefined, { graph }: Cluster): readonly Lead[] {
  return graph.ofType(LISTENER).flatMap((listener) => {
    const [balancer] = graph.named(listener, BALANCER, { key: "loadBalancerArn", name: "arn" }).sure;
    if (balancer === undefined) return [];
    const rules = graph.attached(listener, { type: RULE, key: "listenerArn", name: "arn" }).sure;
    const own = rules
      .filter((rule) => sendsTo(rule, "actions", group))
      .map((rule): Lead => {
        const open = allOf([fitsAll(rule, host), onlyForwards(rule, "actions"), untaken(rules, host, rule)]);
        return { listener, balancer, by: [rule, listener], open };
      });
    if (!sendsTo(listener, "defaultActions", group)) return own;
    const open = allOf([onlyForwards(listener, "defaultActions"), untaken(rules, host)]);
    return [...own, { listener, balancer, by: [listener], open }];
  });
}

const sendsTo = (by: Resource, key: string, group: Resource) => (by.edges[key] ?? []).includes(group.urn);

// who must sign in first gets no further without
function onlyForwards(by: Resource, key: string): Truth {
  const actions = by.list(key);
  const others = someItem(actions, (action) => not(holds(action.text("type"), (type) => type === "forward")));
  const shares = someItem(actions, (action) =>
    someItem(action.list("forward.targetGroups"), (target) => holds(target.number("weight"), (weight) => weight === 0)),
  );
  if (others === true) return uncovered(by.name, "asks callers to sign in");
  return shares === true ? uncovered(by.name, "sends nothing to some of its targets") : not(anyOf([others, shares]));
}

/** Whether a rule takes calls of a name; whatever else a caller says, it can say as the rule wants. */
function fitsAll(rule: Resource, host: string | undefined): Truth {
  const conditions = rule.list("conditions");
  if (conditions.state !== "known") return conditions.state === "unknown" ? conditions : true;
  return allOf(
    conditions.value.map((condition) => {
      const hosts = condition.list("hostHeader.values");
      const from = isSet(condition.read("sourceIp"));
      return allOf([
        hosts.state === "absent" || listHolds(hosts, host),
        from === true ? uncovered(rule.name, "is for callers of some addresses") : not(from),
      ]);
    }),
  );
}

/** Whether no rule that is asked earlier takes every call of a name. */
function untaken(rules: readonly Resource[], host: string | undefined, before?: Resource): Truth {
  if (host === undefined) return true;
  const earlier = rules.filter((rule) => rule !== before && (before === undefined || isEarlier(rule, before)));
  return not(anyOf(earlier.map((rule) => takesAll(rule, host))));
}

function isEarlier(one: Resource, other: Resource): boolean {
  const [mine, theirs] = [one.number("priority"), other.number("priority")];
  return mine.state !== "known" || theirs.state !== "known" || mine.value < theirs.value;
}

function takesAll(rule: Resource, host: string): Truth {
  const conditions = rule.list("conditions");
  if (conditions.state !== "known") return conditions.state === "unknown" && conditions;
  return allOf(
    conditions.value.map((condition) => {
      const hosts = condition.list("hostHeader.values");
      return hosts.state === "absent" ? false : listHolds(hosts, host);
    }),
  );
}
