import type { Read } from "../../core/props.ts";
import type { Check, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { every, undetermined, type Verdict } from "../../core/verdict.ts";
import { FLOWS, type Flow, type Flows, isFlow, isOpen, isShadowed } from "../../models/flow/index.ts";
import { type PortRange, sensitivePorts } from "../../models/ports.ts";

function judge(flow: Flow, flows: Flows): Verdict {
  const sensitive = anyOf(flow.ports.map((port) => holds(port, (range) => sensitivePorts(range) !== undefined)));
  const fault = allOf([flow.inbound, flow.allows, isOpen(flow), sensitive, not(isShadowed(flow, flows))]);
  return faultIf(fault, flow.path, `lets the internet reach ${flow.ports.map(reached).filter(Boolean).join(", ")}`);
}

function reached(port: Read<PortRange>): string | undefined {
  return port.state === "known" ? sensitivePorts(port.value) : undefined;
}

const { "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": _, ...INBOUND } = FLOWS;
const checks = Object.entries(INBOUND).map(([type, read]): [string, Check] => [
  type,
  (resource) => {
    const flows = read(resource);
    return every(flows.map((item) => (isFlow(item) ? judge(item, flows) : undetermined(item))));
  },
]);

export const noOpenIngressSensitivePorts: Rule = {
  id: "no-open-ingress-sensitive-ports",
  packs: ["zero-trust"],
  title: "The internet reaches no administration or database port",
  severity: "critical",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "Ports for administration and data are found by scanners within minutes and are attacked for ever.",
  equivalents: [
    "CKV_AWS_24",
    "CKV_AWS_25",
    "CKV_AWS_277",
    "CKV_GCP_2",
    "CKV_GCP_3",
    "CKV2_GCP_12",
    "CKV_AZURE_9",
    "CKV_AZURE_10",
    "CKV_AZURE_77",
    "AWS-0107",
    "GCP-0027",
    "AZU-0047",
  ],
  fixText: ({ type }) =>
    `Name the networks that need it in ${FIXES[type.split(":")[0] ?? ""] ?? "the rule's sources"}, or reach it through a session service of the cloud and delete the rule.`,
  checks: Object.fromEntries(checks),
};

const FIXES: Readonly<Record<string, string>> = {
  aws: "`cidrBlocks` (`cidrIpv4` of a SecurityGroupIngressRule), or a `securityGroups` entry",
  gcp: "`sourceRanges`, or `sourceServiceAccounts`",
  "azure-native": "`sourceAddressPrefixes`",
};
