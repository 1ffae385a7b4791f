import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const committedFamilies = {
  aws: ["m7g", "db.r7g", "u-6tb1"],
  gcp: ["n2", "c4", "n1"],
  azure: ["Dsv5", "Edsv5", "ncadsa100v4"],
};
const config = { environment: "prod", committedFamilies };

const TYPES = {
  ec2: (instanceType: unknown) => ({ type: "aws:ec2/instance:Instance", props: { instanceType } }),
  rds: (instanceClass: unknown) => ({ type: "aws:rds/instance:Instance", props: { instanceClass } }),
  gce: (machineType: unknown) => ({ type: "gcp:compute/instance:Instance", props: { machineType } }),
  vm: (vmSize: unknown) => ({ type: "azure-native:compute:VirtualMachine", props: { hardwareProfile: { vmSize } } }),
};
const it = (kind: keyof typeof TYPES, size: unknown, more: object = config): Example => ({
  ...TYPES[kind](size),
  config: { ...more },
});
const all = ["ec2", "rds", "gce", "vm"] as const;

export const examples: Examples = {
  pass: [
    it("ec2", "m7g.large"),
    it("ec2", "M7G.metal"),
    it("ec2", "u-6tb1.112xlarge"),
    it("rds", "db.r7g.2xlarge"),
    it("gce", "n2-standard-4"),
    it("gce", "n2-custom-4-8192"),
    it("gce", "custom-4-8192"),
    it("gce", "zones/europe-west3-a/machineTypes/c4-highcpu-8"),
    it("vm", "Standard_D4s_v5"),
    it("vm", "standard_e4-2ds_v5"),
    it("vm", "Standard_NC24ads_A100_v4"),
    it("vm", "Standard_D4s_v5", { ...config, environment: "production" }),
    it("gce", "custom-16-65536"),
    it("gce", "f1-micro"),
    it("gce", "g1-small"),
    it("gce", "ct6e-standard-4t", { ...config, committedFamilies: { gcp: ["ct6e"] } }),
    it("vm", "Standard_M416-208s_v2", { ...config, committedFamilies: { azure: ["Msv2"] } }),
    it("ec2", "m7g.large", { ...config, committedFamilies: { aws: [UNKNOWN, "m7g"] } }),
  ],
  fail: [
    it("ec2", "m7i.large"),
    it("ec2", "m7gd.large"),
    it("ec2", "r7g.large"),
    it("rds", "db.m7g.large"),
    it("gce", "n2d-standard-4"),
    it("gce", "e2-medium"),
    it("gce", "c4a-standard-4"),
    it("vm", "Standard_D4as_v5"),
    it("vm", "Standard_D4s_v4"),
    it("vm", "Standard_B2ms"),
    { ...it("vm", "Standard_B2ms"), type: "azure-native:compute/v20240701:VirtualMachine" },
    it("ec2", "m7g.large", { ...config, committedFamilies: { aws: [] } }),
  ],
  undetermined: [
    ...all.map((kind) => it(kind, UNKNOWN)),
    it("ec2", "huge"),
    it("gce", "huge"),
    it("vm", "huge"),
    it("ec2", "r7g.large", { ...config, environment: UNKNOWN }),
    it("ec2", "r7g.large", { ...config, committedFamilies: { aws: [UNKNOWN] } }),
    it("ec2", "r7g.large", { ...config, committedFamilies: { aws: ["m7g", UNKNOWN] } }),
    // sizes of other services
    it("ec2", "cache.m7g.large"),
    it("ec2", "m7g.large.search"),
    it("gce", "projects-custom-4-8192"),
    it("vm", "GP_Standard_D4s_v5"),
    it("vm", "Standard_D4s_v5 Low Priority"),
  ],
  notApplicable: [
    ...all.map((kind) => it(kind, "m7g.large", {})),
    ...all.map((kind) => it(kind, undefined)),
    it("ec2", "t4g.small", { ...config, environment: "dev" }),
    it("gce", "e2-medium", { ...config, committedFamilies: { aws: ["m7g"] } }),
    it("ec2", "t4g.small", { committedFamilies }),
  ],
};
