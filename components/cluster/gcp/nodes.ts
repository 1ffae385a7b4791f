import type { Cluster } from "@pulumi/gcp/container/cluster.js";
import { NodePool } from "@pulumi/gcp/container/nodePool.js";
import { IAMMember } from "@pulumi/gcp/projects/iammember.js";
import { Account } from "@pulumi/gcp/serviceaccount/account.js";
import type { Input } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { GcpNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChildren } from "../native.ts";

// what a node itself does: its logs, its metrics, its images
const ROLES = ["roles/container.defaultNodeServiceAccount", "roles/artifactregistry.reader"];

/** Who the machines of a cluster are; what runs on them has identities of its own. */
export function nodeAccount({ name, site, opts, child }: Scope<"gcp", ClusterChildren["gcp"]>, _spec: ClusterSpec) {
  const account = new Account(
    ...child("nodeAccount", {
      accountId: physicalName(site, `${name}-nodes`, { max: 30 }),
      displayName: `Machines of ${name}`,
      project: site.project,
    }),
  );
  for (const role of ROLES) {
    new IAMMember(
      `${name}-nodes-${role.split(/[./]/).at(-1) ?? ""}`.toLowerCase(),
      { project: site.project, role, member: account.member },
      opts,
    );
  }
  return account;
}

/** Machines that are always there, for what must run before any other machine can come. */
export function systemNodes(
  { site, child }: Scope<"gcp", ClusterChildren["gcp"]>,
  cluster: Cluster,
  serviceAccount: Input<string>,
  spec: ClusterSpec,
  network: GcpNetwork,
) {
  return new NodePool(
    ...child(
      "system",
      {
        name: "system",
        cluster: cluster.id,
        nodeLocations: [...network.zones],
        nodeCount: spec.systemNodesPerZone,
        management: { autoRepair: true, autoUpgrade: true },
        upgradeSettings: { strategy: "SURGE", maxSurge: 1, maxUnavailable: 0 },
        nodeDrainConfigs: [{ respectPdbDuringNodePoolDeletion: true }],
        networkConfig: { enablePrivateNodes: true },
        nodeConfig: {
          machineType: "c4a-standard-2",
          diskType: "hyperdisk-balanced",
          diskSizeGb: 50,
          imageType: "COS_CONTAINERD",
          spot: site.environment === "dev",
          serviceAccount,
          oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
          shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
          workloadMetadataConfig: { mode: "GKE_METADATA" },
          metadata: { "disable-legacy-endpoints": "true" },
          labels: { "archipel.dev/pool": "system" },
          resourceLabels: spec.tags,
        },
      },
      { invariants: ["nodeConfig.workloadMetadataConfig", "nodeConfig.shieldedInstanceConfig"] },
    ),
  );
}
