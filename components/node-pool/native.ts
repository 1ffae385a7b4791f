import type { NodePoolArgs as GkePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import type { ObjectOf } from "../objects/index.ts";

/** The children that `transform` can reach. */
export type NodePoolChildren = {
  readonly aws: {
    readonly pool: ObjectOf<"karpenter.sh/v1/NodePool">;
    readonly machines: ObjectOf<"karpenter.k8s.aws/v1/EC2NodeClass">;
  };
  readonly gcp: { readonly pool: GkePoolArgs };
  readonly azure: {
    readonly pool: ObjectOf<"karpenter.sh/v1/NodePool">;
    readonly machines: ObjectOf<"karpenter.azure.com/v1beta1/AKSNodeClass">;
  };
};
