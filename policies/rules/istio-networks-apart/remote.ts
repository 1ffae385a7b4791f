import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, faultIf, holds, type Truth } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { annotatedCluster, clusterOf, clustersIn, clustersNamedIn, sourcesOf } from "../../models/mesh-members.ts";
import { sameNamespace } from "../../models/namespace.ts";

const PREFIX = "istio-remote-secret-";

/** Judges the access to another cluster: what names it must be one name, and the cluster's own. */
export function judgeRemote(own: Resource, graph: Graph): readonly Verdict[] {
  const keys = clustersNamedIn(own);
  const isNone = (name: string): Truth => holds(keys, (names) => names.length > 0 && !names.includes(name));
  const said = annotatedCluster(own);
  const name = own.text("metadata.name");
  const ending = name.state === "known" && name.value.startsWith(PREFIX) ? name.value.slice(PREFIX.length) : undefined;
  const sources = sourcesOf(own, graph);
  const strangers = clustersIn(graph)
    .filter(({ providerUrn }) => sources.includes(providerUrn))
    .map(({ names }) =>
      allOf([
        names.length > 0,
        ...names.map((one) => (one.state === "known" ? isNone(one.value) : one.state === "unknown" && one)),
      ]),
    );
  return [
    faultIf(
      said.state === "known" ? isNone(said.value) : said.state === "unknown" && said,
      said.path,
      "names another cluster than the key of the kubeconfig does",
    ),
    faultIf(
      ending === undefined ? name.state === "unknown" && name : isNone(ending),
      name.path,
      "names another cluster than the key of the kubeconfig does",
    ),
    faultIf(anyOf(strangers), keys.path, "gives the cluster another name than it has itself"),
    faultIf(
      anyOf(twins(own, graph)),
      keys.path,
      "is a cluster that another Secret names, too; one of both is left out",
    ),
  ];
}

function twins(own: Resource, graph: Graph): readonly Truth[] {
  const keys = clustersNamedIn(own);
  return (clusterOf(own, graph)?.remotes ?? [])
    .filter(({ secret }) => secret.urn !== own.urn)
    .map(({ secret, is }) => {
      const theirs = clustersNamedIn(secret);
      const shared = holds(keys, (mine) => theirs.state === "known" && theirs.value.some((key) => mine.includes(key)));
      return allOf([is, sameNamespace(own, secret), theirs.state === "unknown" ? theirs : shared]);
    });
}
