import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import type { Chart } from "./charts.ts";

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
export function install(name: string, parent: ComponentResource, provider: Provider, charts: readonly Chart[]) {
  return charts.map(
    ({ name: release, chart, repository, version, namespace, values }) =>
      new Release(
        `${name}-${release}`,
        {
          name: release,
          chart,
          version,
          namespace,
          values,
          atomic: true,
          ...(repository !== undefined && { repositoryOpts: { repo: repository } }),
        },
        { parent, provider },
      ),
  );
}
