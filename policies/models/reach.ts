import type { Graph } from "../core/graph.ts";
import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { FLOWS, type Flow, isFlow, isOpen } from "./flow/index.ts";
import type { PortRange } from "./ports.ts";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
/** Rules that stand beside their group, and the property that names where the traffic comes from. */
const APART: Readonly<Record<string, string>> = {
  "aws:ec2/securityGroupRule:SecurityGroupRule": "sourceSecurityGroupId",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "referencedSecurityGroupId",
};

/** The security groups of this stack that a resource wears. */
export function groupsOf(resource: Resource, property: string, graph: Graph): readonly Resource[] {
  return graph.named(resource, GROUP, { key: property, name: "id" }).sure;
}

// an absent port is any
function covers({ ports }: Flow, port: Read<number>): Truth {
  if (port.state === "unknown") return port;
  const inside = ({ from, to }: PortRange) => port.state === "absent" || (from <= port.value && port.value <= to);
  return anyOf(ports.map((range) => holds(range, inside)));
}

function inbound(resource: Resource, test: (flow: Flow) => Truth): Truth {
  const flows = FLOWS[resource.type as keyof typeof FLOWS](resource);
  return anyOf(flows.map((item) => (isFlow(item) ? allOf([item.inbound, item.allows, test(item)]) : item)));
}

function apart(group: Resource, graph: Graph): readonly Resource[] {
  return Object.keys(APART).flatMap((type) => graph.attached(group, { type, key: "securityGroupId", name: "id" }).sure);
}

/** Whether a group lets the internet in, at one port or at any. */
export function isOpenGroup(group: Resource, graph: Graph, port?: Read<number>): Truth {
  return anyOf(
    [group, ...apart(group, graph)].map((rules) =>
      inbound(rules, (flow) => allOf([isOpen(flow), port === undefined || covers(flow, port)])),
    ),
  );
}

/** Whether a group lets another one in at a port; inline rules tell that only all together. */
export function admits(group: Resource, source: Resource, graph: Graph, port: Read<number>): Truth {
  const separate = apart(group, graph).map((rule) => {
    const from = (rule.edges[APART[rule.type] ?? ""] ?? []).includes(source.urn);
    return allOf([from, inbound(rule, (flow) => covers(flow, port))]);
  });
  return anyOf([inlineAdmits(group, source, port), ...separate]);
}

function inlineAdmits(group: Resource, source: Resource, port: Read<number>): Truth {
  if (!(group.edges["ingress"] ?? []).includes(source.urn)) return false;
  const rules = group.list("ingress");
  if (rules.state !== "known") return rules.state === "unknown" && rules;
  const flows = FLOWS[GROUP](group);
  const named = rules.value.flatMap((rule, index) => {
    const flow = flows[index];
    return flow !== undefined && isFlow(flow) && rule.read("securityGroups").state !== "absent"
      ? [covers(flow, port)]
      : [];
  });
  const all = allOf([named.length > 0, ...named]);
  if (all !== false || anyOf(named) === false) return all;
  return { state: "unknown", path: "ingress", reason: "has rules for several groups, and does not say which is which" };
}
