import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { AccessEntry } from "@pulumi/aws/eks/accessEntry.js";
import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import type { Role } from "@pulumi/aws/iam/role.js";
import { Queue, type QueueArgs } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import { jsonStringify, type Output } from "@pulumi/pulumi";
import { daysInSeconds } from "../../core/duration.ts";
import { denyPlaintext } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { Tags } from "../../core/tags.ts";
import type { ClusterChildren } from "../native.ts";
import { controllerIdentity } from "./identity.ts";
import { controllerPolicy } from "./karpenter-policy.ts";

// what makes a machine go away soon, by the source that says so
const WARNINGS = {
  health: ["aws.health", "AWS Health Event"],
  spot: ["aws.ec2", "EC2 Spot Instance Interruption Warning"],
  rebalance: ["aws.ec2", "EC2 Instance Rebalance Recommendation"],
  state: ["aws.ec2", "EC2 Instance State-change Notification"],
} as const;

/** What Karpenter needs of AWS: who it is, the queue that warns it, and the right of its machines to join. */
export function karpenter(scope: Scope<"aws", ClusterChildren["aws"]>, cluster: Cluster, nodeRole: Role, tags: Tags) {
  const { name, site, opts } = scope;
  const queue = (of: string, more: Partial<QueueArgs>) =>
    new Queue(
      ...scope.child(
        "interruptions",
        { name: physicalName(site, `${name}-${of}`, { max: 80 }), sqsManagedSseEnabled: true, tags, ...more },
        { of },
      ),
    );
  // a warning that nobody heard is kept for those who ask why a machine went
  const unheard = queue("unheard", { messageRetentionSeconds: daysInSeconds(14) });
  const interruptions = queue("heard", {
    messageRetentionSeconds: 300,
    redrivePolicy: jsonStringify({ deadLetterTargetArn: unheard.arn, maxReceiveCount: 3 }),
  });
  const rules = Object.entries(WARNINGS).map(([of, [source, detailType]]) => {
    const rule = new EventRule(
      ...scope.child(
        "interruption",
        {
          name: physicalName(site, `${name}-${of}`, { max: 64 }),
          eventPattern: JSON.stringify({ source: [source], "detail-type": [detailType] }),
          tags,
        },
        { of },
      ),
    );
    new EventTarget(
      `${name}-interruption-${of}`,
      { rule: rule.name, arn: interruptions.arn, deadLetterConfig: { arn: unheard.arn } },
      opts,
    );
    return rule;
  });
  for (const [of, { url: queueUrl, arn }] of Object.entries({ heard: interruptions, unheard })) {
    new QueuePolicy(`${name}-${of}`, { queueUrl, policy: jsonStringify(fromRules(arn, rules)) }, opts);
  }
  const identity = controllerIdentity(scope, cluster, {
    name: "karpenter",
    policy: controllerPolicy(site, cluster, nodeRole.arn, interruptions.arn),
    tags,
  });
  const joining = new AccessEntry(
    `${name}-nodes`,
    { clusterName: cluster.name, principalArn: nodeRole.arn, type: "EC2_LINUX", tags },
    opts,
  );
  return { interruptions, ready: [...identity, joining] };
}

function fromRules(queueArn: Output<string>, rules: readonly EventRule[]) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: queueArn,
        Condition: { ArnEquals: { "aws:SourceArn": rules.map(({ arn }) => arn) } },
      },
      denyPlaintext("sqs:*", queueArn),
    ],
  };
}
