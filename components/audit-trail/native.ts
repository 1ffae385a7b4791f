import type { TrailArgs } from "@pulumi/aws/cloudtrail/trail.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { TopicArgs } from "@pulumi/aws/sns/topic.js";
import type { TopicPolicyArgs } from "@pulumi/aws/sns/topicPolicy.js";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription.js";
import type { ActionGroupArgs } from "@pulumi/azure-native/monitor/actionGroup.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { ScheduledQueryRuleArgs } from "@pulumi/azure-native/monitor/scheduledQueryRule.js";
import type { ProjectSinkArgs } from "@pulumi/gcp/logging/projectSink.js";
import type { AlertPolicyArgs } from "@pulumi/gcp/monitoring/alertPolicy.js";
import type { NotificationChannelArgs } from "@pulumi/gcp/monitoring/notificationChannel.js";
import type { AwsKey } from "../core/encryption.ts";

/** What only one cloud's trail can do. */
export interface AuditTrailNative {
  readonly aws?: {
    /** What it is encrypted with; its `services` must name `cloudtrail`, `logs` and `alarms`. @default a key of its own */
    readonly key?: AwsKey;
  };
}

/** The children that `transform` can reach. */
export type AuditTrailChildren = {
  readonly aws: {
    readonly logs: LogGroupArgs;
    readonly role: RoleArgs;
    readonly delivery: RolePolicyArgs;
    readonly trail: TrailArgs;
    readonly topic: TopicArgs;
    readonly topicPolicy: TopicPolicyArgs;
    readonly receiver: TopicSubscriptionArgs;
    readonly use: LogMetricFilterArgs;
    readonly alarm: MetricAlarmArgs;
  };
  readonly gcp: {
    readonly sink: ProjectSinkArgs;
    readonly receiver: NotificationChannelArgs;
    readonly alarm: AlertPolicyArgs;
  };
  readonly azure: {
    readonly trail: DiagnosticSettingArgs;
    readonly objects: DiagnosticSettingArgs;
    readonly receivers: ActionGroupArgs;
    readonly alarm: ScheduledQueryRuleArgs;
  };
};
