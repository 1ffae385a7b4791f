import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { faultIf, not } from "../../core/truth.ts";
import { notApplicable, type Verdict } from "../../core/verdict.ts";
import { MESH_CONFIGS, rootOf, seesRoot } from "../../models/mesh.ts";

function judge(own: Resource, { graph }: GraphRun): Verdict {
  const config = MESH_CONFIGS[own.type]?.(own);
  if (config === undefined) return notApplicable("holds no settings of a mesh");
  const seen = seesRoot({ config, rootNamespace: rootOf(config) }, own, graph);
  return faultIf(
    not(seen),
    config.bag("discoverySelectors").path,
    "does not select the root namespace, so that every policy of the whole mesh is ignored",
  );
}

export const istioDiscoveryKeepsRoot: Rule = {
  id: "istio-discovery-keeps-root",
  packs: ["zero-trust"],
  title: "The control plane sees its root namespace",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "Discovery selectors hide policies, too: in a root namespace that is not selected, mutual TLS and the default deny of the whole mesh do not exist.",
  fixText: () => "Add a selector with `matchLabels: {kubernetes.io/metadata.name: <root namespace>}`.",
  checks: each(Object.keys(MESH_CONFIGS), judge),
};
