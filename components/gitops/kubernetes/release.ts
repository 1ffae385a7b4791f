import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { sourceOf } from "../../core/chart.ts";
import { custom } from "../../objects/index.ts";
import type { GitOpsScope } from "../native.ts";
import { type GitOpsPlan, SYSTEM } from "../planned.ts";
import { CHART, valuesOf } from "../values.ts";

/** Installs Argo CD, and closes the project that it makes for everybody. */
export function install(
  { child }: GitOpsScope,
  plan: GitOpsPlan,
  namespace: Input<string>,
  after: readonly Resource[],
): readonly Resource[] {
  const release = new Release(
    ...child(
      "release",
      {
        name: SYSTEM,
        ...sourceOf(CHART),
        namespace,
        values: valuesOf(plan),
        atomic: true,
        timeout: 900,
      },
      { dependsOn: [...after] },
    ),
  );
  const nobody = custom(
    "argoproj.io/v1alpha1/AppProject",
    ...child(
      "nobody",
      {
        // Argo CD makes it at its start, open to all; this one comes after, and wins
        metadata: { name: "default", namespace, annotations: { "pulumi.com/patchForce": "true" } },
        spec: {
          description: "Nobody's: applications have the project of their tenant",
          sourceRepos: [],
          destinations: [],
          clusterResourceWhitelist: [],
          namespaceResourceBlacklist: [{ group: "*", kind: "*" }],
        },
      },
      { dependsOn: [release], invariants: ["spec"] },
    ),
  );
  return [release, nobody];
}
