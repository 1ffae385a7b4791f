import type { AnomalySubscriptionArgs } from "@pulumi/aws/costexplorer/anomalySubscription.js";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { ROLE } from "../../core/settings.ts";
import { anyOf, faultIf, not } from "../../core/truth.ts";
import {
  decide,
  every,
  fail,
  notApplicable,
  notCovered,
  PASS,
  UNCONFIGURED,
  undetermined,
  type Verdict,
} from "../../core/verdict.ts";
import { BUDGETS, judgeBudget, works } from "./budgets.ts";

const SUBSCRIPTION = "aws:costexplorer/anomalySubscription:AnomalySubscription";
const CLOUDS: Readonly<Record<string, string>> = { aws: "an account", gcp: "a project", azure: "a subscription" };

/** The stack that sets up accounts has a budget for each cloud it uses; others are not asked. */
function stack(_: Resource, { graph, config }: GraphRun): readonly Verdict[] {
  const role = config.text(ROLE.name);
  if (role.state === "absent") return [UNCONFIGURED];
  if (role.state === "known" && role.value !== "landing-zone") return [notApplicable(`is ${role.value}`)];
  const all = [...graph.all()];
  const used = new Set(all.flatMap(({ cloud }) => (cloud === undefined || cloud === "kubernetes" ? [] : [cloud])));
  const verdicts = [...used].toSorted().map((cloud) => {
    const budgets = all.filter((one) => one.cloud === cloud && one.type in BUDGETS);
    const what = `uses ${CLOUDS[cloud]} of ${cloud} without a budget that warns`;
    return faultIf(not(anyOf(budgets.map(works))), "", what);
  });
  return role.state === "unknown" ? [undetermined(role)] : every(verdicts);
}

/** Somebody hears of it, soon. */
function subscription(subscription: Resource<AnomalySubscriptionArgs>): readonly Verdict[] {
  const people = subscription.list("subscribers");
  const frequency = subscription.text("frequency");
  return [
    decide(people, { known: ({ length }) => (length === 0 ? "is empty" : undefined), absent: "is not set" }),
    decide(frequency, {
      known: (word) =>
        /^weekly$/i.test(word) ? fail(frequency.path, "is WEEKLY: costs run for days before", "low") : undefined,
    }),
    decide(subscription.read("thresholdExpression"), {
      known: () => undefined,
      absent: fail("thresholdExpression", "is not set: nobody reads alarms about cents", "low"),
    }),
  ];
}

function monitor(monitor: Resource, { graph }: GraphRun): Verdict {
  const all = graph.ofType(SUBSCRIPTION).map((one) => [one, one.edges["monitorArnLists"] ?? []] as const);
  if (all.some(([, urns]) => urns.includes(monitor.urn))) return PASS;
  const [open] = all.find(([, urns]) => urns.length === 0) ?? [];
  if (open === undefined) return fail("", "has no subscription: what it finds is told to nobody");
  // the ARN of a monitor has no name in it
  return notCovered(`${open.name}.monitorArnLists`, "names monitors by ARNs that may be this one");
}

const FIX: Readonly<Record<string, string>> = {
  limitAmount: "Set `limitAmount`.",
  amount: "Set `amount`.",
  "amount.specifiedAmount.units": "Set `amount.specifiedAmount.units`.",
  notifications: "Add to `notifications` a `threshold` of 100 percent or less with somebody who is told.",
  thresholdRules: "Add to `thresholdRules` a `thresholdPercent` of 1 or less.",
  subscribers: "Add addresses or topics to `subscribers`.",
  frequency: "Set `frequency: DAILY`.",
  thresholdExpression: "Set `thresholdExpression` to an amount that matters.",
};

export const budgetAndAnomalyAlert: Rule = {
  id: "budget-and-anomaly-alert",
  packs: ["cost"],
  title: "Somebody hears of costs before they are spent",
  severity: "medium",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A loop or a stolen key costs a month's money in a night, and the bill comes weeks later.",
  fixText: ({ type, path }) =>
    FIX[path] ??
    (type === "pulumi:pulumi:Stack"
      ? "Declare a budget with a limit and a notification for each cloud."
      : "Add an AnomalySubscription that names it in `monitorArnLists`."),
  inPlace: [...Object.keys(BUDGETS), SUBSCRIPTION],
  settings: [ROLE],
  checks: {
    "pulumi:pulumi:Stack": stack,
    ...each(Object.keys(BUDGETS), judgeBudget),
    [SUBSCRIPTION]: subscription,
    "aws:costexplorer/anomalyMonitor:AnomalyMonitor": monitor,
  },
};
