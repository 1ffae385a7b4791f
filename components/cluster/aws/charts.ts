import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import type { Queue } from "@pulumi/aws/sqs/queue.js";
import type { AwsNetwork } from "../../core/network.ts";
import type { AwsSite } from "../../core/site.ts";
import type { ClusterChart } from "../charts.ts";

/** What EKS leaves to its customers: who brings machines, and who makes load balancers. */
export function awsCharts(
  site: AwsSite,
  cluster: Cluster,
  interruptions: Queue,
  { vpcId }: AwsNetwork,
): readonly ClusterChart[] {
  return [
    {
      name: "karpenter",
      chart: "oci://public.ecr.aws/karpenter/karpenter",
      version: "1.14.1",
      namespace: "kube-system",
      reason: "a controller of another project, with the definitions of its kinds",
      values: {
        settings: { clusterName: cluster.name, interruptionQueue: interruptions.name },
        serviceAccount: { name: "karpenter" },
        replicas: 2,
        controller: { resources: { requests: { cpu: "200m", memory: "512Mi" }, limits: { memory: "512Mi" } } },
      },
    },
    {
      name: "aws-load-balancer-controller",
      chart: "aws-load-balancer-controller",
      repository: "https://aws.github.io/eks-charts",
      version: "1.17.1",
      namespace: "kube-system",
      reason: "a controller of another project, with the definitions of its kinds",
      values: {
        clusterName: cluster.name,
        region: site.region,
        vpcId,
        serviceAccount: { name: "aws-load-balancer-controller" },
        replicaCount: 2,
        // what it makes must be found by the tag that its rights ask for
        defaultTags: site.tags,
        enableServiceMutatorWebhook: false,
        resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "256Mi" } },
      },
    },
  ];
}
