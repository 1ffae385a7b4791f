import type { Input } from "@pulumi/pulumi";
import { isoDuration } from "../../core/duration.ts";
import type { Severity } from "../alerting.ts";
import { seconds } from "../promql.ts";
import type { Rule, RuleGroup } from "../rule-group.ts";

// as portals show them: error, and informational
const NUMBERS: { readonly [S in Severity]: number } = { page: 1, ticket: 3 };
// what a group of Azure Monitor takes
const [MIN_SECONDS, MAX_SECONDS] = [60, 900];

/** A group of rules as Azure Monitor takes it: asked once a minute at most, and with whom an alert is told. */
export function azureGroup({ interval = "1m", rules }: RuleGroup, toldTo: (severity: Severity) => Input<string>) {
  return {
    interval: isoDuration(Math.min(Math.max(seconds(interval), MIN_SECONDS), MAX_SECONDS)),
    rules: rules.map((rule) => ({
      expression: rule.expr,
      enabled: true,
      labels: rule.labels,
      ...(rule.alert === undefined ? { record: rule.record } : alert(rule, toldTo)),
    })),
  };
}

function alert(rule: Rule, toldTo: (severity: Severity) => Input<string>) {
  const { alert: name, labels, annotations, for: held = "0s" } = rule;
  const severity = labels["severity"] as Severity;
  return {
    alert: name,
    severity: NUMBERS[severity],
    ...(seconds(held) > 0 && { for: isoDuration(seconds(held)) }),
    annotations,
    actions: [{ actionGroupId: toldTo(severity) }],
    resolveConfiguration: { autoResolved: true, timeToResolve: isoDuration(2 * MIN_SECONDS) },
  };
}
