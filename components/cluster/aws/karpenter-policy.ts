import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import { type Input, interpolate } from "@pulumi/pulumi";
import type { AwsSite } from "../../core/site.ts";

const POOL_TAG = "karpenter.sh/nodepool";

/** What Karpenter's controller may do: make machines that carry the cluster's tag, and touch no others. */
export function controllerPolicy(site: AwsSite, cluster: Cluster, nodeRoleArn: Input<string>, queueArn: Input<string>) {
  const { region, accountId } = site;
  const ec2 = (...kinds: readonly string[]) => kinds.map((kind) => `arn:aws:ec2:${region}:${accountId}:${kind}/*`);
  const made = cluster.name.apply((name) => ({
    StringEquals: { [`aws:RequestTag/kubernetes.io/cluster/${name}`]: "owned" },
    StringLike: { [`aws:RequestTag/${POOL_TAG}`]: "*" },
  }));
  const existing = cluster.name.apply((name) => ({
    StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${name}`]: "owned" },
    StringLike: { [`aws:ResourceTag/${POOL_TAG}`]: "*" },
  }));
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "UseWhatIsThere",
        Effect: "Allow",
        Action: ["ec2:RunInstances", "ec2:CreateFleet"],
        Resource: [
          `arn:aws:ec2:${region}::image/*`,
          `arn:aws:ec2:${region}::snapshot/*`,
          ...ec2("security-group", "subnet", "capacity-reservation"),
        ],
      },
      {
        Sid: "MakeMachines",
        Effect: "Allow",
        Action: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
        Resource: ec2("fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"),
        Condition: made,
      },
      {
        Sid: "TagMachines",
        Effect: "Allow",
        Action: "ec2:CreateTags",
        Resource: ec2("fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"),
        Condition: made,
      },
      {
        Sid: "EndMachines",
        Effect: "Allow",
        Action: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
        Resource: ec2("instance", "launch-template"),
        Condition: existing,
      },
      {
        Sid: "LookAround",
        Effect: "Allow",
        Action: [
          "ec2:DescribeCapacityReservations",
          "ec2:DescribeImages",
          "ec2:DescribeInstances",
          "ec2:DescribeInstanceTypeOfferings",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeLaunchTemplates",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSpotPriceHistory",
          "ec2:DescribeSubnets",
          "pricing:GetProducts",
        ],
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": [region, "us-east-1"] } },
      },
      {
        Sid: "ReadImages",
        Effect: "Allow",
        Action: "ssm:GetParameter",
        Resource: `arn:aws:ssm:${region}::parameter/aws/service/*`,
      },
      {
        Sid: "HearWarnings",
        Effect: "Allow",
        Action: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
        Resource: queueArn,
      },
      {
        Sid: "GiveMachinesTheirRole",
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: nodeRoleArn,
        Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
      },
      {
        Sid: "InstanceProfiles",
        Effect: "Allow",
        Action: [
          "iam:AddRoleToInstanceProfile",
          "iam:CreateInstanceProfile",
          "iam:DeleteInstanceProfile",
          "iam:GetInstanceProfile",
          "iam:RemoveRoleFromInstanceProfile",
          "iam:TagInstanceProfile",
        ],
        Resource: interpolate`arn:aws:iam::${accountId}:instance-profile/${cluster.name}_*`,
      },
      { Sid: "FindTheCluster", Effect: "Allow", Action: "eks:DescribeCluster", Resource: cluster.arn },
    ],
  };
}
