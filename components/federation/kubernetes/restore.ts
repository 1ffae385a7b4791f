import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import type { Resource } from "@pulumi/pulumi";
import { IMAGES } from "../images.ts";
import type { FederationScope } from "../native.ts";
import { type FederationPlan, SYSTEM } from "../plan.ts";
import { BACKUP, carrier } from "./backup.ts";
import { inSystem, RESTRICTED, room } from "./place.ts";
import { DATA, dataOf, VOLUME } from "./volumes.ts";

/** Fills the volume of each member of the store from one snapshot, before the store starts in that folder; what was there before stays beside it. */
export function restore({ child, cluster }: FederationScope, plan: FederationPlan, after: readonly Resource[]) {
  const { backup, etcd } = plan;
  const { restoreFrom } = etcd;
  if (backup === undefined || restoreFrom === undefined) return [];
  const { spec, metadata, volumes, disk, download, snapshot } = carrier(backup, cluster);
  return etcd.names.map((pod) => {
    const job = `restore-${pod}-${etcd.life}`;
    return new Job(
      ...child(
        "restore",
        {
          metadata: inSystem(job, BACKUP),
          spec: {
            backoffLimit: 2,
            activeDeadlineSeconds: 1800,
            template: {
              metadata,
              spec: {
                ...spec,
                // a volume is on one machine: where its store runs already, the job runs too
                affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [beside(pod)] } },
                initContainers: [download(restoreFrom)],
                containers: [
                  {
                    ...RESTRICTED,
                    name: "restore",
                    image: IMAGES.etcd,
                    command: ["/usr/local/bin/etcdutl"],
                    args: [
                      "snapshot",
                      "restore",
                      snapshot,
                      `--name=${pod}`,
                      `--initial-cluster=${etcd.cluster}`,
                      `--initial-advertise-peer-urls=https://${pod}.etcd.${SYSTEM}.svc.cluster.local:2380`,
                      `--data-dir=${dataOf(plan)}`,
                      // who watched before must see that the world is another (etcd's page on disaster recovery)
                      "--bump-revision=1000000000",
                      "--mark-compacted",
                    ],
                    resources: room("100m", "1Gi"),
                    volumeMounts: [disk, { name: VOLUME, mountPath: DATA }],
                  },
                ],
                volumes: [...volumes, { name: VOLUME, persistentVolumeClaim: { claimName: `${VOLUME}-${pod}` } }],
              },
            },
          },
        },
        { of: `${pod}-${etcd.life}`, dependsOn: [...after] },
      ),
    );
  });
}

function beside(pod: string) {
  return {
    weight: 100,
    podAffinityTerm: {
      labelSelector: { matchLabels: { "statefulset.kubernetes.io/pod-name": pod } },
      topologyKey: "kubernetes.io/hostname",
    },
  };
}
