import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { Graph } from "../../core/graph.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { anyOf, faultIf, isSet, not, type Truth } from "../../core/truth.ts";
import { fail, type Verdict } from "../../core/verdict.ts";
import { typeOf } from "../../models/reference.ts";
import { isUsed } from "../../models/usage.ts";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const GROUP = "aws:lb/targetGroup:TargetGroup";
/** What puts targets into a group by its ARN, which no program knows before it exists. */
const BY_ARN = [
  ["aws:lb/targetGroupAttachment:TargetGroupAttachment", "targetGroupArn"],
  ["kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "spec"],
] as const;
/** Types that send to a group, or watch it: none of them is a target. */
const ONLOOKERS: ReadonlySet<string> = new Set([LISTENER, RULE, "aws:cloudwatch/metricAlarm:MetricAlarm"]);

/** A balancer without anything behind it; one that answers or redirects by itself needs nothing. */
export function balancer(own: Resource<LoadBalancerArgs>, { graph }: GraphRun): Verdict {
  const join = { type: LISTENER, key: "loadBalancerArn", name: "arn" };
  const { sure, maybe } = graph.attached(own as Resource, join);
  const [open] = maybe;
  if (sure.length === 0 && open === undefined) return fail("", "has no listener");
  const rules = sure.flatMap(
    (listener) => graph.attached(listener, { type: RULE, key: "listenerArn", name: "arn" }).sure,
  );
  const routes = [
    ...sure.map((listener) => routesOf(listener, "defaultActions", graph)),
    ...rules.map((rule) => routesOf(rule, "actions", graph)),
  ].flat();
  if (open !== undefined) routes.push({ state: "unknown", path: `${open.name}.loadBalancerArn` });
  const reaches = routes.length === 0 ? true : anyOf(routes);
  return faultIf(not(reaches), "", "sends to target groups that have no targets");
}

/** For each group that is sent to, whether it has targets. */
function routesOf(from: Resource, key: string, graph: Graph): Truth[] {
  const urns = (from.edges[key] ?? []).filter((urn) => typeOf(urn) === GROUP);
  if (urns.length > 0) {
    return graph.ofType(GROUP).flatMap((group) => (urns.includes(group.urn) ? [hasTargets(group, graph)] : []));
  }
  const actions = from.list(key);
  if (actions.state !== "known") return actions.state === "unknown" ? [actions] : [];
  return actions.value.flatMap((action) => elsewhere(action, from));
}

// nothing ties the action to a group of this stack
function elsewhere(action: Bag, from: Resource): readonly Truth[] {
  const named = [action.read("targetGroupArn"), action.read("forward")];
  return named.flatMap((read): readonly Truth[] => {
    if (isSet(read) === false) return [];
    const reason = read.state === "known" ? "is a target group that is not of this stack" : undefined;
    return [{ state: "unknown", path: `${from.name}.${read.path}`, ...(reason !== undefined && { reason }) }];
  });
}

function hasTargets(group: Resource, graph: Graph): Truth {
  if (isUsed(group, graph, ONLOOKERS)) return true;
  const loose = BY_ARN.flatMap(([type, key]) =>
    graph.ofType(type).filter(({ edges }) => (edges[key] ?? []).length === 0),
  );
  const [first] = loose;
  return first === undefined
    ? false
    : { state: "unknown", path: first.name, reason: "names a target group by an ARN that may be this one" };
}
