import type { Output } from "@pulumi/pulumi";

/** What pools of machines on EKS are made with. */
export interface AwsPools {
  readonly cloud: "aws";
  readonly clusterName: Output<string>;
  readonly nodeRoleName: Output<string>;
  readonly securityGroupId: Output<string>;
}
/** What pools of machines on GKE are made with. */
export interface GcpPools {
  readonly cloud: "gcp";
  readonly clusterId: Output<string>;
  readonly nodeAccountEmail: Output<string>;
}
/** Pools of machines on AKS need nothing but the cluster. */
export interface AzurePools {
  readonly cloud: "azure";
}
/** What pools of machines are made with, by cloud. */
export type PoolPlace = AwsPools | GcpPools | AzurePools;
