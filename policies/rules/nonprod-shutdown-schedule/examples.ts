import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const GROUP = "aws:autoscaling/group:Group";
const INSTANCE = "gcp:compute/instance:Instance";
const VM = "azure-native:compute:VirtualMachine";
const dev = { environment: "dev" };

const group = (...beside: readonly Sample[]): Example => ({
  type: GROUP,
  props: { name: "web", maxSize: 3, minSize: 1 },
  config: dev,
  beside,
});
const instance = (props: object, ...beside: readonly Sample[]): Example => ({
  type: INSTANCE,
  props: { name: "web", machineType: "e2-medium", ...props },
  config: dev,
  beside,
});
const vm = (...beside: readonly Sample[]): Example => ({ type: VM, props: { vmName: "web" }, config: dev, beside });

const schedule = (props: object, more: Partial<Sample> = {}): Sample => ({
  type: "aws:autoscaling/schedule:Schedule",
  name: "night",
  props: { autoscalingGroupName: "web", recurrence: "0 19 * * *", minSize: 0, desiredCapacity: 0, ...props },
  ...more,
});
const POLICY = "gcp:compute/resourcePolicy:ResourcePolicy";
const stop = { vmStopSchedule: { schedule: "0 19 * * *" }, timeZone: "Europe/Berlin" };
const policy = (instanceSchedulePolicy: unknown, name: unknown = "night"): Sample => ({
  type: POLICY,
  name: "night",
  props: { name, instanceSchedulePolicy },
});
const attachment = (props: object): Sample => ({
  type: "gcp:compute/resourcePolicyAttachment:ResourcePolicyAttachment",
  name: "attachment",
  props: { name: "night", instance: "web", ...props },
});
const link = "projects/acme/regions/europe-west3/resourcePolicies/night";
const id = "/subscriptions/1/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web";
const shutdown = (props: object, more: Partial<Sample> = {}): Sample => ({
  type: "azure-native:devtestlab/v20180915:GlobalSchedule",
  name: "night",
  props: {
    targetResourceId: id,
    status: "Enabled",
    taskType: "ComputeVmShutdownTask",
    dailyRecurrence: { time: "1900" },
    ...props,
  },
  ...more,
});

export const examples: Examples = {
  pass: [
    group(schedule({})),
    group(schedule({ autoscalingGroupName: UNKNOWN }, { edges: { autoscalingGroupName: "it" } })),
    group(schedule({ desiredCapacity: "0" })),
    group(schedule({ desiredCapacity: UNKNOWN, maxSize: 0 })),
    group(schedule({ desiredCapacity: 3 }, { name: "morning" }), schedule({})),
    instance({ resourcePolicies: "night" }, policy(stop)),
    instance({ resourcePolicies: link }, policy(stop)),
    { ...instance({ resourcePolicies: UNKNOWN }, policy(stop)), edges: { resourcePolicies: `${POLICY}::night` } },
    instance({}, policy(stop), attachment({})),
    vm(shutdown({})),
    vm(shutdown({ targetResourceId: UNKNOWN }, { edges: { targetResourceId: "it" } })),
    vm(
      shutdown({
        status: "enabled",
        dailyRecurrence: undefined,
        weeklyRecurrence: { time: "1900", weekdays: ["Friday"] },
      }),
    ),
    { ...vm(shutdown({})), type: "azure-native:compute/v20240701:VirtualMachine" },
  ],
  fail: [
    group(),
    group(schedule({ desiredCapacity: 1 })),
    group(schedule({ desiredCapacity: -1, maxSize: 3 })),
    group(schedule({ recurrence: undefined, startTime: "2026-12-01T19:00:00Z" })),
    group(schedule({ autoscalingGroupName: "api" })),
    { ...group(), config: { environment: "staging" } },
    instance({}),
    instance({}, policy(stop)),
    instance({ resourcePolicies: "night" }, policy({ vmStartSchedule: { schedule: "0 7 * * *" } })),
    { ...instance({ resourcePolicies: UNKNOWN }, policy({})), edges: { resourcePolicies: `${POLICY}::night` } },
    instance({}, policy(stop), attachment({ instance: "api" })),
    instance({}, policy(stop), attachment({ name: "backup" })),
    vm(),
    vm(shutdown({ status: "Disabled" })),
    vm(shutdown({ status: undefined })),
    vm(shutdown({ dailyRecurrence: {} })),
    vm(shutdown({ targetResourceId: `${id}-2` })),
  ],
  undetermined: [
    group(schedule({ desiredCapacity: UNKNOWN })),
    group(schedule({ recurrence: UNKNOWN })),
    group(schedule({ autoscalingGroupName: UNKNOWN })),
    { ...group(), config: { environment: UNKNOWN } },
    instance({ resourcePolicies: UNKNOWN }),
    instance({ resourcePolicies: "night" }),
    instance({ resourcePolicies: "night" }, policy(UNKNOWN)),
    instance({ resourcePolicies: "night" }, policy(stop, UNKNOWN)),
    instance({}, policy(stop), attachment({ instance: UNKNOWN })),
    vm(shutdown({ status: UNKNOWN })),
    vm(shutdown({ targetResourceId: UNKNOWN })),
    vm(shutdown({ dailyRecurrence: UNKNOWN })),
  ],
  notApplicable: [
    { ...group(), config: { environment: "prod" } },
    { ...instance({}), config: { environment: "production" } },
    { ...vm(), config: {} },
  ],
};
