import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { ActivityLogAlertArgs } from "@pulumi/azure-native/monitor/activityLogAlert.js";
import type { AlertPolicyArgs } from "@pulumi/gcp/monitoring/alertPolicy.js";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const POLICY = "gcp:monitoring/alertPolicy:AlertPolicy";
const ALERT = "azure-native:monitor:ActivityLogAlert";

// on unless somebody says otherwise, on all three clouds
const on = (read: Read<boolean>): Verdict => decide(read, { known: (value) => (value ? undefined : "is false") });
const somebody = (read: Read<readonly Bag[]>): Verdict =>
  decide(read, {
    known: ({ length }) => (length === 0 ? "is empty: nobody is told" : undefined),
    absent: "is not set: nobody is told",
  });

export const alarmsHaveActions: Rule = {
  id: "alarms-have-actions",
  packs: ["reliability"],
  title: "Alarms are on, and somebody hears them",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "An alarm that tells nobody is worse than none: everybody believes that they would be told.",
  equivalents: ["CKV_AWS_319"],
  fixText: ({ path }) =>
    path === "actionsEnabled" || path === "enabled"
      ? `Set \`${path}: true\`.`
      : `Name a topic, a channel or an action group in \`${path}\`.`,
  inPlace: [ALARM, POLICY, ALERT],
  checks: {
    [ALARM]: (alarm: Resource<MetricAlarmArgs>) =>
      every([on(alarm.flag("actionsEnabled")), somebody(alarm.list("alarmActions"))]),
    [POLICY]: (policy: Resource<AlertPolicyArgs>) =>
      every([on(policy.flag("enabled")), somebody(policy.list("notificationChannels"))]),
    [ALERT]: (alert: Resource<ActivityLogAlertArgs>) =>
      every([on(alert.flag("enabled")), somebody(alert.list("actions.actionGroups"))]),
  },
};
