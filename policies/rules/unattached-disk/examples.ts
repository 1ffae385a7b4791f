import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const volume = "aws:ebs/volume:Volume";
const disk = "gcp:compute/disk:Disk";
const region = "gcp:compute/regionDisk:RegionDisk";
const managed = "azure-native:compute:Disk";
const attachment = "aws:ec2/volumeAttachment:VolumeAttachment";
const attached = "gcp:compute/attachedDisk:AttachedDisk";
const machine = "gcp:compute/instance:Instance";
const vm = "azure-native:compute:VirtualMachine";
const PV = "kubernetes:core/v1:PersistentVolume";

const PROPS: Readonly<Record<string, object>> = {
  [volume]: { size: 20, availabilityZone: "eu-central-1a" },
  [disk]: { name: "data", zone: "europe-west3-a", size: 20 },
  [region]: { name: "data", region: "europe-west3" },
  [managed]: { diskName: "data", diskSizeGB: 20 },
};
const all = [volume, disk, region, managed];
const it = (type: string, ...beside: readonly Sample[]): Example => ({ type, props: { ...PROPS[type] }, beside });
const other = (type: string, props: object, edges?: Sample["edges"]): Sample => ({
  type,
  name: "other",
  props: { ...props },
  ...(edges && { edges }),
});
const link = "https://www.googleapis.com/compute/v1/projects/acme/zones/europe-west3-a/disks/data";
const id = "/subscriptions/1/resourceGroups/shop/providers/Microsoft.Compute/disks/data";

/** What names a disk without writing to it, and where. */
const ONLOOKERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [volume]: {
    "aws:ebs/snapshot:Snapshot": "volumeId",
    "aws:ebs/volumeCopy:VolumeCopy": "sourceVolumeId",
    "aws:ec2/tag:Tag": "resourceId",
    "aws:backup/selection:Selection": "resources",
    "aws:cloudwatch/metricAlarm:MetricAlarm": "dimensions",
  },
  [disk]: {
    "gcp:compute/snapshot:Snapshot": "sourceDisk",
    "gcp:compute/image:Image": "sourceDisk",
    [disk]: "sourceDisk",
    "gcp:compute/diskAsyncReplication:DiskAsyncReplication": "primaryDisk",
    "gcp:compute/diskResourcePolicyAttachment:DiskResourcePolicyAttachment": "disk",
    "gcp:compute/diskIamMember:DiskIamMember": "name",
    "gcp:compute/diskIamBinding:DiskIamBinding": "name",
    "gcp:compute/diskIamPolicy:DiskIamPolicy": "name",
  },
  [region]: {
    [region]: "asyncPrimaryDisk",
    "gcp:compute/regionDiskResourcePolicyAttachment:RegionDiskResourcePolicyAttachment": "disk",
    "gcp:compute/regionDiskIamMember:RegionDiskIamMember": "name",
    "gcp:compute/regionDiskIamBinding:RegionDiskIamBinding": "name",
    "gcp:compute/regionDiskIamPolicy:RegionDiskIamPolicy": "name",
  },
  [managed]: {
    "azure-native:compute:Snapshot": "creationData",
    "azure-native:compute:Image": "storageProfile",
    [managed]: "creationData",
    "azure-native:compute:RestorePoint": "excludeDisks",
    "azure-native:dataprotection:BackupInstance": "properties",
    "azure-native:authorization:RoleAssignment": "scope",
    "azure-native:authorization:ManagementLockByScope": "scope",
  },
};

export const examples: Examples = {
  pass: [
    it(volume, other(attachment, { volumeId: UNKNOWN, instanceId: "i-1" }, { volumeId: "it" })),
    // a volume that only Kubernetes mounts, and one that a component takes
    ...all.map((type) => it(type, other(PV, { spec: { csi: { volumeHandle: UNKNOWN } } }, { spec: "it" }))),
    ...all.map((type) => it(type, other("acme:index:Database", { disk: UNKNOWN }, { disk: "it" }))),
    ...[disk, region].flatMap((type) => [
      it(type, other(attached, { disk: "data", instance: "a" })),
      it(type, other(attached, { disk: UNKNOWN }, { disk: "it" })),
      it(type, other(machine, { attachedDisks: [{ source: "logs" }, { source: link }] })),
      it(type, other(machine, { bootDisk: { source: "data" } })),
      it(type, other(PV, { spec: { gcePersistentDisk: { pdName: "data" } } })),
    ]),
    it(disk, other("gcp:compute/instanceTemplate:InstanceTemplate", { disks: [{ source: "data" }] })),
    it(managed, other(vm, { storageProfile: { dataDisks: [{ managedDisk: { id } }] } })),
    it(managed, other(vm, { storageProfile: { osDisk: { managedDisk: { id } } } })),
    it(
      managed,
      other("azure-native:compute/v20240301:VirtualMachine", { storageProfile: UNKNOWN }, { storageProfile: "it" }),
    ),
    it(managed, other(PV, { spec: { csi: { volumeHandle: id } } })),
    it(managed, other(PV, { spec: { azureDisk: { diskURI: id } } })),
    it(disk, other(PV, { spec: { csi: { volumeHandle: "projects/acme/zones/europe-west3-a/disks/data" } } })),
  ],
  fail: [
    ...all.map((type) => it(type)),
    // another disk is attached
    it(volume, other(attachment, { volumeId: UNKNOWN }, { volumeId: `${volume}::else` }), {
      type: volume,
      name: "else",
      props: {},
    }),
    it(volume, other(PV, { spec: { csi: { driver: "efs.csi.aws.com" } } })),
    ...[disk, region].flatMap((type) => [
      it(type, other(attached, { disk: "logs" })),
      it(
        type,
        other(machine, { attachedDisks: [{ source: "data-2" }], bootDisk: { initializeParams: { image: "x" } } }),
      ),
    ]),
    // what is mounted there comes from another disk
    ...[
      other(attached, { disk: UNKNOWN }, { disk: `${disk}::else` }),
      other(machine, { bootDisk: { source: UNKNOWN } }, { bootDisk: `${disk}::else` }),
      other(PV, { spec: { gcePersistentDisk: { pdName: UNKNOWN } } }, { spec: `${disk}::else` }),
    ].map((user) => it(disk, user, { type: disk, name: "else", props: { name: "else" } })),
    ...[
      other(
        vm,
        { storageProfile: { osDisk: { managedDisk: { id: UNKNOWN } } } },
        { storageProfile: `${managed}::else` },
      ),
      other(
        vm,
        { storageProfile: { dataDisks: [{ managedDisk: { id: UNKNOWN } }] } },
        { storageProfile: `${managed}::else` },
      ),
      other(PV, { spec: { csi: { volumeHandle: UNKNOWN } } }, { spec: `${managed}::else` }),
    ].map((user) => it(managed, user, { type: managed, name: "else", props: { diskName: "else" } })),
    it(volume, other(PV, { spec: { awsElasticBlockStore: { volumeID: UNKNOWN } } }, { spec: `${volume}::else` }), {
      type: volume,
      name: "else",
      props: {},
    }),
    it(managed, other(vm, { storageProfile: { dataDisks: [{ managedDisk: { id: `${id}-2` } }, { lun: 1 }] } })),
    // who copies it or may read it does not use it
    ...Object.entries(ONLOOKERS).flatMap(([type, onlookers]) =>
      Object.entries(onlookers).map(([onlooker, key]) =>
        it(type, other(onlooker, { [key]: UNKNOWN }, { [key]: "it" })),
      ),
    ),
    { type: "aws:ebs/volume:Volume", props: {} },
    { type: "azure-native:compute/v20230402:Disk", props: { diskName: "data" } },
  ],
  undetermined: [
    it(volume, other(attachment, { volumeId: "vol-1" })),
    it(volume, other(attachment, { volumeId: UNKNOWN })),
    it(volume, other(PV, { spec: { awsElasticBlockStore: { volumeID: "vol-1" } } })),
    it(disk, other(attached, { disk: UNKNOWN })),
    it(disk, other(machine, { attachedDisks: UNKNOWN })),
    { type: disk, props: { name: UNKNOWN }, beside: [other(attached, { disk: "data" })] },
    it(region, other(attached, { disk: UNKNOWN })),
    it(managed, other(vm, { storageProfile: UNKNOWN })),
    {
      type: managed,
      props: { diskName: UNKNOWN },
      beside: [other(vm, { storageProfile: { osDisk: { managedDisk: { id } } } })],
    },
  ],
};
