import { NodePool } from "@pulumi/gcp/container/nodePool.js";
import type { GcpPools } from "../cluster/index.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { NodePoolSpec } from "./args.ts";
import type { NodePoolChildren } from "./native.ts";

const FAMILY = { arm64: "c4a-standard", amd64: "n4-standard" } as const;

/** A node pool of GKE: none of its machines is there until a pod needs one. */
export function gkePool({ name, site, child }: Scope<"gcp", NodePoolChildren["gcp"]>, spec: NodePoolSpec) {
  const { cpusPerNode, gpu, interruptible } = spec;
  const { clusterId, nodeAccountEmail } = spec.place as GcpPools;
  // what no pool can change has a part in its name: machines of another kind are there before these are drained
  const machines = `${gpu ? "gpu" : interruptible ? "spot" : "steady"}-${spec.architecture}`;
  const pool = new NodePool(
    ...child(
      "pool",
      {
        name: physicalName(site, `${name}-${machines}`, { max: 40 }),
        cluster: clusterId,
        nodeLocations: [...spec.zones],
        initialNodeCount: 0,
        autoscaling: {
          totalMinNodeCount: 0,
          totalMaxNodeCount: Math.floor(spec.maxCpus / cpusPerNode),
          locationPolicy: interruptible ? "ANY" : "BALANCED",
        },
        management: { autoRepair: true, autoUpgrade: true },
        upgradeSettings: { strategy: "SURGE", maxSurge: 1, maxUnavailable: 0 },
        nodeDrainConfigs: [{ respectPdbDuringNodePoolDeletion: true }],
        networkConfig: { enablePrivateNodes: true },
        nodeConfig: {
          machineType: gpu ? `g2-standard-${cpusPerNode}` : `${FAMILY[spec.architecture]}-${cpusPerNode}`,
          diskType: gpu ? "pd-balanced" : "hyperdisk-balanced",
          diskSizeGb: 100,
          imageType: "COS_CONTAINERD",
          spot: interruptible,
          serviceAccount: nodeAccountEmail,
          oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
          shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
          workloadMetadataConfig: { mode: "GKE_METADATA" },
          metadata: { "disable-legacy-endpoints": "true" },
          labels: spec.labels,
          taints: spec.taints.map((taint) => ({ ...taint, effect: "NO_SCHEDULE" })),
          resourceLabels: spec.tags,
          ...(gpu && {
            guestAccelerators: [
              { type: "nvidia-l4", count: 1, gpuDriverInstallationConfig: { gpuDriverVersion: "DEFAULT" } },
            ],
          }),
        },
      },
      {
        invariants: ["nodeConfig.workloadMetadataConfig", "nodeConfig.shieldedInstanceConfig"],
        // the autoscaler owns how many there are
        ignoreChanges: ["nodeCount", "initialNodeCount"],
        deleteBeforeReplace: false,
      },
    ),
  );
  return { outputs: { id: pool.id, name: pool.name }, nodes: { pool } };
}
