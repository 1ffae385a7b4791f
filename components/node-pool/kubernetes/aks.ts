import type { Scope } from "../../core/scope.ts";
import { custom } from "../../objects/index.ts";
import type { NodePoolSpec } from "../args.ts";
import type { NodePoolChildren } from "../native.ts";
import { is, karpenterPool } from "./pool.ts";

/** A pool of AKS's node auto-provisioning, and what its machines are like. */
export function aksPool({ name, child }: Scope<"azure", NodePoolChildren["azure"]>, spec: NodePoolSpec) {
  const { cluster, gpu } = spec;
  const network = cluster.network;
  const opts = { provider: cluster.provider, dependsOn: [...cluster.ready] };
  const machines = custom(
    "karpenter.azure.com/v1beta1/AKSNodeClass",
    ...child(
      "machines",
      {
        metadata: { name },
        spec: {
          imageFamily: "AzureLinux",
          osDiskSizeGB: 128,
          ...(network.cloud === "azure" && { vnetSubnetID: network.nodeSubnetId }),
          security: { encryptionAtHost: true },
          ...(gpu && { gpu: { mode: "Driver" } }),
          tags: spec.tags,
        },
      },
      { ...opts, invariants: ["spec.security"] },
    ),
  );
  const family = gpu
    ? [is("karpenter.azure.com/sku-family", ["N"]), is("karpenter.azure.com/sku-gpu-count", ["1"])]
    : [is("karpenter.azure.com/sku-family", ["D"])];
  const requirements = [is("karpenter.azure.com/sku-cpu", [String(spec.cpusPerNode)]), ...family];
  const pool = custom(
    "karpenter.sh/v1/NodePool",
    ...child("pool", karpenterPool(name, spec, { group: "karpenter.azure.com", kind: "AKSNodeClass", requirements }), {
      ...opts,
      dependsOn: [...cluster.ready, machines],
    }),
  );
  return { outputs: { id: pool.id, name }, nodes: { pool, machines } };
}
