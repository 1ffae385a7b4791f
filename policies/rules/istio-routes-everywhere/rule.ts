import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, not, onlyIf } from "../../core/truth.ts";
import { forAll, notApplicable, type Verdict } from "../../core/verdict.ts";
import { type MeshCluster, peersOf } from "../../models/mesh-members.ts";
import { fullName, HOSTS, isClusterLocal, isForMesh, isThere } from "./host.ts";

const nameOf = ({ names: [name] }: MeshCluster): string => (name?.state === "known" ? name.value : "another cluster");

function judge(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const peers = peersOf(own, graph);
  if (peers.length === 0) return [notApplicable("is in no mesh of several clusters")];
  return onlyIf(isForMesh(own), "is about calls at gateways only", () =>
    forAll(own.list(HOSTS[own.type] ?? ""), (item) => {
      const host = fullName(item.itself(), own);
      const absent = peers.map(({ cluster, its }) => ({
        cluster,
        missing: allOf([its, not(isThere(host, own.type, cluster, graph))]),
      }));
      const sure = absent.filter(({ missing }) => missing === true).map(({ cluster }) => nameOf(cluster));
      return faultIf(
        allOf([not(isClusterLocal(host, own, graph)), anyOf(absent.map(({ missing }) => missing))]),
        item.path,
        `is said nothing of in ${sure.join(", ")}, from where calls go another way`,
      );
    }),
  );
}

export const istioRoutesEverywhere: Rule = {
  id: "istio-routes-everywhere",
  packs: ["reliability"],
  title: "What is said of calls to a host is said in every cluster of the mesh",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Each control plane reads its own cluster only: a canary, a time-out or a failover that one cluster has does not exist for callers in the others.",
  fixText: () =>
    "Create the same object in the other clusters, or list the host in `meshConfig.serviceSettings` with `clusterLocal: true`.",
  checks: each(Object.keys(HOSTS), judge),
};
