import type { InstanceArgs } from "@pulumi/aws/ec2/instance.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { ClusterInstanceArgs } from "@pulumi/aws/rds/clusterInstance.js";
import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine.js";
import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { DatabaseArgs } from "@pulumi/azure-native/sql/database.js";
import type { AppServicePlanArgs } from "@pulumi/azure-native/web/appServicePlan.js";
import type { InstanceArgs as MachineArgs } from "@pulumi/gcp/compute/instance.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Check, Rule, Verdicts } from "../../core/rule.ts";
import { type Setting, strings } from "../../core/settings.ts";
import { decide, forAll, notApplicable, UNCONFIGURED, type Verdict } from "../../core/verdict.ts";

const ALLOWED_SIZES = {
  name: "allowedSizes",
  schema: {
    type: "array",
    items: { type: "string" },
    description: "Sizes of machines and databases that this environment may use, `*` for any ending: t4g.*, e2-*.",
  },
} as const satisfies Setting;

type Sizes = readonly RegExp[];

// what stands before the last slash is where Google keeps the type
function fits(size: string, sizes: Sizes): boolean {
  const name = size.split("/").at(-1) ?? size;
  return sizes.some((pattern) => pattern.test(name));
}

function patterns(config: Bag): Sizes | undefined {
  return strings(config, ALLOWED_SIZES)?.map((text) => {
    const literal = text.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literal.join(".*")}$`, "i");
  });
}

/** One size; without one of its own, the default of its type or the word of something else. */
function size(read: Read<string>, sizes: Sizes, byDefault?: string): Verdict {
  const judge = (name: string, what: string) => (fits(name, sizes) ? undefined : what);
  return decide(read, {
    known: (name) => judge(name, `is ${name}, which is not allowed here`),
    absent:
      byDefault === undefined
        ? notApplicable("says no size of its own")
        : judge(byDefault, `is not set; default is ${byDefault}, which is not allowed here`),
  });
}

const judged =
  (check: (resource: Resource, sizes: Sizes) => Verdicts): Check =>
  (resource, { config }) => {
    const sizes = patterns(config);
    return sizes === undefined ? UNCONFIGURED : check(resource, sizes);
  };

function nodeGroup(group: Resource<NodeGroupArgs>, sizes: Sizes): Verdicts {
  const types = group.list("instanceTypes");
  if (types.state !== "absent") return forAll(types, (type) => size(type.itself(), sizes));
  const template = group.read("launchTemplate");
  if (template.state !== "absent") return notApplicable("has the size of its launch template");
  return size({ state: "absent", path: types.path }, sizes, "t3.medium");
}

export const instanceSizeCeiling: Rule = {
  id: "instance-size-ceiling",
  packs: ["cost"],
  title: "Machines and databases have a size that was agreed on",
  severity: "medium",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "One wrong word in a size costs a hundred times as much, and works just as well.",
  fixText: ({ path }) => `Set \`${path}\` to one of the allowed sizes, or have this one added to \`allowedSizes\`.`,
  settings: [ALLOWED_SIZES],
  checks: {
    "aws:ec2/instance:Instance": judged((it: Resource<InstanceArgs>, sizes) => size(it.text("instanceType"), sizes)),
    "aws:eks/nodeGroup:NodeGroup": judged(nodeGroup),
    "aws:rds/instance:Instance": judged((it, sizes) => size(it.text("instanceClass"), sizes)),
    "aws:rds/clusterInstance:ClusterInstance": judged((it: Resource<ClusterInstanceArgs>, sizes) =>
      size(it.text("instanceClass"), sizes),
    ),
    "gcp:compute/instance:Instance": judged((it: Resource<MachineArgs>, sizes) => size(it.text("machineType"), sizes)),
    "gcp:container/nodePool:NodePool": judged((it: Resource<NodePoolArgs>, sizes) =>
      size(it.text("nodeConfig.machineType"), sizes, "e2-medium"),
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": judged((it: Resource<DatabaseInstanceArgs>, sizes) =>
      size(it.text("settings.tier"), sizes),
    ),
    "azure-native:compute:VirtualMachine": judged((it: Resource<VirtualMachineArgs>, sizes) =>
      size(it.text("hardwareProfile.vmSize"), sizes),
    ),
    "azure-native:containerservice:AgentPool": judged((it: Resource<AgentPoolArgs>, sizes) =>
      size(it.text("vmSize"), sizes),
    ),
    "azure-native:sql:Database": judged((it: Resource<DatabaseArgs>, sizes) => size(it.text("sku.name"), sizes)),
    "azure-native:web:AppServicePlan": judged((it: Resource<AppServicePlanArgs>, sizes) =>
      size(it.text("sku.name"), sizes),
    ),
  },
};
