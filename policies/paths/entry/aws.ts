import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, not, someItem, type Truth } from "../../core/truth.ts";
import { groupsOf, isOpenGroup } from "../../models/reach.ts";
import type { Cluster } from "../cluster.ts";
import { uncovered } from "../hop.ts";
import { sideOf } from "../pod.ts";
import { podRanges, together } from "../ranges.ts";
import { rulesLet, rulesOf } from "../security-group.ts";
import { leadsTo } from "./aws-listener.ts";
import { type Door, type Finder, hopOf, orLinked, unfollowed } from "./door.ts";
import { isNamed, podPortOf } from "./service.ts";

const BINDING = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
const TARGETS = "aws:lb/targetGroup:TargetGroup";
const SUBNET = "aws:ec2/subnet:Subnet";

/** Ways in by balancers of AWS whose targets are the pods of a Service. */
export const awsDoors: Finder = (service, cluster, { host }) =>
  cluster.objects(BINDING).flatMap(({ object: binding, here }): readonly Door[] => {
    const reference = binding.bag("spec.serviceRef");
    const bound = allOf([here, isNamed(service, reference.text("name"), binding)]);
    if (bound === false) return [];
    const { graph } = cluster;
    const groups = graph.named(binding, TARGETS, { key: "spec", name: "arn" }).sure;
    const leads = groups.flatMap((group) => leadsTo(group, host, cluster));
    const port = reference.text("port");
    if (leads.length === 0 || port.state !== "known")
      return [unfollowed(binding, service, "binds targets of a balancer that the program does not show")];
    const side = sideOf(service, cluster);
    const target: Read<number> =
      side === undefined ? { state: "absent", path: "" } : podPortOf(service, port.value, side);
    return leads.map(({ listener, balancer, open, by }) => ({
      port: port.value,
      sources: sourcesOf(balancer, cluster),
      hops: [
        hopOf(
          `the balancer ${balancer.name}`,
          isPublic(balancer, listener, cluster),
          balancer,
          ...groupsOf(balancer, "securityGroups", graph),
        ),
        hopOf(`listening for ${host ?? "any name"}`, open, ...by),
        hopOf(
          `from the balancer to pods of ${service.name}`,
          allOf([bound, isWay(binding, balancer, target, cluster)]),
          binding,
        ),
      ],
    }));
  });

function isPublic(balancer: Resource, listener: Resource, { graph }: Cluster): Truth {
  const groups = groupsOf(balancer, "securityGroups", graph);
  const guarded =
    groups.length === 0
      ? uncovered(balancer.name, "has no security group that the program shows")
      : anyOf(groups.map((group) => isOpenGroup(group, graph, listener.number("port"))));
  const kind = holds(balancer.text("loadBalancerType"), (type) => type === "application", true);
  return allOf([
    orLinked(not(holds(balancer.flag("internal"), (on) => on)), graph),
    guarded,
    kind === false ? uncovered(balancer.name, "is no balancer of applications; others are not followed") : kind,
  ]);
}

// what a binding does not say, its controller leaves to others
function isWay(binding: Resource, balancer: Resource, port: Read<number>, cluster: Cluster): Truth {
  const groups = groupsOf(balancer, "securityGroups", cluster.graph);
  const named = groups.some(({ urn }) => (binding.edges["spec"] ?? []).includes(urn));
  const rules = binding.list("spec.networking.ingress");
  const into =
    rules.state === "absent"
      ? uncovered(binding.name, "leaves it to others whom its pods let in")
      : someItem(rules, (rule) =>
          someItem(rule.list("from"), (peer) => allOf([isSet(peer.read("securityGroup")), named])),
        );
  return allOf([into, anyOf(groups.map((group) => letsOut(group, cluster, port)))]);
}

// pods have addresses of one block of the network: which is their plugin's choice
function letsOut(group: Resource, cluster: Cluster, port: Read<number>): Truth {
  const ranges = podRanges(cluster);
  if (ranges.state !== "known") return ranges.state === "unknown" && ranges;
  if (port.state !== "known")
    return port.state === "unknown" ? port : uncovered(group.name, "leads to a port that is not shown");
  const rules = rulesOf(group, "out", cluster.graph);
  const to = { number: port.value, protocol: "TCP" } as const;
  return anyOf(ranges.value.map((range) => rulesLet(rules, "out", [range], to).open));
}

function sourcesOf(balancer: Resource, { graph }: Cluster): Door["sources"] {
  const subnets = graph.named(balancer, SUBNET, { key: "subnets", name: "id" }).sure;
  const blocks = together(
    subnets.map((subnet) => subnet.text("cidrBlock")),
    balancer.name,
  );
  if (blocks.state === "known") return { kind: "blocks", blocks: blocks.value };
  return blocks.state === "unknown" ? blocks : uncovered(balancer.name, "has no subnets that the program shows");
}
