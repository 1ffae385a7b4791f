import type { Addons } from "../addons/index.ts";
import type { Bucket } from "../bucket/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Transform } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { BackupChildren } from "./native.ts";

export interface BackupArgs {
  readonly cluster: KubernetesCluster;
  /** The cluster's add-ons, Velero among them. */
  readonly addons: Addons;
  /** Where copies go, on the cluster's own cloud; when its retention ends, they end. */
  readonly bucket: Bucket;
  /** Cron, in UTC. @default "30 1 * * *" */
  readonly schedule?: string;
  /** How long a copy can be brought back; what the bucket keeps at least. @default 14 */
  readonly keepDays?: number;
  /** What is left out: what comes back by itself when this program runs. @default [] */
  readonly exceptNamespaces?: readonly string[];
  /** Changes to its objects. @default {} */
  readonly transform?: {
    readonly kubernetes?: { readonly [K in keyof BackupChildren]?: Transform<BackupChildren[K]> };
  };
}

/** `BackupArgs` with every default applied and every limit checked. */
export interface BackupSpec {
  readonly schedule: string;
  readonly keepHours: number;
  readonly exceptNamespaces: readonly string[];
}

// minute, hour, day of the month, month, day of the week
const CRON = /^(\S+ ){4}\S+$/;

export function resolveBackup(args: BackupArgs): BackupSpec {
  const { cluster, addons, bucket, schedule = "30 1 * * *", keepDays = 14, exceptNamespaces = [] } = args;
  const { site } = cluster;
  validate("invalid backup", [
    ["addons", !addons.ready.has("velero"), `${addons.logicalName} has no velero`],
    [
      "bucket",
      bucket.site.cloud !== site.cloud,
      `is on ${bucket.site.cloud}, the cluster on ${site.cloud}: who copies has an identity there only`,
    ],
    ["schedule", !CRON.test(schedule), `must be a cron expression of five fields, got ${schedule}`],
    ["keepDays", notWhole(keepDays, 1, 3650), `must be 1 to 3650, got ${keepDays}`],
    ...exceptNamespaces.map(
      (name, index): Limit => [
        `exceptNamespaces[${index}]`,
        exceptNamespaces.indexOf(name) < index,
        `${name} is there twice`,
      ],
    ),
  ]);
  return { schedule, keepHours: keepDays * 24, exceptNamespaces };
}
