import type { ComponentResource, Resource } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../core/cluster.ts";
import { sameAccount } from "../core/name.ts";
import { Identity, Issuer, type PodIdentity } from "../identity/index.ts";
import { type Managed, speaksFor } from "./managed/args.ts";
import type { ManagedMetrics } from "./managed/index.ts";
import type { RemoteWrite, Speech } from "./managed/speech.ts";
import { ENDPOINTS } from "./pipelines.ts";
import { copiesOf, NAMESPACE, type ObservabilityPlan } from "./plan.ts";

/** How metrics come to where they are kept, and how they are asked for. */
export interface WayHome {
  /** What the agent of every cluster writes to: to each of them everything. */
  readonly writes: readonly RemoteWrite[];
  /** Where collectors send the metrics that workloads sent to them: to each of them everything. */
  readonly otlp: readonly string[];
  /** Who the agent of a cluster is; nobody where the mesh says so. */
  readonly agents: ReadonlyMap<string, PodIdentity>;
  /** The source of all metrics, as Grafana is told of it. */
  readonly source: Speech["datasource"];
  /** What Grafana needs to ask: a plugin, settings, and who it is. */
  readonly grafana?: Pick<Speech, "plugin" | "settings"> & { readonly pod: PodIdentity };
  /** What must be there before anything is sent. */
  readonly ready: readonly Resource[];
}

/** To our own Prometheus on home, every replica of it, by the mesh. */
export function ownWay(plan: ObservabilityPlan): WayHome {
  const each = copiesOf(plan).map(({ name, url }) => ({ name, url }));
  return {
    writes: each.map(({ name, url }) => ({ name, url: `${url}/api/v1/write`, messageVersion: "V1.0" })),
    otlp: each.map(({ url }) => url),
    agents: new Map(),
    source: { type: "prometheus", url: ENDPOINTS.metrics, jsonData: { httpMethod: "POST" } },
    ready: [],
  };
}

/** To the service of home's cloud: every agent as one identity there, which trusts it without a key; Grafana as another. */
export function managedWay(
  { name, parent, managed }: { name: string; parent: ComponentResource; managed: ManagedMetrics },
  { clusters, home }: ObservabilityPlan,
  { issuers = [] }: Managed,
): WayHome {
  const { site } = home;
  const issuerOf = (cluster: KubernetesCluster) =>
    issuers.find((issuer) => speaksFor(issuer, cluster)) ??
    new Issuer(`${name}-${cluster.name}`, { site, of: { cluster } }, { parent });
  const trusts = clusters.map((cluster) => {
    const kubernetes = { cluster, namespace: NAMESPACE, serviceAccount: "agent" };
    return sameAccount(cluster.site, site) ? { kubernetes } : { kubernetes, issuer: issuerOf(cluster) };
  });
  const agents = new Identity(`${name}-agents`, { site, trust: trusts }, { parent });
  const shown = { cluster: home, namespace: NAMESPACE, serviceAccount: "grafana" };
  const grafana = new Identity(`${name}-grafana`, { site, trust: [{ kubernetes: shown }] }, { parent });
  const { remoteWrite, datasource, plugin, settings } = managed.speech;
  return {
    writes: [remoteWrite],
    // the agent takes them too: one identity, and one log of what could not be sent yet
    otlp: [ENDPOINTS.metrics],
    agents: new Map(trusts.map(({ kubernetes }) => [kubernetes.cluster.name, agents.forServiceAccount(kubernetes)])),
    source: datasource,
    grafana: { plugin, settings, pod: grafana.forServiceAccount(shown) },
    ready: [managed.grantWrite(agents.identity), managed.grantRead(grafana.identity)].flatMap(
      ({ resources }) => resources,
    ),
  };
}
