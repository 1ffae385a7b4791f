import type { GroupArgs } from "@pulumi/aws/autoscaling/group.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine.js";
import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { InstanceArgs } from "@pulumi/gcp/compute/instance.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import { outsideProduction } from "../../core/production.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Check, Rule } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

const ELSEWHERE = "is not set; default is machines at full price";

function mustBe(read: Read<string>, spot: string): Verdict {
  return decide(read, {
    known: (word) => (word.toLowerCase() === spot.toLowerCase() ? undefined : `is ${word}`),
    absent: ELSEWHERE,
  });
}

/** What says that it may not be interrupted is left alone: stateful work, or work behind a disruption budget. */
function unlessHeld(check: (resource: Resource) => Verdict): Check {
  return (resource, run) => {
    const may = effectiveTag(resource, tagName(run.config, "interruptible"));
    if (may.state === "known" && /^(false|no)$/i.test(may.value)) return notApplicable("may not be interrupted");
    return outsideProduction(run, () => {
      const verdict = check(resource);
      return [may.state === "unknown" && verdict.word === "fail" ? undetermined(may) : verdict];
    });
  };
}

export const nonprodSpot: Rule = {
  id: "nonprod-spot",
  packs: ["cost"],
  title: "Outside production machines are spot",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "A machine that a test can lose costs a third of one that it cannot.",
  fixText: ({ type, path }) =>
    FIXES[type] ?? `Set \`${path}\` to spot, or the tag \`interruptible: false\` on what may not be lost.`,
  settings: [ENVIRONMENT],
  checks: {
    "aws:eks/nodeGroup:NodeGroup": unlessHeld((group: Resource<NodeGroupArgs>) =>
      mustBe(group.text("capacityType"), "SPOT"),
    ),
    "aws:autoscaling/group:Group": unlessHeld((group: Resource<GroupArgs>) =>
      decide(group.number("mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity"), {
        known: (percent) => (percent === 0 ? undefined : `is ${percent}`),
        absent: "is not set; default is 100",
      }),
    ),
    "gcp:container/nodePool:NodePool": unlessHeld((pool: Resource<NodePoolArgs>) =>
      faultIf(
        not(
          anyOf(
            (["nodeConfig.spot", "nodeConfig.preemptible"] as const).map((path) => holds(pool.flag(path), (on) => on)),
          ),
        ),
        "nodeConfig.spot",
        "is not true; default is false",
      ),
    ),
    "gcp:compute/instance:Instance": unlessHeld((machine: Resource<InstanceArgs>) =>
      mustBe(machine.text("scheduling.provisioningModel"), "SPOT"),
    ),
    "azure-native:containerservice:AgentPool": unlessHeld((pool: Resource<AgentPoolArgs>) => {
      const system = holds(pool.text("mode"), (mode) => mode.toLowerCase() === "system");
      if (system === true) return notApplicable("is a system pool, which cannot be spot");
      const verdict = mustBe(pool.text("scaleSetPriority"), "Spot");
      return typeof system !== "boolean" && verdict.word === "fail" ? undetermined(system) : verdict;
    }),
    "azure-native:compute:VirtualMachine": unlessHeld((machine: Resource<VirtualMachineArgs>) =>
      mustBe(machine.text("priority"), "Spot"),
    ),
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "aws:eks/nodeGroup:NodeGroup": "Set `capacityType: SPOT`, which makes a new node group.",
  "aws:autoscaling/group:Group":
    "Set `mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity: 0`.",
  "gcp:container/nodePool:NodePool": "Set `nodeConfig.spot: true`, which makes a new pool.",
  "gcp:compute/instance:Instance": "Set `scheduling.provisioningModel: SPOT` with `automaticRestart: false`.",
};
