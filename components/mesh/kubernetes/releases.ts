import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Resource } from "@pulumi/pulumi";
import type { Cloud } from "../../core/site.ts";
import type { MeshScope } from "../native.ts";
import { ROOT_NAMESPACE } from "../plan.ts";
import type { MeshSettings } from "../settings.ts";

const REPOSITORY = "https://istio-release.storage.googleapis.com/charts";
/** What the chart is told where a cloud keeps the network plugins of nodes elsewhere. */
const PLATFORM: { readonly [C in Cloud]: string } = { aws: "", gcp: "gke", azure: "" };

/** The definitions of Istio's kinds, and nothing else of the chart: they are Istio's own text, 15 of them. */
export function definitions(scope: MeshScope, { version }: MeshSettings, after: readonly Resource[]) {
  return new Release(
    ...scope.child(
      "definitions",
      {
        name: "istio-base",
        chart: "base",
        version,
        namespace: ROOT_NAMESPACE,
        repositoryOpts: { repo: REPOSITORY },
        values: { defaultRevision: "", global: { resourceScope: "cluster" } },
      },
      { dependsOn: [...after] },
    ),
  );
}

/** The agent that leads pods' traffic to their proxies: it must own its node, and its insides are Istio's. */
export function nodeAgent(scope: MeshScope, { version, images }: MeshSettings, after: readonly Resource[]) {
  return new Release(
    ...scope.child(
      "nodeAgent",
      {
        name: "istio-cni",
        chart: "cni",
        version,
        // the one namespace that every cloud lets own its nodes
        namespace: "kube-system",
        repositoryOpts: { repo: REPOSITORY },
        values: {
          global: {
            hub: images,
            tag: version,
            variant: "distroless",
            platform: PLATFORM[scope.cluster.site.cloud],
            logAsJson: true,
          },
          // pods that came before the agent start again, so that none runs past its proxy
          repair: { enabled: true, deletePods: false, repairPods: true },
        },
      },
      { dependsOn: [...after] },
    ),
  );
}
