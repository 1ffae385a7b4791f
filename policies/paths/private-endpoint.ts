import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { FLOWS, isFlow } from "../models/flow/index.ts";
import { listsHold } from "./address.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import type { Port } from "./declaration.ts";
import { type Hop, uncovered } from "./hop.ts";

const RULES = [
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
] as const;

interface Answer {
  readonly open: Truth;
  readonly by: readonly string[];
}

/** Whether an API server answers addresses of private networks, by its endpoint and whom that lets in. */
const PRIVATELY: Readonly<Record<ClusterType, (cluster: Cluster, blocks: readonly string[], port: Port) => Answer>> = {
  // its own group lets in its own machines; others come by rules beside it
  "aws:eks/cluster:Cluster": ({ resource, graph }, blocks, port) => {
    const rules = RULES.flatMap((type) => graph.ofType(type)).filter(({ edges }) =>
      (edges["securityGroupId"] ?? []).includes(resource.urn),
    );
    const admits = rules.map((rule) => {
      const flows = FLOWS[rule.type as keyof typeof FLOWS](rule);
      const admitted = anyOf(
        flows.map((flow): Truth => {
          if (!isFlow(flow)) return flow;
          const inside = flow.ports.map((range) =>
            holds(range, ({ from, to }) => from <= port.number && port.number <= to),
          );
          const peers = { state: "known", path: flow.path, value: [rule] } as const;
          const held = flow.peers.map((peer) => listsHold(peers, blocks, () => peer));
          return allOf([flow.inbound, flow.allows, anyOf(inside), anyOf(held)]);
        }),
      );
      return { rule, admitted };
    });
    const more = holds(resource.list("vpcConfig.securityGroupIds"), (list) => list.length > 0);
    const other: Truth = more === false ? false : uncovered("vpcConfig.securityGroupIds", "are not followed here");
    const admitting = admits.filter(({ admitted }) => admitted !== false);
    return {
      open: allOf([
        holds(resource.flag("vpcConfig.endpointPrivateAccess"), (on) => on),
        anyOf([...admits.map(({ admitted }) => admitted), other]),
      ]),
      by: [resource.urn, ...(admitting.length > 0 ? admitting : admits).map(({ rule }) => rule.urn)],
    };
  },
  "gcp:container/cluster:Cluster": ({ resource }, blocks) => {
    const allowed = resource.bag("masterAuthorizedNetworksConfig");
    const listed = listsHold(allowed.list("cidrBlocks"), blocks, (item) => item.text("cidrBlock"));
    const enforced = holds(allowed.flag("privateEndpointEnforcementEnabled"), (on) => on);
    const refused = enforced === true ? listed : uncovered(allowed.path, "may not hold for the private endpoint");
    return { open: listed === true ? true : refused, by: [resource.urn] };
  },
  "azure-native:containerservice:ManagedCluster": ({ resource }) => ({
    open: uncovered(resource.name, "is guarded by a network security group with service tags, which is not followed"),
    by: [resource.urn],
  }),
};

/** Whether a cluster's private endpoint lets a network speak to its API server. */
export function privateEndpointHop(cluster: Cluster, blocks: readonly string[], port: Port): Hop {
  const { open, by } = PRIVATELY[cluster.resource.type](cluster, blocks, port);
  return { what: `the private endpoint of the API server of ${cluster.resource.name}`, open, by };
}
