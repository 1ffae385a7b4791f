import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import type { AwsSite } from "../../core/site.ts";

const OWNED = "elbv2.k8s.aws/cluster";
const DESCRIBES = [
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAddresses",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeInstances",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroupRules",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeTags",
  "ec2:DescribeVpcs",
  "elasticloadbalancing:DescribeListenerAttributes",
  "elasticloadbalancing:DescribeListenerCertificates",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeLoadBalancerAttributes",
  "elasticloadbalancing:DescribeLoadBalancers",
  "elasticloadbalancing:DescribeRules",
  "elasticloadbalancing:DescribeTags",
  "elasticloadbalancing:DescribeTargetGroupAttributes",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
];

/** What the load balancer controller may do: make balancers that carry the cluster's name, and touch no others. */
export function balancerPolicy({ region, accountId }: AwsSite, cluster: Cluster) {
  const elb = (...kinds: readonly string[]) =>
    kinds.map((kind) => `arn:aws:elasticloadbalancing:${region}:${accountId}:${kind}/*`);
  const ec2 = (kind: string) => `arn:aws:ec2:${region}:${accountId}:${kind}/*`;
  const made = { StringEquals: { [`aws:RequestTag/${OWNED}`]: cluster.name } };
  const own = { StringEquals: { [`aws:ResourceTag/${OWNED}`]: cluster.name } };
  const parts = elb("loadbalancer/net", "loadbalancer/app", "targetgroup");
  const listeners = elb("listener/net", "listener/app", "listener-rule/net", "listener-rule/app");
  const statement = (Sid: string, Action: readonly string[] | string, Resource: unknown, Condition?: object) => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    ...(Condition && { Condition }),
  });
  return {
    Version: "2012-10-17",
    Statement: [
      statement("LookAround", DESCRIBES, "*", { StringEquals: { "aws:RequestedRegion": region } }),
      statement(
        "MakeBalancers",
        [
          "elasticloadbalancing:CreateLoadBalancer",
          "elasticloadbalancing:CreateTargetGroup",
          "elasticloadbalancing:AddTags",
        ],
        parts,
        made,
      ),
      statement(
        "ChangeOwnBalancers",
        [
          "elasticloadbalancing:CreateListener",
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteTargetGroup",
          "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:ModifyLoadBalancerAttributes",
          "elasticloadbalancing:ModifyTargetGroup",
          "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:RegisterTargets",
          "elasticloadbalancing:SetIpAddressType",
          "elasticloadbalancing:SetSecurityGroups",
          "elasticloadbalancing:SetSubnets",
        ],
        parts,
        own,
      ),
      statement(
        "ChangeOwnListeners",
        [
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:CreateRule",
          "elasticloadbalancing:DeleteListener",
          "elasticloadbalancing:DeleteRule",
          "elasticloadbalancing:ModifyListener",
          "elasticloadbalancing:ModifyRule",
        ],
        listeners,
        own,
      ),
      statement("MakeGroups", "ec2:CreateSecurityGroup", ec2("vpc")),
      statement("MakeOwnGroups", ["ec2:CreateSecurityGroup", "ec2:CreateTags"], ec2("security-group"), made),
      statement(
        "ChangeOwnGroups",
        ["ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteSecurityGroup", "ec2:RevokeSecurityGroupIngress"],
        ec2("security-group"),
        own,
      ),
    ],
  };
}
