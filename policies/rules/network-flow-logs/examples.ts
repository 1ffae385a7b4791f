import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const vpc = "aws:ec2/vpc:Vpc";
const log = "aws:ec2/flowLog:FlowLog";
const subnetwork = "gcp:compute/subnetwork:Subnetwork";
const vnet = "azure-native:network/v20240501:VirtualNetwork";
const azureLog = "azure-native:network:FlowLog";

const beside = (type: string, key: string, edge?: string, name = "log"): Sample => ({
  type,
  name,
  props: { [key]: UNKNOWN },
  ...(edge !== undefined && { edges: { [key]: edge } }),
});
const subnet = (name: string) => beside("aws:ec2/subnet:Subnet", "vpcId", "it", name);
const subnetUrn = (name: string) => `aws:ec2/subnet:Subnet::${name}`;

export const examples: Examples = {
  pass: [
    { type: vpc, props: {}, beside: [beside(log, "vpcId", "it")] },
    {
      type: vpc,
      props: {},
      beside: [
        subnet("a"),
        subnet("b"),
        beside(log, "subnetId", subnetUrn("a"), "log-a"),
        beside(log, "subnetId", subnetUrn("b"), "log-b"),
      ],
    },
    { type: log, props: { trafficType: "ALL" } },
    { type: log, props: { trafficType: "REJECT" } },
    { type: subnetwork, props: { logConfig: { flowSampling: 0.5 } } },
    // half of the flows by default
    { type: subnetwork, props: { logConfig: { metadata: "INCLUDE_ALL_METADATA" } } },
    { type: vnet, props: {}, beside: [beside(azureLog, "targetResourceId", "it")] },
    { type: azureLog, props: { enabled: true, retentionPolicy: { days: 90, enabled: true } } },
    // 0 is for ever
    { type: azureLog, props: { retentionPolicy: { days: 0 } } },
  ],
  fail: [
    { type: vpc, props: {} },
    {
      type: vpc,
      props: {},
      beside: [beside(log, "vpcId", "aws:ec2/vpc:Vpc::other"), { type: vpc, name: "other", props: {} }],
    },
    { type: vpc, props: {}, beside: [subnet("a"), subnet("b"), beside(log, "subnetId", subnetUrn("a"))] },
    { type: log, props: { trafficType: "ACCEPT" } },
    { type: subnetwork, props: {} },
    { type: subnetwork, props: { purpose: "PRIVATE", logConfig: { flowSampling: "0" } } },
    { type: vnet, props: {} },
    { type: azureLog, props: { enabled: false } },
    { type: azureLog, props: { enabled: true, retentionPolicy: { days: 7 } } },
  ],
  undetermined: [
    { type: vpc, props: {}, beside: [beside(log, "vpcId")] },
    { type: log, props: { trafficType: UNKNOWN } },
    { type: subnetwork, props: { logConfig: UNKNOWN } },
    { type: subnetwork, props: { purpose: UNKNOWN } },
    { type: vnet, props: {}, beside: [beside(azureLog, "targetResourceId")] },
    { type: azureLog, props: { enabled: UNKNOWN } },
  ],
  notApplicable: [{ type: subnetwork, props: { purpose: "REGIONAL_MANAGED_PROXY" } }],
};
