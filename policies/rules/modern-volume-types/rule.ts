import type { VolumeArgs } from "@pulumi/aws/ebs/volume.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { DiskArgs as AzureDiskArgs } from "@pulumi/azure-native/compute/disk.js";
import type { DiskArgs } from "@pulumi/gcp/compute/disk.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import { outsideProduction } from "../../core/production.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { anyOf, holds, not, onlyIf } from "../../core/truth.ts";
import { decide, forAll, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

const OLD = new Set(["gp2", "io1", "standard"]);
const FAST = new Set(["pd-ssd", "pd-extreme", "hyperdisk-extreme"]);
const EBS_DRIVERS = new Set(["ebs.csi.aws.com", "kubernetes.io/aws-ebs"]);

/** The types that gp3 and io2 replaced, at a lower price. */
function ebs(read: Read<string>, byDefault: string | undefined): Verdict {
  return decide(read, {
    known: (type) => (OLD.has(type.toLowerCase()) ? `is ${type}` : undefined),
    absent: byDefault === undefined ? undefined : `is not set; default is ${byDefault}`,
  });
}

/** Fast disks are for production; a name may end a path. */
function premium(read: Read<string>, isFast: (type: string) => boolean, run: Run): readonly Verdict[] {
  return outsideProduction(run, () => [
    decide(read, {
      known: (type) => (isFast(type.split("/").at(-1) ?? "") ? `is ${type}, which is for production` : undefined),
    }),
  ]);
}

function rds(database: Resource<InstanceArgs>): readonly Verdict[] {
  const replica = holds(database.text("replicateSourceDb"), (source) => source !== "");
  const aurora = holds(database.text("engine"), (engine) => engine.startsWith("aurora"));
  return onlyIf(not(anyOf([replica, aurora])), "has the storage of its source", () =>
    ebs(database.text("storageType"), "gp2"),
  );
}

function storageClass(kind: Resource): Verdict {
  const provisioner = kind.text("provisioner");
  const ours = holds(provisioner, (name) => EBS_DRIVERS.has(name));
  if (ours === false) return notApplicable("is no class of EBS volumes");
  const intree = holds(provisioner, (name) => name === "kubernetes.io/aws-ebs");
  const verdict = ebs(kind.text("parameters.type"), intree === true ? "gp2" : undefined);
  if (typeof ours === "boolean") return verdict;
  return undetermined(ours);
}

export const modernVolumeTypes: Rule = {
  id: "modern-volume-types",
  packs: ["cost"],
  title: "Disks are of the current generation, and as fast as needed",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "gp3 is a fifth cheaper than gp2 for the same work, and a fast disk does nothing for a test.",
  fixText: ({ type, path }) =>
    type.startsWith("aws:") || type.startsWith("kubernetes:")
      ? `Set \`${path}: gp3\`.`
      : `Set \`${path}\` to a standard or balanced disk.`,
  settings: [ENVIRONMENT],
  checks: {
    "aws:ebs/volume:Volume": (volume: Resource<VolumeArgs>) => ebs(volume.text("type"), "gp2"),
    "aws:rds/instance:Instance": rds,
    "aws:ec2/launchTemplate:LaunchTemplate": (template: Resource<LaunchTemplateArgs>) =>
      forAll(template.list("blockDeviceMappings"), (device) => ebs(device.text("ebs.volumeType"), undefined)),
    "gcp:compute/disk:Disk": (disk: Resource<DiskArgs>, run) =>
      premium(disk.text("type"), (type) => FAST.has(type), run),
    "gcp:container/nodePool:NodePool": (pool: Resource<NodePoolArgs>, run) =>
      premium(pool.text("nodeConfig.diskType"), (type) => FAST.has(type), run),
    "azure-native:compute:Disk": (disk: Resource<AzureDiskArgs>, run) =>
      premium(disk.text("sku.name"), (name) => /^(premium|ultra)/i.test(name), run),
    "kubernetes:storage.k8s.io/v1:StorageClass": storageClass,
  },
};
