import { type Examples, UNKNOWN } from "../../core/examples.ts";

const config = { environment: "dev" };
const group = "aws:eks/nodeGroup:NodeGroup";
const scaling = "aws:autoscaling/group:Group";
const pool = "gcp:container/nodePool:NodePool";
const machine = "gcp:compute/instance:Instance";
const agents = "azure-native:containerservice:AgentPool";
const vm = "azure-native:compute:VirtualMachine";
const mixed = (percent: unknown) => ({
  mixedInstancesPolicy: { instancesDistribution: { onDemandPercentageAboveBaseCapacity: percent } },
});

export const examples: Examples = {
  pass: [
    { type: group, props: { capacityType: "SPOT" }, config },
    { type: scaling, props: mixed(0), config },
    { type: pool, props: { nodeConfig: { spot: true } }, config },
    { type: pool, props: { nodeConfig: { preemptible: "true" } }, config },
    { type: machine, props: { scheduling: { provisioningModel: "SPOT" } }, config },
    { type: agents, props: { mode: "User", scaleSetPriority: "Spot" }, config },
    { type: vm, props: { priority: "Spot", evictionPolicy: "Deallocate" }, config },
  ],
  fail: [
    { type: group, props: {}, config },
    { type: group, props: { capacityType: "ON_DEMAND" }, config },
    { type: scaling, props: { maxSize: 2 }, config },
    { type: scaling, props: mixed("50"), config },
    { type: pool, props: { nodeConfig: { machineType: "e2-medium" } }, config },
    { type: machine, props: { scheduling: { provisioningModel: "STANDARD" } }, config },
    { type: agents, props: { mode: "User" }, config },
    { type: agents, props: { scaleSetPriority: "Regular" }, config },
    { type: vm, props: { priority: "Regular" }, config },
    { type: vm, props: { tags: { interruptible: "true" } }, config },
  ],
  undetermined: [
    { type: group, props: { capacityType: UNKNOWN }, config },
    { type: group, props: { tags: UNKNOWN }, config },
    { type: group, props: {}, config: { environment: UNKNOWN } },
    { type: scaling, props: mixed(UNKNOWN), config },
    { type: pool, props: { nodeConfig: { spot: UNKNOWN } }, config },
    { type: machine, props: { scheduling: UNKNOWN }, config },
    { type: agents, props: { mode: UNKNOWN, scaleSetPriority: "Regular" }, config },
    { type: vm, props: { priority: UNKNOWN }, config },
  ],
  notApplicable: [
    { type: group, props: {} },
    { type: group, props: {}, config: { environment: "prod" } },
    { type: group, props: { tags: { interruptible: "false" } }, config },
    { type: agents, props: { mode: "System" }, config },
  ],
};
