import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import { sourceOf } from "../core/chart.ts";
import type { ClusterChart } from "./charts.ts";

/** What the provider of a cluster is made of. */
export interface Reached {
  readonly kubeconfig: Input<string>;
  /** `<cloud>/<region>/<name>`: fixed text, so that no change of the kubeconfig ever replaces what runs on it. */
  readonly identifier: string;
  readonly ready: readonly Resource[];
}

/** The provider of one cluster; a cluster that does not answer stays in the state and blocks no other. */
export function clusterProvider(name: string, parent: ComponentResource, { kubeconfig, identifier, ready }: Reached) {
  return new Provider(
    name,
    {
      kubeconfig,
      clusterIdentifier: identifier,
      enableServerSideApply: true,
      skipUpdateUnreachable: true,
      // a secret that is deleted and made again leaves a hole in what reads it
      enableSecretMutable: true,
      enableConfigMapMutable: true,
      kubeClientSettings: { qps: 50, burst: 120, timeout: 30 },
    },
    { parent, dependsOn: [...ready] },
  );
}

/** Installs the controllers that the cloud's own service lacks. */
export function install(name: string, parent: ComponentResource, provider: Provider, charts: readonly ClusterChart[]) {
  return charts.map(
    ({ name: release, namespace, values, ...chart }) =>
      new Release(
        `${name}-${release}`,
        {
          name: release,
          namespace,
          values,
          ...sourceOf(chart),
          atomic: true,
        },
        { parent, provider },
      ),
  );
}
