import { type Examples, UNKNOWN } from "../../core/examples.ts";

const volume = "aws:ebs/volume:Volume";
const rds = "aws:rds/instance:Instance";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const disk = "gcp:compute/disk:Disk";
const pool = "gcp:container/nodePool:NodePool";
const azure = "azure-native:compute:Disk";
const storage = "kubernetes:storage.k8s.io/v1:StorageClass";

const config = { environment: "dev" };
const devices = (...types: readonly unknown[]) => ({
  blockDeviceMappings: types.map((volumeType) => ({ deviceName: "/dev/xvda", ebs: { volumeType } })),
});
const ebs = (type?: unknown, provisioner: unknown = "ebs.csi.aws.com") => ({
  provisioner,
  ...(type !== undefined && { parameters: { type } }),
});

export const examples: Examples = {
  pass: [
    { type: volume, props: { type: "gp3" } },
    { type: volume, props: { type: "st1" } },
    { type: rds, props: { storageType: "gp3" } },
    { type: rds, props: { storageType: "io2" } },
    { type: template, props: devices("gp3") },
    { type: template, props: {} },
    { type: disk, props: { type: "pd-balanced" }, config },
    { type: disk, props: { type: "hyperdisk-balanced" }, config },
    { type: disk, props: {}, config },
    { type: rds, props: { engine: UNKNOWN, storageType: "gp3" } },
    { type: pool, props: { nodeConfig: { diskType: "pd-standard" } }, config },
    { type: azure, props: { sku: { name: "StandardSSD_LRS" } }, config },
    { type: storage, props: ebs("gp3") },
    { type: storage, props: ebs() },
  ],
  fail: [
    { type: volume, props: {} },
    { type: volume, props: { type: "gp2" } },
    { type: volume, props: { type: "io1" } },
    { type: volume, props: { type: "standard" } },
    { type: rds, props: { replicateSourceDb: "", engine: "postgres" } },
    { type: rds, props: {} },
    { type: rds, props: { storageType: "io1", iops: 1000 } },
    { type: template, props: devices("gp3", "gp2") },
    { type: disk, props: { type: "pd-ssd" }, config },
    { type: disk, props: { type: "zones/europe-west3-a/diskTypes/pd-extreme" }, config },
    { type: disk, props: { type: "hyperdisk-extreme" }, config },
    { type: pool, props: { nodeConfig: { diskType: "pd-ssd" } }, config },
    { type: azure, props: { sku: { name: "Premium_LRS" } }, config },
    { type: azure, props: { sku: { name: "UltraSSD_LRS" }, tags: { environment: "test" } } },
    { type: storage, props: ebs("gp2") },
    { type: storage, props: ebs(undefined, "kubernetes.io/aws-ebs") },
  ],
  undetermined: [
    { type: volume, props: { type: UNKNOWN } },
    { type: rds, props: { storageType: UNKNOWN } },
    { type: rds, props: { engine: UNKNOWN } },
    { type: template, props: { blockDeviceMappings: UNKNOWN } },
    { type: disk, props: { type: UNKNOWN }, config },
    { type: pool, props: { nodeConfig: UNKNOWN }, config },
    { type: azure, props: { sku: UNKNOWN }, config },
    { type: azure, props: { sku: { name: "Premium_LRS" }, tags: { environment: UNKNOWN } } },
    { type: storage, props: ebs(UNKNOWN) },
    { type: storage, props: ebs("gp2", UNKNOWN) },
  ],
  notApplicable: [
    { type: disk, props: { type: "pd-ssd" } },
    { type: disk, props: { type: "pd-ssd" }, config: { environment: "prod" } },
    { type: rds, props: { replicateSourceDb: "main" } },
    { type: rds, props: { engine: "aurora-postgresql" } },
    { type: storage, props: { provisioner: "pd.csi.storage.gke.io", parameters: { type: "pd-ssd" } } },
  ],
};
