import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, not, type Truth } from "../core/truth.ts";
import { FLOWS, isAbout, isFlow } from "../models/flow/index.ts";
import { listsHold } from "./address.ts";
import type { Port } from "./declaration.ts";
import { uncovered } from "./hop.ts";
import type { Decision } from "./ordered.ts";

/** Rules of AWS that stand beside their group. */
export const APART = {
  in: ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws:ec2/securityGroupRule:SecurityGroupRule"],
  out: ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "aws:ec2/securityGroupRule:SecurityGroupRule"],
} as const;
export type Way = keyof typeof APART;

/** A group and the rules that stand beside it. */
export function rulesOf(group: Resource, way: Way, graph: Graph): readonly Resource[] {
  return [
    group,
    ...APART[way].flatMap((type) => graph.attached(group, { type, key: "securityGroupId", name: "id" }).sure),
  ];
}

/** Whether rules let each of several address blocks pass; a part of them is nobody's answer. */
export function rulesLet(rules: readonly Resource[], way: Way, blocks: readonly string[], port: Port): Decision {
  const ways = blocks.map((block) => {
    const said = rules.map((by) => ({ by, open: ruleLets(by, way, block, port) })).filter(({ open }) => open !== false);
    return { open: anyOf(said.map(({ open }) => open)), by: said.map(({ by }) => by) };
  });
  const opens = ways.map(({ open }) => open);
  const all = allOf(opens);
  const mixed = all === false && anyOf(opens) !== false;
  const by = [...new Set(ways.flatMap((one) => one.by))];
  return {
    open: mixed ? uncovered("", `lets only some of ${blocks.join(", ")} pass`) : all,
    by: by.length > 0 ? by : rules,
  };
}

function ruleLets(rule: Resource, way: Way, block: string, port: Port): Truth {
  return anyOf(
    FLOWS[rule.type as keyof typeof FLOWS](rule).map((flow): Truth => {
      if (!isFlow(flow)) return flow;
      const peers = { state: "known", path: flow.path, value: [rule] } as const;
      const held = flow.peers.map((peer) => listsHold(peers, [block], () => peer));
      return allOf([way === "in" ? flow.inbound : not(flow.inbound), flow.allows, isAbout(flow, port), anyOf(held)]);
    }),
  );
}
