import { CronJob } from "@pulumi/kubernetes/batch/v1/cronJob.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { interpolate, type Resource } from "@pulumi/pulumi";
import { podParts } from "../../identity/index.ts";
import type { Backup } from "../args.ts";
import { IMAGES } from "../images.ts";
import type { FederationScope } from "../native.ts";
import type { FederationPlan } from "../plan.ts";
import { snapshotsIn } from "../store.ts";
import { ETCD_PKI, ETCD_URL } from "./etcd.ts";
import { inSystem, labelsOf, RESTRICTED, RESTRICTED_POD, room } from "./place.ts";

/** As whom snapshots are written and read, and what network policies know it by. */
export const BACKUP = "etcd-backup";
const SNAPSHOT = "/snapshot/etcd.db";

/** Who the pods are that carry snapshots. */
export function backupAccount({ child }: FederationScope, { identity }: Backup, after: readonly Resource[]) {
  const account = new ServiceAccount(
    ...child(
      "backupAccount",
      {
        metadata: { ...inSystem(BACKUP), annotations: identity.annotations },
        automountServiceAccountToken: false,
      },
      { dependsOn: [...after] },
    ),
  );
  if (Object.keys(identity.files).length === 0) return [account];
  const files = new ConfigMap(
    ...child("backupIdentity", { metadata: inSystem(BACKUP), data: identity.files }, { dependsOn: [...after] }),
  );
  return [account, files];
}

/** A pod between etcd and the bucket: a snapshot lies on a disk of its own while it is carried. */
export function carrier({ identity, bucket }: Backup, cluster: FederationScope["cluster"]) {
  const { at, flags } = snapshotsIn(bucket, cluster);
  const { volumes, volumeMounts, env } = podParts(identity, BACKUP);
  const disk = { name: "snapshot", mountPath: "/snapshot" };
  /** A container that copies; `from` and `to` are paths in the bucket or on the disk. */
  const copy = (name: string, paths: readonly ReturnType<typeof interpolate>[]) => ({
    ...RESTRICTED,
    name,
    image: IMAGES.copy,
    command: ["rclone"],
    args: ["copyto", "--config=/notfound", "--cache-dir=/snapshot", "--no-check-dest", ...flags, ...paths],
    env: [...env, { name: "POD", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }],
    resources: room("100m", "512Mi"),
    volumeMounts: [...volumeMounts, disk],
  });
  const spec = {
    ...RESTRICTED_POD,
    serviceAccountName: BACKUP,
    restartPolicy: "Never",
  };
  return {
    spec,
    metadata: { labels: { ...labelsOf(BACKUP), ...identity.labels } },
    volumes: [ETCD_PKI.volume, { name: disk.name, emptyDir: { sizeLimit: "10Gi" } }, ...volumes],
    disk,
    upload: copy("upload", [interpolate`${SNAPSHOT}`, interpolate`${at}/$(POD).db`]),
    download: (snapshot: string) => copy("download", [interpolate`${at}/${snapshot}`, interpolate`${SNAPSHOT}`]),
    snapshot: SNAPSHOT,
  };
}

/** A snapshot of etcd, again and again, each under a name of its own; its secrets were encrypted before etcd saw them. */
export function backup(
  { child, cluster }: FederationScope,
  { backup: asked }: FederationPlan,
  after: readonly Resource[],
) {
  if (asked === undefined) return [];
  const { spec, metadata, volumes, disk, upload, snapshot } = carrier(asked, cluster);
  return [
    new CronJob(
      ...child(
        "backup",
        {
          metadata: inSystem(BACKUP),
          spec: {
            schedule: asked.schedule,
            timeZone: "Etc/UTC",
            concurrencyPolicy: "Forbid",
            startingDeadlineSeconds: 600,
            successfulJobsHistoryLimit: 1,
            failedJobsHistoryLimit: 3,
            jobTemplate: {
              spec: {
                backoffLimit: 2,
                activeDeadlineSeconds: 900,
                template: {
                  metadata,
                  spec: {
                    ...spec,
                    initContainers: [
                      {
                        ...RESTRICTED,
                        name: "snapshot",
                        image: IMAGES.etcd,
                        command: ["/usr/local/bin/etcdctl"],
                        args: [`--endpoints=${ETCD_URL}`, ...ETCD_PKI.client, "snapshot", "save", snapshot],
                        resources: room("100m", "512Mi"),
                        volumeMounts: [ETCD_PKI.mount, disk],
                      },
                    ],
                    containers: [upload],
                    volumes,
                  },
                },
              },
            },
          },
        },
        { dependsOn: [...after] },
      ),
    ),
  ];
}
