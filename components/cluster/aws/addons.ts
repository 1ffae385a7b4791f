import { Addon } from "@pulumi/aws/eks/addon.js";
import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import type { NodeGroup } from "@pulumi/aws/eks/nodeGroup.js";
import { jsonStringify, type Resource } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChildren } from "../native.ts";
import { roleFor } from "./roles.ts";

interface AddonNeeds {
  /** Whether it must be there before a machine can join. */
  readonly first: boolean;
  /** The service account that calls AWS, and by which managed policy. @default none */
  readonly calls?: readonly [serviceAccount: string, policy: string];
  /** @default {} */
  readonly settings?: object;
}
// without a version each is the default of the cluster's own version, and goes along with it
const ADDONS: Readonly<Record<string, AddonNeeds>> = {
  "vpc-cni": {
    first: true,
    calls: ["aws-node", "AmazonEKS_CNI_Policy"],
    settings: { enableNetworkPolicy: "true", env: { ENABLE_PREFIX_DELEGATION: "true" } },
  },
  "kube-proxy": { first: true },
  "eks-pod-identity-agent": { first: true },
  coredns: { first: false },
  "metrics-server": { first: false },
  "aws-ebs-csi-driver": {
    first: false,
    calls: ["ebs-csi-controller-sa", "service-role/AmazonEBSCSIDriverPolicyV2"],
  },
  "snapshot-controller": { first: false },
};

/** What EKS runs in the cluster itself, each with an identity of its own where it calls AWS. */
export function addons(
  scope: Scope<"aws", ClusterChildren["aws"]>,
  cluster: Cluster,
  { tags }: ClusterSpec,
  nodes: NodeGroup,
): readonly Resource[] {
  return Object.entries(ADDONS).map(([addonName, { first, calls, settings }]) => {
    const identity =
      calls && roleFor(scope, "addonRole", { service: "pods.eks", policies: [calls[1]], tags, of: addonName });
    return new Addon(
      ...scope.child(
        "addon",
        {
          clusterName: cluster.name,
          addonName,
          resolveConflictsOnCreate: "OVERWRITE",
          resolveConflictsOnUpdate: "PRESERVE",
          ...(settings && { configurationValues: jsonStringify(settings) }),
          ...(identity && { podIdentityAssociations: [{ serviceAccount: calls[0], roleArn: identity.role.arn }] }),
          tags,
        },
        { of: addonName, ...(!first && { dependsOn: [nodes] }) },
      ),
    );
  });
}
