import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, not, onlyIf } from "../../core/truth.ts";
import { every, notApplicable, type Verdict } from "../../core/verdict.ts";
import { clusterOf, isRemoteSecret, peersOf, SECRET } from "../../models/mesh-members.ts";
import { CERTIFICATE } from "./issued.ts";
import { AUTHORITIES, differ, hasAuthority, isAuthority } from "./root.ts";

function authority(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const others = peersOf(own, graph).flatMap(({ cluster, its }) =>
    Object.keys(AUTHORITIES)
      .flatMap((type) => graph.ofType(type))
      .filter(({ providerUrn }) => providerUrn === cluster.providerUrn)
      .map((other) => ({ other, its: allOf([its, isAuthority(other)]) }))
      .filter((one) => one.its !== false),
  );
  if (others.length === 0) return [notApplicable("is the only authority of a mesh that is seen here")];
  const apart = others.map(({ other, its }) => allOf([its, differ(own, other, graph)]));
  return onlyIf(isAuthority(own), "", () =>
    faultIf(
      anyOf(apart),
      own.type === CERTIFICATE ? "spec.issuerRef" : "metadata.name",
      "comes from another root than that of another cluster of the mesh",
    ),
  );
}

function remote(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  // one finding for a cluster, whatever the number of its peers
  const others = (clusterOf(own, graph)?.remotes ?? []).filter(({ secret }) => secret.urn > own.urn);
  const last = not(anyOf(others.map(({ is }) => is)));
  return onlyIf(
    allOf([isRemoteSecret(own), last]),
    "is no authority, and not the access that stands for its cluster",
    () =>
      faultIf(
        not(hasAuthority(own, graph)),
        "metadata.name",
        "joins a cluster without `cacerts` to a mesh: its control plane signs with a root of its own",
      ),
  );
}

function issued(own: Resource, run: GraphRun): readonly Verdict[] {
  if (isAuthority(own) === false) return [notApplicable("is no authority of a control plane")];
  return every(authority(own, run));
}

function judge(own: Resource, run: GraphRun): readonly Verdict[] {
  const is = isAuthority(own);
  return every([...(is === false ? [] : authority(own, run)), ...(is === true ? [] : remote(own, run))]);
}

export const istioOneRoot: Rule = {
  id: "istio-one-root",
  packs: ["zero-trust", "reliability"],
  title: "All clusters of a mesh trust one root",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "A control plane without an authority of the common root signs its own: no other cluster takes its certificates, and no call between them succeeds.",
  fixText: () =>
    "Create a Secret `cacerts` in each root namespace, before istiod starts, with an intermediate authority that the common root has signed; or have cert-manager create it, from issuers that ask one managed root.",
  checks: { [SECRET]: judge, [CERTIFICATE]: issued },
};
