import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import { type Output } from "@pulumi/pulumi";
import { denyPlaintext } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { AuditTrailSpec } from "../args.ts";
import type { AuditTrailChildren } from "../native.ts";
import { roleUse } from "../use.ts";

// CloudTrail delivers about 5 minutes later, and promises no time: what comes late is still looked at
const LOOK = { period: 300, evaluationPeriods: 3, datapointsToAlarm: 1 };

interface Heard {
  readonly logGroupName: Output<string>;
  readonly keyArn: Output<string>;
}

/**
 * Tells people that a role was taken. It listens to the trail's log group, which hears all regions: an EventBridge rule
 * hears its own, and whoever asks the global endpoint of STS is recorded in us-east-1.
 */
export function awsAlarm(
  scope: Scope<"aws", AuditTrailChildren["aws"]>,
  { breakGlass, receivers, message, tags }: AuditTrailSpec,
  { logGroupName, keyArn }: Heard,
) {
  const { site } = scope;
  const called = physicalName(site, "break-glass", { max: 255 });
  const topic = new Topic(...scope.child("topic", { name: called, kmsMasterKeyId: keyArn, tags }));
  const topicPolicy = new TopicPolicy(
    ...scope.child("topicPolicy", {
      arn: topic.arn,
      policy: topic.arn.apply((arn) => JSON.stringify(alarmsOnly(arn, site.accountId))),
    }),
  );
  const receiver = receivers.map(
    ({ address, short }) =>
      new TopicSubscription(
        ...scope.child("receiver", { topic: topic.arn, protocol: "email", endpoint: address }, { of: short }),
      ),
  );
  const namespace = `${site.prefix}-${site.environment}/audit`;
  const metric = { name: "BreakGlassUse", namespace };
  const use = new LogMetricFilter(
    ...scope.child(
      "use",
      {
        name: called,
        logGroupName,
        pattern: roleUse(breakGlass),
        metricTransformation: { ...metric, value: "1", defaultValue: "0" },
      },
      { invariants: ["pattern"] },
    ),
  );
  const alarm = new MetricAlarm(
    ...scope.child(
      "alarm",
      {
        name: called,
        alarmDescription: message,
        namespace,
        metricName: metric.name,
        statistic: "Sum",
        ...LOOK,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        treatMissingData: "notBreaching",
        actionsEnabled: true,
        alarmActions: [topic.arn],
        tags,
      },
      { dependsOn: [use, topicPolicy], invariants: ["actionsEnabled"] },
    ),
  );
  return { topic, topicPolicy, receiver, use, alarm };
}

function alarmsOnly(topic: string, accountId: string) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AlarmsOfThisAccount",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: topic,
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
      denyPlaintext("sns:Publish", topic),
    ],
  };
}
