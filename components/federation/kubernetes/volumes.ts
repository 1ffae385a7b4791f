import { PersistentVolumeClaim } from "@pulumi/kubernetes/core/v1/persistentVolumeClaim.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import type { Resource } from "@pulumi/pulumi";
import { DISKS, OWN_CLASS } from "../disks.ts";
import type { FederationScope } from "../native.ts";
import type { FederationPlan } from "../plan.ts";
import { inSystem } from "./place.ts";

/** Where a volume is mounted, and what the set calls its claim. */
export const DATA = "/var/lib/etcd";
export const VOLUME = "data";

/** The class of the volumes, unless it is another's. */
export function storageClass({ child, cluster }: FederationScope, { storage: { className } }: FederationPlan) {
  if (className !== OWN_CLASS) return [];
  return [
    new StorageClass(
      ...child(
        "etcdDisk",
        {
          metadata: { name: OWN_CLASS },
          ...DISKS[cluster.site.cloud],
          reclaimPolicy: "Delete",
          allowVolumeExpansion: true,
          // in the zone where its pod is
          volumeBindingMode: "WaitForFirstConsumer",
        },
        { dependsOn: [...cluster.ready] },
      ),
    ),
  ];
}

/** The claims by the names that the set looks for: ours, so that a restore can fill them, and that they outlive the set. */
export function volumes({ child }: FederationScope, plan: FederationPlan, after: readonly Resource[]) {
  return plan.etcd.names.map(
    (pod) =>
      new PersistentVolumeClaim(
        ...child(
          "etcdVolume",
          {
            metadata: {
              ...inSystem(`${VOLUME}-${pod}`, "etcd"),
              // a claim that waits for its first pod is bound when the store starts
              annotations: { "pulumi.com/skipAwait": "true" },
            },
            spec: claimSpec(plan),
          },
          { of: pod, lasting: true, dependsOn: [...after] },
        ),
      ),
  );
}

export function claimSpec({ storage: { gb, className } }: FederationPlan) {
  return {
    accessModes: ["ReadWriteOnce"],
    resources: { requests: { storage: `${gb}Gi` } },
    storageClassName: className,
  };
}

/** The folder of the store's present life. */
export function dataOf({ etcd: { life } }: FederationPlan): string {
  return `${DATA}/${life}`;
}
