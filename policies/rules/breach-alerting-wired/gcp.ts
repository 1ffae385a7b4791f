import type { AlertPolicyArgs } from "@pulumi/gcp/monitoring/alertPolicy.js";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, onlyIf, type Truth } from "../../core/truth.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";

const CHANNEL = "gcp:monitoring/notificationChannel:NotificationChannel";
const FILTERS = [
  "conditionMatchedLog.filter",
  "conditionThreshold.filter",
  "conditionAbsent.filter",
  "conditionMonitoringQueryLanguage.query",
  "conditionSql.query",
];
// audit logs, findings, and the metrics that people count them with
const SECURITY = /cloudaudit|securitycenter|protoPayload|logging\.googleapis\.com\/user\/|threat|SetIamPolicy/i;

function watches(policy: Bag): Truth {
  const conditions = policy.list("conditions");
  if (conditions.state !== "known") return conditions.state === "unknown" && conditions;
  return anyOf(
    conditions.value.flatMap((condition) =>
      FILTERS.map((path) => holds(condition.text(path), (text) => SECURITY.test(text))),
    ),
  );
}

/** A channel tells somebody unless it is off, or tells a machine. */
function isHeard(channel: Resource): Truth {
  const on = holds(channel.flag("enabled"), (value) => value, true);
  return allOf([on, holds(channel.text("type"), (type) => type !== "pubsub")]);
}

/** A policy that watches what is done has a channel to a person. */
export function policy(policy: Resource<AlertPolicyArgs>, { graph }: GraphRun): readonly Verdict[] {
  return onlyIf(watches(policy), "watches no audit log and no finding", () => {
    const path = "notificationChannels";
    const mine = policy.edges[path] ?? [];
    const channels = graph.ofType(CHANNEL).filter(({ urn }) => mine.includes(urn));
    const list = policy.list(path);
    const heard = anyOf(channels.map(isHeard));
    // what is named as it stands exists already
    const others = holds(list, ({ length }) => length > channels.length);
    const told =
      channels.length > 0
        ? faultIf(not(anyOf([others, heard])), path, "are off, or tell machines alone")
        : decide(list, {
            known: ({ length }) => (length === 0 ? "is empty: nobody is told" : undefined),
            absent: "is not set: nobody is told",
          });
    return every([decide(policy.flag("enabled"), { known: (on) => (on ? undefined : "is false") }), told]);
  });
}
