import type { FlowLogArgs } from "@pulumi/aws/ec2/flowLog.js";
import type { FlowLogArgs as AzureFlowLogArgs } from "@pulumi/azure-native/network/flowLog.js";
import type { SubnetworkArgs } from "@pulumi/gcp/compute/subnetwork.js";
import { mustBe } from "../../core/expected.ts";
import type { Attached } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, every, fail, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const VPC = "aws:ec2/vpc:Vpc";
const LOG = "aws:ec2/flowLog:FlowLog";
const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
const VNET = "azure-native:network:VirtualNetwork";
const AZURE_LOG = "azure-native:network:FlowLog";
// subnets of these kinds cannot log their flows
const CANNOT_LOG =
  /^(REGIONAL_MANAGED_PROXY|GLOBAL_MANAGED_PROXY|INTERNAL_HTTPS_LOAD_BALANCER|PRIVATE_(SERVICE_CONNECT|NAT))$/;

function logged({ sure, maybe }: Attached, key: string): Verdict {
  if (sure.length > 0) return PASS;
  const [open] = maybe;
  if (open !== undefined) return undetermined({ state: "unknown", path: `${open.name}.${key}` });
  return fail("", "has no flow log");
}

const vpc: GraphCheck = (vpc, { graph }) => {
  const own = graph.attached(vpc, { type: LOG, key: "vpcId", name: "id" });
  if (own.sure.length > 0) return PASS;
  // a log for each subnet is as good
  const subnets = graph.attached(vpc, { type: "aws:ec2/subnet:Subnet", key: "vpcId", name: "id" }).sure;
  const logs = subnets.map((subnet) => graph.attached(subnet, { type: LOG, key: "subnetId", name: "id" }));
  if (logs.length > 0 && logs.every(({ sure }) => sure.length > 0)) return PASS;
  return logged({ sure: [], maybe: [...own.maybe, ...logs.flatMap(({ maybe }) => maybe)] }, "vpcId");
};

function subnetwork(subnet: Resource<SubnetworkArgs>): Verdict {
  const cannot = holds(subnet.text("purpose"), (purpose) => CANNOT_LOG.test(purpose));
  if (cannot === true) return notApplicable("is of a kind that cannot log its flows");
  const config = subnet.read("logConfig");
  const verdict = decide(config.state === "known" ? subnet.number("logConfig.flowSampling") : config, {
    known: (share) => (Number(share) > 0 ? undefined : `is ${share}`),
    // with the block present half of the flows are sampled
    absent: config.state === "absent" ? fail("logConfig", "is not set; default is no flow log") : PASS,
  });
  return verdict.word === "fail" && cannot !== false ? undetermined(cannot) : verdict;
}

export const networkFlowLogs: Rule = {
  id: "network-flow-logs",
  packs: ["zero-trust"],
  title: "Networks log who speaks with whom",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Without flow logs nobody can say afterwards where an intruder went, or what left.",
  equivalents: ["CKV2_AWS_11", "CKV_GCP_26", "CKV_AZURE_12", "AWS-0178", "GCP-0029"],
  fixText: ({ type, path }) => {
    if (type === VPC) return "Add a FlowLog with its `vpcId` and `trafficType: ALL`.";
    if (type === VNET) return "Add a FlowLog whose `targetResourceId` is the network.";
    if (type === SUBNETWORK) return "Set `logConfig`, with a `flowSampling` above 0.";
    return path === "trafficType" ? "Set `trafficType: ALL`." : `Set \`${path}\` so that the log is kept.`;
  },
  inPlace: [SUBNETWORK, AZURE_LOG],
  checks: {
    [VPC]: vpc,
    [LOG]: (log: Resource<FlowLogArgs>) =>
      decide(log.text("trafficType"), {
        known: (traffic) => (traffic === "ACCEPT" ? "is ACCEPT, so what was refused is not seen" : undefined),
      }),
    [SUBNETWORK]: subnetwork,
    [VNET]: (network, { graph }) =>
      logged(graph.attached(network, { type: AZURE_LOG, key: "targetResourceId", name: "id" }), "targetResourceId"),
    [AZURE_LOG]: (log: Resource<AzureFlowLogArgs>) =>
      every([
        mustBe(log.flag("enabled"), true, true),
        decide(log.number("retentionPolicy.days"), {
          known: (days) =>
            days > 0 && days < 90 ? fail("retentionPolicy.days", `is ${days}, less than 90`, "low") : undefined,
        }),
      ]),
  },
};
