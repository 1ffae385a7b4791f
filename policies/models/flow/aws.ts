import type { Bag, Read, Unknown } from "../../core/props.ts";
import { holds, not, type Truth } from "../../core/truth.ts";
import type { PortRange } from "../ports.ts";
import { blocks, everyPort, type Flow, type FlowReader, inList } from "./flow.ts";

// names and numbers of IANA's protocol registry; others have no ports
const EVERY_PROTOCOL = new Set(["-1", "all"]);
const WITH_PORTS = new Set(["tcp", "6", "udp", "17", "sctp", "132"]);

const PEERS = ["cidrBlocks", "ipv6CidrBlocks", "cidrBlock", "ipv6CidrBlock", "cidrIpv4", "cidrIpv6"];
const PREFIX_LISTS = ["prefixListIds", "prefixListId"];

function flow(rule: Bag, inbound: Truth, allows: Truth = true): Flow {
  return {
    path: rule.path,
    inbound,
    allows,
    peers: [...blocks(rule, PEERS), ...prefixLists(rule)],
    ports: ports(rule),
    protocol: protocolOf(rule),
  };
}

// what a prefix list holds is written elsewhere
function prefixLists(rule: Bag): readonly Unknown[] {
  return PREFIX_LISTS.flatMap((property): readonly Unknown[] => {
    const read = rule.list(property);
    if (read.state === "unknown") return [read];
    if (read.state === "absent" || read.value.length === 0) return [];
    return [{ state: "unknown", path: read.path, reason: "is a prefix list, whose content is not in the program" }];
  });
}

function protocolOf(rule: Bag): Read<string> {
  const own = rule.text("protocol");
  return own.state === "absent" ? rule.text("ipProtocol") : own;
}

function ports(rule: Bag): readonly Read<PortRange>[] {
  const protocol = protocolOf(rule);
  if (protocol.state === "unknown") return [protocol];
  const name = protocol.state === "known" ? protocol.value.toLowerCase() : "-1";
  if (EVERY_PROTOCOL.has(name)) return everyPort(rule.path);
  if (!WITH_PORTS.has(name)) return [];
  const [from, to] = [rule.number("fromPort"), rule.number("toPort")];
  if (from.state !== "known") return from.state === "unknown" ? [from] : everyPort(rule.path);
  if (to.state === "unknown") return [to];
  if (from.value < 0) return everyPort(rule.path);
  return [{ ...from, value: { from: from.value, to: to.state === "known" ? to.value : from.value } }];
}

const group: FlowReader = (group) => [
  ...inList(group, "ingress", (rule) => flow(rule, true)),
  ...inList(group, "egress", (rule) => flow(rule, false)),
];

function numbered(rule: Bag, inbound: Truth, action: string, number: string): Flow {
  const allows = holds(rule.text(action), (word) => word.toLowerCase() === "allow");
  return { ...flow(rule, inbound, allows), priority: rule.number(number) };
}

const acl: FlowReader = (acl) => [
  ...inList(acl, "ingress", (rule) => numbered(rule, true, "action", "ruleNo")),
  ...inList(acl, "egress", (rule) => numbered(rule, false, "action", "ruleNo")),
];

export const AWS_FLOWS = {
  "aws:ec2/securityGroup:SecurityGroup": group,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": group,
  "aws:ec2/securityGroupRule:SecurityGroupRule": (rule) => [
    flow(
      rule,
      holds(rule.text("type"), (type) => type === "ingress"),
    ),
  ],
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": (rule) => [flow(rule, true)],
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": (rule) => [flow(rule, false)],
  "aws:ec2/networkAcl:NetworkAcl": acl,
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": acl,
  "aws:ec2/networkAclRule:NetworkAclRule": (rule) => [
    numbered(rule, not(holds(rule.flag("egress"), (on) => on)), "ruleAction", "ruleNumber"),
  ],
} as const satisfies Readonly<Record<string, FlowReader>>;
