import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { FlowLog } from "@pulumi/aws/ec2/flowLog.js";
import type { Vpc } from "@pulumi/aws/ec2/vpc.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import { allow } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { AwsScope } from "../native.ts";
import { named } from "./names.ts";

// the longer of the two that there are; a minute would cost a multiple
const AGGREGATION_SECONDS = 600;

/** Who spoke with whom, allowed or not, in a log group of its own. */
export function flowLog(scope: AwsScope, { tags, flowLogs: data }: NetworkSpec, vpc: Vpc) {
  const { site, name } = scope;
  const { accountId, region } = site;
  const physical = physicalName(site, `${name}-flow-log`, { max: 64 });
  const flowLogs = new LogGroup(
    ...scope.child(
      "flowLogs",
      {
        name: `/aws/vpc/${physical}`,
        retentionInDays: data.retentionDays,
        // half the price; all it lacks is what watches logs as they come in
        logGroupClass: "INFREQUENT_ACCESS",
        tags,
      },
      { lasting: true },
    ),
  );
  const flowLogRole = new Role(
    ...scope.child("flowLogRole", {
      name: physical,
      assumeRolePolicy: JSON.stringify(trust(accountId, region)),
      tags,
    }),
  );
  const flowLogAccess = new RolePolicy(
    ...scope.child("flowLogAccess", {
      role: flowLogRole.name,
      policy: jsonStringify(
        allow(["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], interpolate`${flowLogs.arn}:*`),
      ),
    }),
  );
  const flowLog = new FlowLog(
    ...scope.child(
      "flowLog",
      {
        vpcId: vpc.id,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: flowLogs.arn,
        iamRoleArn: flowLogRole.arn,
        maxAggregationInterval: AGGREGATION_SECONDS,
        tags: named(scope, tags, "flow-log"),
      },
      { dependsOn: [flowLogAccess], invariants: ["trafficType"] },
    ),
  );
  return { flowLogs, flowLogRole, flowLogAccess, flowLog };
}

// only for flow logs of this account: the service must not be talked into writing for others
function trust(accountId: string, region: string) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
        },
      },
    ],
  };
}
