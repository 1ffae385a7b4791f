import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { allOf, holds, onlyIf } from "../../core/truth.ts";
import { every, fail, notApplicable, notCovered, PASS, type Verdict } from "../../core/verdict.ts";
import { isRemoteSecret, SECRET } from "../../models/mesh-members.ts";
import { waysBeyond } from "../../models/network/beyond.ts";
import { type Cluster, clustersBehind } from "../../paths/cluster.ts";
import { networksOf } from "../../paths/ranges.ts";
import { clusterOf, clustersGivenBy, hostOfKarmada } from "./callers.ts";
import { isPrivateOnly } from "./private.ts";
import { areJoined, reaches } from "./way.ts";

const PROVIDER = "pulumi:providers:kubernetes";
const MEMBER = "kubernetes:cluster.karmada.io/v1alpha1:Cluster";
const KUBECONFIG = "kubeconfig";
/** What people put into a network to pass through it. */
const MACHINES = [
  "aws:ec2/instance:Instance",
  "azure-native:compute:VirtualMachine",
  "azure-native:network:BastionHost",
  "gcp:compute/instance:Instance",
];

/** Who deploys stands in one network at a time: two API servers that nothing joins are one too many. */
const provider: GraphCheck = (own, { graph }) => {
  const [target] = clustersBehind(own, graph);
  if (target === undefined) return notApplicable("speaks to no cluster of the program");
  return onlyIf(isPrivateOnly(target), "speaks to an API server that the internet reaches", () => {
    const [here] = networksOf(target);
    if (here === undefined)
      return notCovered(KUBECONFIG, `${target.resource.name} stands in a network that the program does not show`);
    if (waysBeyond(here, graph).length > 0) return PASS;
    const others = graph
      .ofType(PROVIDER)
      .flatMap((other) => clustersBehind(other, graph))
      .filter((other) => other !== target);
    const judged = others.flatMap((other) => beside(here, target, other));
    if (judged.length === 0)
      return notCovered(KUBECONFIG, "leads into a network without a way in: where Pulumi runs is not shown");
    const [machine] = MACHINES.flatMap((type) => graph.ofType(type));
    return machine === undefined ? every(judged) : notCovered(KUBECONFIG, `may be reached through ${machine.name}`);
  });
};

function beside(here: Resource, target: Cluster, other: Cluster): readonly Verdict[] {
  const [there] = networksOf(other);
  if (there === undefined || there === here || areJoined(here, there, other.graph)) return [];
  return onlyIf(isPrivateOnly(other), "", () =>
    fail(
      KUBECONFIG,
      `leads to the private API server of ${target.resource.name}, and nothing joins ${here.name} to ${there.name}, where that of ${other.resource.name} is: nobody reaches both`,
    ),
  ).filter(({ word }) => word !== "not applicable");
}

const secret: GraphCheck = (own, { graph }) =>
  onlyIf(isRemoteSecret(own), "gives no control plane access to a cluster", () => {
    const caller = clusterOf(own, graph);
    const targets = clustersGivenBy(own, graph);
    if (caller === undefined || targets.length === 0) return notApplicable("gives access to no cluster of the program");
    return every(targets.flatMap((target) => reaches(caller, target, "stringData")));
  });

const member: GraphCheck = (own, { graph }) => {
  const [target] = clustersBehind(own, graph);
  if (target === undefined) return notApplicable("registers no cluster of the program");
  // a member that pulls calls the federation, and is not called
  const called = holds(own.text("spec.syncMode"), (mode) => mode === "Push", true);
  return onlyIf(
    allOf([called, isPrivateOnly(target)]),
    "is not called by the federation, or not at a private address",
    () => {
      const caller = hostOfKarmada(graph);
      if (caller === undefined)
        return notCovered("spec.apiEndpoint", "is called by a federation that runs where the program does not show");
      return reaches(caller, target, "spec.apiEndpoint");
    },
  );
};

export const privateApiReachable: Rule = {
  id: "private-api-reachable",
  packs: ["reliability"],
  title: "Private API servers are reached by who must call them",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "A mesh or a federation that cannot call a member's API server goes on with what it last knew, and says so to nobody; a deployment that cannot ends half-way.",
  fixText: ({ type }) =>
    type === PROVIDER
      ? "Join both networks to where Pulumi runs: by a VPN, a peering or a transit gateway."
      : "Join both networks, and let the endpoint answer the caller's addresses: a rule of the cluster's security group, or `masterAuthorizedNetworksConfig`.",
  checks: { [PROVIDER]: provider, [SECRET]: secret, [MEMBER]: member },
};
