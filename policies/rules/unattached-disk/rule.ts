import type { VolumeArgs } from "@pulumi/aws/ebs/volume.js";
import type { DiskArgs as AzureDiskArgs } from "@pulumi/azure-native/compute/disk.js";
import type { DiskArgs } from "@pulumi/gcp/compute/disk.js";
import { listed } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { anyOf, faultIf, isSet, not, type Truth } from "../../core/truth.ts";
import { PASS, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";
import { isUsed } from "../../models/usage.ts";

const IDLE = "is attached to nothing in this stack";
const VOLUME = "kubernetes:core/v1:PersistentVolume";

/** Types that copy a disk, guard it or say who may: none of them writes to it. */
const ONLOOKERS: ReadonlySet<string> = new Set([
  "aws:ebs/snapshot:Snapshot",
  "aws:ebs/volumeCopy:VolumeCopy",
  "aws:ec2/tag:Tag",
  "aws:backup/selection:Selection",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "gcp:compute/snapshot:Snapshot",
  "gcp:compute/image:Image",
  "gcp:compute/disk:Disk",
  "gcp:compute/regionDisk:RegionDisk",
  "gcp:compute/diskAsyncReplication:DiskAsyncReplication",
  "gcp:compute/diskResourcePolicyAttachment:DiskResourcePolicyAttachment",
  "gcp:compute/regionDiskResourcePolicyAttachment:RegionDiskResourcePolicyAttachment",
  "gcp:compute/diskIamMember:DiskIamMember",
  "gcp:compute/diskIamBinding:DiskIamBinding",
  "gcp:compute/diskIamPolicy:DiskIamPolicy",
  "gcp:compute/regionDiskIamMember:RegionDiskIamMember",
  "gcp:compute/regionDiskIamBinding:RegionDiskIamBinding",
  "gcp:compute/regionDiskIamPolicy:RegionDiskIamPolicy",
  "azure-native:compute:Snapshot",
  "azure-native:compute:Image",
  "azure-native:compute:Disk",
  "azure-native:compute:RestorePoint",
  "azure-native:dataprotection:BackupInstance",
  "azure-native:authorization:RoleAssignment",
  "azure-native:authorization:ManagementLockByScope",
]);

interface Place {
  readonly type: string;
  /** The property as a whole, which has the edges. */
  readonly key: string;
  readonly values: (from: Resource) => readonly Read<string>[];
}
const at = (type: string, key: string, ...paths: readonly string[]): Place => ({
  type,
  key,
  values: (from) => paths.map((path) => from.text(path)),
});
const each = (type: string, list: string, field: string): Place => ({
  type,
  key: list.split(".")[0] ?? list,
  values: (from) => listed(from, list, field),
});

/** Where a disk is named, by an id that AWS makes and that no program knows. */
const AWS = [
  at("aws:ec2/volumeAttachment:VolumeAttachment", "volumeId", "volumeId"),
  at(VOLUME, "spec", "spec.awsElasticBlockStore.volumeID"),
];
const GCP = [
  at("gcp:compute/attachedDisk:AttachedDisk", "disk", "disk"),
  at("gcp:compute/instance:Instance", "bootDisk", "bootDisk.source"),
  each("gcp:compute/instance:Instance", "attachedDisks", "source"),
  each("gcp:compute/instanceTemplate:InstanceTemplate", "disks", "source"),
  at(VOLUME, "spec", "spec.csi.volumeHandle", "spec.gcePersistentDisk.pdName"),
];
const AZURE = [
  at("azure-native:compute:VirtualMachine", "storageProfile", "storageProfile.osDisk.managedDisk.id"),
  each("azure-native:compute:VirtualMachine", "storageProfile.dataDisks", "managedDisk.id"),
  at(VOLUME, "spec", "spec.csi.volumeHandle", "spec.azureDisk.diskURI"),
];

function named(disk: Resource, name: Read<string>, places: readonly Place[], { graph }: GraphRun): Truth {
  return anyOf(
    places.flatMap(({ type, key, values }) =>
      graph.ofType(type).flatMap((from) => values(from).map((value) => pointsTo({ from, key, value }, disk, name))),
    ),
  );
}

const byName =
  (name: string, places: readonly Place[]) =>
  (disk: Resource, run: GraphRun): Verdict =>
    isUsed(disk, run.graph, ONLOOKERS) ? PASS : faultIf(not(named(disk, disk.text(name), places, run)), "", IDLE);

function ebs(disk: Resource<VolumeArgs>, { graph }: GraphRun): Verdict {
  const volume = disk as Resource;
  if (isUsed(volume, graph, ONLOOKERS)) return PASS;
  const loose = AWS.flatMap(({ type, key, values }) =>
    graph.ofType(type).flatMap((from) => {
      const tied = (from.edges[key] ?? []).length > 0;
      return tied ? [] : values(from).map((value) => mayBe(from, value));
    }),
  );
  return faultIf(not(anyOf(loose)), "", IDLE);
}

function mayBe(from: Resource, value: Read<string>): Truth {
  if (isSet(value) === false) return false;
  return {
    state: "unknown",
    path: `${from.name}.${value.path}`,
    reason: "is an id that may be the one of this volume",
  };
}

export const unattachedDisk: Rule = {
  id: "unattached-disk",
  packs: ["cost"],
  title: "Disks are attached",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "A disk is paid for by its size whether or not anything writes to it, and outlives the machine it was made for.",
  fixText: () => "Attach it, or keep a snapshot and remove it.",
  checks: {
    "aws:ebs/volume:Volume": ebs,
    "gcp:compute/disk:Disk": (disk: Resource<DiskArgs>, run) => byName("name", GCP)(disk as Resource, run),
    "gcp:compute/regionDisk:RegionDisk": byName("name", GCP),
    "azure-native:compute:Disk": (disk: Resource<AzureDiskArgs>, run) =>
      byName("diskName", AZURE)(disk as Resource, run),
  },
};
