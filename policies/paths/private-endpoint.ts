import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { listsHold } from "./address.ts";
import { subnetLets } from "./azure-nsg.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import type { Port } from "./declaration.ts";
import { type Hop, uncovered } from "./hop.ts";
import { apiServerRanges, apiServerSubnets } from "./ranges.ts";
import { APART, rulesLet } from "./security-group.ts";

interface Answer {
  readonly open: Truth;
  readonly by: readonly string[];
}

/** Whether an API server answers addresses of private networks, by its endpoint and whom that lets in. */
const PRIVATELY: Readonly<Record<ClusterType, (cluster: Cluster, blocks: readonly string[], port: Port) => Answer>> = {
  // its own group lets in its own machines; others come by rules beside it
  "aws:eks/cluster:Cluster": ({ resource, graph }, blocks, port) => {
    const rules = APART.in
      .flatMap((type) => graph.ofType(type))
      .filter(({ edges }) => (edges["securityGroupId"] ?? []).includes(resource.urn));
    const let_ = rulesLet(rules, "in", blocks, port);
    const more = holds(resource.list("vpcConfig.securityGroupIds"), (list) => list.length > 0);
    const other: Truth = more === false ? false : uncovered("vpcConfig.securityGroupIds", "are not followed here");
    return {
      open: allOf([holds(resource.flag("vpcConfig.endpointPrivateAccess"), (on) => on), anyOf([let_.open, other])]),
      by: [resource, ...let_.by].map(({ urn }) => urn),
    };
  },
  "gcp:container/cluster:Cluster": ({ resource }, blocks) => {
    const allowed = resource.bag("masterAuthorizedNetworksConfig");
    const listed = listsHold(allowed.list("cidrBlocks"), blocks, (item) => item.text("cidrBlock"));
    const enforced = holds(allowed.flag("privateEndpointEnforcementEnabled"), (on) => on);
    const refused = enforced === true ? listed : uncovered(allowed.path, "may not hold for the private endpoint");
    return { open: listed === true ? true : refused, by: [resource.urn] };
  },
  // with an address in the network, the group of its subnet decides
  "azure-native:containerservice:ManagedCluster": (cluster, blocks, port) => {
    const { resource, graph } = cluster;
    const inside = holds(resource.flag("apiServerAccessProfile.enableVnetIntegration"), (on) => on);
    const subnets = apiServerSubnets(cluster);
    const to = apiServerRanges(cluster);
    if (inside !== true || subnets.length === 0 || to.state !== "known") {
      const open = uncovered(resource.name, "has no address in a subnet of its own; private links are not followed");
      return { open: typeof inside === "boolean" ? open : inside, by: [resource.urn] };
    }
    const call = {
      direction: "Inbound",
      from: { kind: "blocks", blocks },
      to: { kind: "blocks", blocks: to.value },
      joined: true,
      port,
    } as const;
    const let_ = subnets.map((subnet) => subnetLets(subnet, call, graph));
    return {
      open: allOf(let_.map(({ open }) => open)),
      by: [resource, ...let_.flatMap(({ by }) => by)].map(({ urn }) => urn),
    };
  },
};

/** Whether a cluster's private endpoint lets a network speak to its API server. */
export function privateEndpointHop(cluster: Cluster, blocks: readonly string[], port: Port): Hop {
  const { open, by } = PRIVATELY[cluster.resource.type](cluster, blocks, port);
  return { what: `the private endpoint of the API server of ${cluster.resource.name}`, open, by };
}
