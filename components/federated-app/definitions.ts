import type { Chart } from "../core/chart.ts";
/** Whose kinds an app is made of. */
export type Source = "istio" | "rollouts" | "gatewayApi";
/** A chart that brings definitions to the federation's API server, where nothing of it runs. */
export interface Definitions extends Chart {
  readonly values: Readonly<Record<string, unknown>>;
}

/** Charts as their projects published them in 2026; releases, since definitions of other projects are not carried here. */
export const RELEASES: { readonly [S in Source]: Definitions } = {
  istio: {
    chart: "base",
    repository: "https://istio-release.storage.googleapis.com/charts",
    version: "1.31.0",
    // no webhook to a control plane that is not there
    values: { defaultRevision: "" },
  },
  rollouts: {
    chart: "argo-rollouts",
    repository: "https://argoproj.github.io/argo-helm",
    version: "2.41.0",
    values: { installCRDs: true, controller: { replicas: 0 }, dashboard: { enabled: false } },
  },
  gatewayApi: {
    chart: "oci://docker.io/envoyproxy/gateway-crds-helm",
    version: "v1.8.2",
    values: { crds: { gatewayAPI: { enabled: true, channel: "standard" }, envoyGateway: { enabled: false } } },
  },
};
