import type { GroupArgs } from "@pulumi/aws/autoscaling/group.js";
import type { ScheduleArgs } from "@pulumi/aws/autoscaling/schedule.js";
import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine.js";
import type { GlobalScheduleArgs } from "@pulumi/azure-native/devtestlab/globalSchedule.js";
import type { InstanceArgs } from "@pulumi/gcp/compute/instance.js";
import type { ResourcePolicyArgs } from "@pulumi/gcp/compute/resourcePolicy.js";
import { outsideProduction } from "../../core/production.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun, Rule } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { pointsTo, typeOf } from "../../models/reference.ts";

const SCHEDULE = { type: "aws:autoscaling/schedule:Schedule", key: "autoscalingGroupName", name: "name" };
const POLICY = "gcp:compute/resourcePolicy:ResourcePolicy";
const ATTACHMENT = "gcp:compute/resourcePolicyAttachment:ResourcePolicyAttachment";
const GLOBAL = "azure-native:devtestlab:GlobalSchedule";

const unlessStopped =
  (stops: (machine: Resource, run: GraphRun) => Truth): GraphCheck =>
  (machine, run) =>
    outsideProduction(run, () => [faultIf(not(stops(machine, run)), "", "has no schedule that stops it out of hours")]);

function group(own: Resource<GroupArgs>, { graph }: GraphRun): Truth {
  const { sure, maybe } = graph.attached(own as Resource, SCHEDULE);
  const open = maybe.map((schedule) =>
    allOf([{ state: "unknown", path: `${schedule.name}.${SCHEDULE.key}` }, empties(schedule)]),
  );
  return anyOf([...sure.map(empties), ...open]);
}

/** A schedule that comes again and leaves no machine. */
function empties(schedule: Resource<ScheduleArgs>): Truth {
  const none = (count: number) => count === 0;
  const sizes = [schedule.number("desiredCapacity"), schedule.number("maxSize")];
  return allOf([isSet(schedule.text("recurrence")), anyOf(sizes.map((size) => holds(size, none)))]);
}

function instance(own: Resource<InstanceArgs>, { graph }: GraphRun): Truth {
  const machine = own as Resource;
  const [key, value] = ["resourcePolicies", own.text("resourcePolicies")] as const;
  const policies = graph.ofType(POLICY);
  const direct = policies.map((policy) =>
    allOf([pointsTo({ from: machine, key, value }, policy, policy.text("name")), stops(policy)]),
  );
  const attached = graph.ofType(ATTACHMENT).flatMap((from) => {
    const mine = pointsTo({ from, key: "instance", value: from.text("instance") }, machine, own.text("name"));
    return policies.map((policy) =>
      allOf([
        mine,
        pointsTo({ from, key: "name", value: from.text("name") }, policy, policy.text("name")),
        stops(policy),
      ]),
    );
  });
  const found = anyOf([...direct, ...attached]);
  return found === false ? elsewhere(machine, policies) : found;
}

// what it names is no policy of this stack
function elsewhere(machine: Resource, policies: readonly Resource[]): Truth {
  const value = machine.text("resourcePolicies");
  if (value.state !== "known") return value.state === "unknown" && !tied(machine) ? value : false;
  const name = value.value.split("/").at(-1);
  if (tied(machine) || policies.some((policy) => holds(policy.text("name"), (own) => own === name) === true))
    return false;
  return { state: "unknown", path: value.path, reason: "is a policy that is not of this stack" };
}

const tied = ({ edges }: Resource) => (edges["resourcePolicies"] ?? []).some((urn) => typeOf(urn) === POLICY);

function stops(policy: Resource<ResourcePolicyArgs>): Truth {
  return isSet(policy.text("instanceSchedulePolicy.vmStopSchedule.schedule"));
}

function virtualMachine(own: Resource<VirtualMachineArgs>, { graph }: GraphRun): Truth {
  const key = "targetResourceId";
  return anyOf(
    graph
      .ofType(GLOBAL)
      .map((from) =>
        allOf([pointsTo({ from, key, value: from.text(key) }, own as Resource, own.text("vmName")), shutsDown(from)]),
      ),
  );
}

function shutsDown(schedule: Resource<GlobalScheduleArgs>): Truth {
  return allOf([
    holds(schedule.text("status"), (status) => status.toLowerCase() === "enabled"),
    anyOf((["dailyRecurrence.time", "weeklyRecurrence.time"] as const).map((path) => isSet(schedule.text(path)))),
  ]);
}

export const nonprodShutdownSchedule: Rule = {
  id: "nonprod-shutdown-schedule",
  packs: ["cost"],
  title: "Outside production machines stop out of hours",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "A week has 168 hours, and people test in 50 of them.",
  equivalents: ["custodian:offhours"],
  fixText: ({ type }) => FIXES[type] ?? "Add a schedule that stops it.",
  settings: [ENVIRONMENT],
  checks: {
    "aws:autoscaling/group:Group": unlessStopped(group),
    "gcp:compute/instance:Instance": unlessStopped(instance),
    "azure-native:compute:VirtualMachine": unlessStopped(virtualMachine),
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "aws:autoscaling/group:Group":
    "Add an autoscaling.Schedule with `recurrence`, `minSize: 0` and `desiredCapacity: 0`, and one for the morning.",
  "gcp:compute/instance:Instance":
    "Name in `resourcePolicies` a compute.ResourcePolicy with `instanceSchedulePolicy.vmStopSchedule`.",
  "azure-native:compute:VirtualMachine":
    "Add a devtestlab.GlobalSchedule with `taskType: ComputeVmShutdownTask`, `status: Enabled` and this machine as `targetResourceId`.",
};
