import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, isSet, not, onlyIf, type Truth } from "../../core/truth.ts";
import { notApplicable, type Verdict } from "../../core/verdict.ts";
import { inRoot, meshOf, NAMESPACE } from "../../models/mesh.ts";
import {
  CONTROL_PLANES,
  clusterNameIn,
  clusterOf,
  clustersIn,
  DEPLOYMENT,
  isRemoteSecret,
  peersOf,
  SECRET,
} from "../../models/mesh-members.ts";
import { areSame, differ, hasGateway, labelledNetwork, networkOf, SERVICE } from "./network.ts";
import { judgeRemote } from "./remote.ts";

function root(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const peers = peersOf(own, graph);
  if (peers.length === 0) return [notApplicable("is in no mesh of several clusters")];
  const isRoot = inRoot(own, meshOf(own, graph));
  const network = networkOf(own, graph);
  const gateway = hasGateway(own, graph);
  const beside = peers.map(({ cluster, its }) =>
    allOf([its, hasGateway(cluster, graph), areSame(network, networkOf(cluster, graph))]),
  );
  const { path } = labelledNetwork(own);
  return onlyIf(isRoot, "is not the root namespace of a mesh", () => [
    faultIf(
      allOf([gateway, not(isSet(network)), anyOf(peers.map(({ its }) => its))]),
      path,
      "is not set, so that nobody knows which pods are behind the gateway",
    ),
    faultIf(
      allOf([gateway, anyOf(beside)]),
      path,
      "is that of another cluster, whose pods would be called past the gateways of both",
    ),
  ]);
}

function gateway(own: Resource, { graph }: GraphRun): Verdict {
  const network = labelledNetwork(own);
  if (network.state === "absent") return notApplicable("is no gateway of a network");
  return faultIf(differ(network, networkOf(own, graph)), network.path, "is not the network of its cluster");
}

function remote(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  return onlyIf(isRemoteSecret(own), "gives no control plane access to a cluster", () => judgeRemote(own, graph));
}

function name(own: Resource, { graph }: GraphRun): Verdict {
  const mine = clusterNameIn(own);
  const cluster = clusterOf(own, graph);
  if (mine === undefined || cluster === undefined) return notApplicable("gives no cluster a name in a mesh");
  const isOneOfSeveral = (remotes: readonly { readonly is: Truth }[]) => anyOf(remotes.map(({ is }) => is));
  const same = clustersIn(graph)
    .filter((other) => other !== cluster)
    .map((other) =>
      allOf([
        isOneOfSeveral([...cluster.remotes, ...other.remotes]),
        anyOf(other.names.map((theirs) => areSame(mine, theirs))),
      ]),
    );
  return faultIf(anyOf(same), mine.path, "is the name of another cluster, whose endpoints would be taken for its own");
}

export const istioNetworksApart: Rule = {
  id: "istio-networks-apart",
  packs: ["reliability"],
  title: "Clusters of a mesh, and their networks, are told apart",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Control planes go by names: two things of one name are one to them, and calls between clusters go nowhere.",
  fixText: ({ type }) => {
    if (type === SECRET)
      return "Give the key, the annotation `networking.istio.io/cluster` and the end of the name one and the same cluster name.";
    if (type === NAMESPACE) return "Label the root namespace `topology.istio.io/network` with a network of its own.";
    if (type === SERVICE) return "Label the Service `topology.istio.io/network` as the root namespace is.";
    return "Set `multiCluster.clusterName` (`CLUSTER_ID` of istiod) to a name of its own.";
  },
  checks: {
    [NAMESPACE]: root,
    [SERVICE]: gateway,
    [SECRET]: remote,
    ...each([...Object.keys(CONTROL_PLANES), DEPLOYMENT], name),
  },
};
