import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { faultIf, holds, not } from "../../core/truth.ts";
import { notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { inMesh, meshOf, NAMESPACE } from "../../models/mesh.ts";

function judge(own: Resource, { graph }: GraphRun): Verdict {
  const mesh = meshOf(own, graph);
  if (mesh.declared === false) return notApplicable("its cluster has no mesh in this stack");
  const { rootNamespace } = mesh;
  const name = own.text("metadata.name");
  if (name.state === "known" && name.value.startsWith("kube-")) return notApplicable("belongs to the cluster itself");
  if (rootNamespace.state === "known" && holds(name, (own) => own === rootNamespace.value) === true)
    return notApplicable("is the mesh's own");
  const verdict = faultIf(
    not(inMesh(own)),
    "metadata.labels",
    "does not put the namespace into the mesh of its cluster",
  );
  if (verdict.word !== "fail") return verdict;
  if (mesh.declared !== true) return undetermined(mesh.declared);
  const open = [name, rootNamespace].find((read) => read.state === "unknown");
  return open?.state === "unknown" ? undetermined(open) : verdict;
}

export const istioInjectionOn: Rule = {
  id: "istio-injection-on",
  packs: ["zero-trust"],
  title: "Namespaces of a cluster with a mesh are in it",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Pods outside the mesh have no identity there: their traffic is plain text, and no policy of the mesh holds for them.",
  equivalents: ["kyverno:istio"],
  fixText: () =>
    "Set the label `istio-injection: enabled`, `istio.io/rev: <revision>`, or `istio.io/dataplane-mode: ambient`.",
  inPlace: [NAMESPACE],
  checks: { [NAMESPACE]: judge },
};
