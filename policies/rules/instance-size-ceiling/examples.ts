import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const machine = "aws:ec2/instance:Instance";
const nodes = "aws:eks/nodeGroup:NodeGroup";
const pool = "gcp:container/nodePool:NodePool";
const gce = "gcp:compute/instance:Instance";
// a size that fits, one that does not, and where it stands
const kinds: readonly (readonly [type: string, good: string, bad: string, props: (size: unknown) => object])[] = [
  [machine, "t4g.small", "p5.48xlarge", (size) => ({ instanceType: size })],
  [nodes, "t4g.large", "x2iedn.32xlarge", (size) => ({ instanceTypes: [size] })],
  ["aws:rds/instance:Instance", "db.t4g.micro", "db.r7g.16xlarge", (size) => ({ instanceClass: size })],
  ["aws:rds/clusterInstance:ClusterInstance", "db.t4g.medium", "db.t3.medium", (size) => ({ instanceClass: size })],
  [gce, "e2-medium", "a3-highgpu-8g", (size) => ({ machineType: size })],
  [pool, "e2-standard-4", "n2-highmem-128", (size) => ({ nodeConfig: { machineType: size } })],
  [
    "gcp:sql/databaseInstance:DatabaseInstance",
    "db-f1-micro",
    "db-custom-96-624640",
    (size) => ({ settings: { tier: size } }),
  ],
  [
    "azure-native:compute:VirtualMachine",
    "Standard_B2s",
    "Standard_M416ms_v2",
    (size) => ({ hardwareProfile: { vmSize: size } }),
  ],
  ["azure-native:containerservice:AgentPool", "standard_b4ms", "Standard_ND96asr_v4", (size) => ({ vmSize: size })],
  ["azure-native:sql:Database", "S0", "BC_Gen5_80", (size) => ({ sku: { name: size } })],
  ["azure-native:web:AppServicePlan", "FC1", "I6v2", (size) => ({ sku: { name: size } })],
];
const config = {
  allowedSizes: ["t4g.*", "db.t4g.*", "e2-*", "db-f1-micro", "Standard_B*", "S0", "FC1"],
};
const small = { allowedSizes: ["t4g.nano", "e2-micro"] };
const it = (type: string, props: Example["props"], more: Partial<Example> = {}): Example => ({
  type,
  props: { ...props },
  config,
  ...more,
});

export const examples: Examples = {
  pass: [
    ...kinds.map(([type, good, , props]) => it(type, { ...props(good) })),
    it(nodes, { instanceTypes: ["t4g.small", "t4g.medium"] }),
    it(nodes, {}, { config: { allowedSizes: ["t3.medium"] } }),
    it(pool, {}),
    it(gce, { machineType: "zones/europe-west3-a/machineTypes/e2-small" }),
  ],
  fail: [
    ...kinds.map(([type, , bad, props]) => it(type, { ...props(bad) })),
    ...kinds.map(([type, good, , props]) => it(type, { ...props(good) }, { config: small })),
    it(nodes, { instanceTypes: ["t4g.small", "m7i.metal-48xl"] }),
    it(nodes, {}),
    it(pool, {}, { config: small }),
    // the whole name counts, and a dot is a dot
    it(machine, { instanceType: "xt4g.small" }),
    it(machine, { instanceType: "t4gxsmall" }),
  ],
  undetermined: [
    ...kinds.map(([type, , , props]) => it(type, { ...props(UNKNOWN) })),
    it(nodes, { instanceTypes: UNKNOWN }),
  ],
  notApplicable: [
    { type: machine, props: { instanceType: "p5.48xlarge" } },
    it(machine, { launchTemplate: { name: "worker" } }),
    it(nodes, { launchTemplate: { name: "worker", version: "1" } }),
    it("azure-native:containerservice:AgentPool", {}),
  ],
};
