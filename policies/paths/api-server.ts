import type { Bag, Read } from "../core/props.ts";
import { allOf, anyOf, holds, isSet, not, someItem, type Truth } from "../core/truth.ts";
import { holdsPeer, type Peer } from "./address.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import type { Hop } from "./hop.ts";

/** Whether a list of blocks holds somebody; without one, everybody is let in. */
function holdsAny(list: Read<readonly Bag[]>, peer: Peer, text: (item: Bag) => Read<string>): Truth {
  if (list.state === "absent") return true;
  return someItem(list, (item) => {
    const block = text(item);
    if (block.state !== "known") return block.state === "unknown" && block;
    return holdsPeer(block.value, [], peer, block.path);
  });
}

/** Whether an API server answers somebody at an address of the internet. */
const PUBLICLY: Readonly<Record<ClusterType, (cluster: Cluster, peer: Peer) => Truth>> = {
  // public by default, and to everybody
  "aws:eks/cluster:Cluster": ({ resource }, peer) =>
    allOf([
      holds(resource.flag("vpcConfig.endpointPublicAccess"), (on) => on, true),
      holdsAny(resource.list("vpcConfig.publicAccessCidrs"), peer, (item) => item.itself()),
    ]),
  "gcp:container/cluster:Cluster": ({ resource }, peer) => {
    const allowed = resource.bag("masterAuthorizedNetworksConfig");
    const listed = holdsAny(allowed.list("cidrBlocks"), peer, (item) => item.text("cidrBlock"));
    const endpoints = resource.bag("controlPlaneEndpointsConfig");
    return anyOf([
      allOf([
        not(holds(resource.flag("privateClusterConfig.enablePrivateEndpoint"), (on) => on)),
        holds(endpoints.flag("ipEndpointsConfig.enabled"), (on) => on, true),
        // a configuration without blocks lets nobody of the internet in
        anyOf([not(isSet(allowed.self())), allOf([isSet(allowed.read("cidrBlocks")), listed])]),
      ]),
      holds(endpoints.flag("dnsEndpointConfig.allowExternalTraffic"), (on) => on),
    ]);
  },
  "azure-native:containerservice:ManagedCluster": ({ resource }, peer) => {
    const access = resource.bag("apiServerAccessProfile");
    const ranges = access.list("authorizedIPRanges");
    const none = holds(ranges, (list) => list.length === 0, true);
    return allOf([
      not(holds(access.flag("enablePrivateCluster"), (on) => on)),
      anyOf([none, holdsAny(ranges, peer, (item) => item.itself())]),
    ]);
  },
};

/** Whether a cluster's public endpoint lets somebody of the internet speak to its API server. */
export function publicEndpointHop(cluster: Cluster, peer: Peer): Hop {
  return {
    what: `the public endpoint of the API server of ${cluster.resource.name}`,
    open: PUBLICLY[cluster.resource.type](cluster, peer),
    by: [cluster.resource.urn],
  };
}
