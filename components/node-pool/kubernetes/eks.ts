import type { AwsPools } from "../../cluster/index.ts";
import type { Scope } from "../../core/scope.ts";
import { custom } from "../../objects/index.ts";
import type { NodePoolSpec } from "../args.ts";
import type { NodePoolChildren } from "../native.ts";
import { is, karpenterPool } from "./pool.ts";

const NEWEST = "6"; // generations above it: what the price and the network want

/** A pool of Karpenter's on EKS, and what its machines are like. */
export function eksPool({ name, child }: Scope<"aws", NodePoolChildren["aws"]>, spec: NodePoolSpec) {
  const { cluster, gpu } = spec;
  const { nodeRoleName, securityGroupId } = spec.place as AwsPools;
  const network = cluster.network;
  const subnets = network.cloud === "aws" ? network.nodeSubnetIds : [];
  const opts = { provider: cluster.provider, dependsOn: [...cluster.ready] };
  const disk = { encrypted: true, volumeType: "gp3", deleteOnTermination: true } as const;
  const machines = custom(
    "karpenter.k8s.aws/v1/EC2NodeClass",
    ...child(
      "machines",
      {
        metadata: { name },
        spec: {
          role: nodeRoleName,
          amiSelectorTerms: [{ alias: "bottlerocket@latest" }],
          subnetSelectorTerms: subnets.map((id) => ({ id })),
          securityGroupSelectorTerms: [{ id: securityGroupId }],
          associatePublicIPAddress: false,
          metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
          blockDeviceMappings: [
            { deviceName: "/dev/xvda", ebs: { ...disk, volumeSize: "4Gi" } },
            { deviceName: "/dev/xvdb", ebs: { ...disk, volumeSize: "100Gi" } },
          ],
          tags: spec.tags,
        },
      },
      { ...opts, invariants: ["spec.metadataOptions", "spec.associatePublicIPAddress"] },
    ),
  );
  const size = is("karpenter.k8s.aws/instance-cpu", [String(spec.cpusPerNode)]);
  const family = gpu
    ? [is("karpenter.k8s.aws/instance-family", ["g6"]), is("karpenter.k8s.aws/instance-gpu-count", ["1"])]
    : [
        is("karpenter.k8s.aws/instance-category", ["m"]),
        { key: "karpenter.k8s.aws/instance-generation", operator: "Gt" as const, values: [NEWEST] },
      ];
  const requirements = [size, ...family];
  const pool = custom(
    "karpenter.sh/v1/NodePool",
    ...child("pool", karpenterPool(name, spec, { group: "karpenter.k8s.aws", kind: "EC2NodeClass", requirements }), {
      ...opts,
      dependsOn: [...cluster.ready, machines],
    }),
  );
  return { outputs: { id: pool.id, name }, nodes: { pool, machines } };
}
