import type { InstanceArgs } from "@pulumi/aws/ec2/instance.js";
import type { InstanceArgs as DatabaseArgs } from "@pulumi/aws/rds/instance.js";
import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine.js";
import type { InstanceArgs as MachineArgs } from "@pulumi/gcp/compute/instance.js";
import { listed } from "../../core/expected.ts";
import { ifProduction } from "../../core/production.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Check, Rule } from "../../core/rule.ts";
import { ENVIRONMENT, type Setting } from "../../core/settings.ts";
import { decide, notApplicable, notCovered, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";
import { FAMILIES } from "./family.ts";

const COMMITTED = {
  name: "committedFamilies",
  schema: {
    type: "object",
    additionalProperties: { type: "array", items: { type: "string" } },
    description:
      'Families that money is committed to, by cloud: {"aws": ["m7g", "db.r7g"], "gcp": ["n2"], "azure": ["Dsv5"]}.',
  },
} as const satisfies Setting;
type CloudName = keyof typeof FAMILIES;

const committed =
  (cloud: CloudName, sizeOf: (resource: Resource) => Read<string>): Check =>
  (resource, run) => {
    const families = run.config.bag(COMMITTED.name);
    // what is committed to in one cloud says nothing about another
    if (families.read(cloud).state === "absent") return UNCONFIGURED;
    return ifProduction(run, () => [fit(sizeOf(resource), listed(families, cloud), cloud)]);
  };

function fit(size: Read<string>, families: readonly Read<string>[], cloud: CloudName): Verdict {
  return decide(size, {
    known: (name) => {
      const own = FAMILIES[cloud](name);
      if (own === undefined) return notCovered(size.path, "is of no family that can be read");
      const open = families.find((family) => family.state === "unknown");
      const fits = families.some((family) => family.state === "known" && family.value.toLowerCase() === own);
      if (fits) return undefined;
      return open?.state === "unknown" ? undetermined(open) : `is ${name}, of a family that nothing is committed to`;
    },
    absent: notApplicable("says no size of its own"),
  });
}

export const commitmentFit: Rule = {
  id: "commitment-fit",
  packs: ["cost"],
  title: "Production runs on what is already paid for",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "A commitment is paid whether it is used or not, and a machine of another family is paid a second time in full.",
  fixText: ({ path }) =>
    `Set \`${path}\` to a size of a committed family, or have this family added to \`committedFamilies\`.`,
  settings: [COMMITTED, ENVIRONMENT],
  checks: {
    "aws:ec2/instance:Instance": committed("aws", (it: Resource<InstanceArgs>) => it.text("instanceType")),
    "aws:rds/instance:Instance": committed("aws", (it: Resource<DatabaseArgs>) => it.text("instanceClass")),
    "gcp:compute/instance:Instance": committed("gcp", (it: Resource<MachineArgs>) => it.text("machineType")),
    "azure-native:compute:VirtualMachine": committed("azure", (it: Resource<VirtualMachineArgs>) =>
      it.text("hardwareProfile.vmSize"),
    ),
  },
};
