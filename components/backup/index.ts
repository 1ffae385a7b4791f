import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { clusterScope } from "../core/scope.ts";
import { custom } from "../objects/index.ts";
import { type BackupArgs, resolveBackup } from "./args.ts";
import type { BackupChildren } from "./native.ts";
import { placeOf } from "./place.ts";

export type { BackupArgs } from "./args.ts";

/** Copies of what lives in a cluster: its objects in a bucket, its volumes as snapshots of the cloud, on a schedule. */
export class Backup extends Assembly {
  constructor(name: string, args: BackupArgs, opts?: ComponentResourceOptions) {
    const spec = resolveBackup(args);
    super("Backup", name, opts);
    const { cluster, addons, bucket, transform } = args;
    const carrier = addons.identity("velero");
    // who copies adds and reads; copies end when the bucket says so
    const grants = [bucket.grantWrite(carrier), bucket.grantRead(carrier)].flatMap(({ resources }) => resources);
    const { scope, changed } = clusterScope<BackupChildren>(name, this, cluster, transform?.kubernetes);
    const after = { dependsOn: [...addons.after("velero"), ...grants] };
    const { provider, config } = placeOf(bucket);
    const location = custom(
      "velero.io/v1/BackupStorageLocation",
      ...scope.child(
        "location",
        {
          metadata: { name, namespace: "velero" },
          spec: { provider, config, default: true, objectStorage: { bucket: bucket.name, prefix: cluster.name } },
        },
        after,
      ),
    );
    custom(
      "velero.io/v1/Schedule",
      ...scope.child(
        "schedule",
        {
          metadata: { name, namespace: "velero" },
          spec: {
            schedule: spec.schedule,
            skipImmediately: true,
            template: {
              includedNamespaces: ["*"],
              excludedNamespaces: ["kube-system", ...spec.exceptNamespaces],
              storageLocation: name,
              snapshotVolumes: true,
              ttl: `${spec.keepHours}h0m0s`,
            },
          },
        },
        { dependsOn: [location] },
      ),
    );
    this.registerOutputs({ schedule: spec.schedule, escapes: changed });
  }
}
