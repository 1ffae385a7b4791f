import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { dataTags } from "../core/data.ts";
import { clusterScope } from "../core/scope.ts";
import { Namespace, type NamespaceArgs } from "../namespace/index.ts";
import type { ObservabilityArgs } from "./args.ts";
import { copies } from "./copies.ts";
import { join } from "./joined.ts";
import { agent } from "./kubernetes/agent.ts";
import { alertmanager } from "./kubernetes/alerts.ts";
import { asked } from "./kubernetes/asked.ts";
import { collectors } from "./kubernetes/collectors.ts";
import { events } from "./kubernetes/events.ts";
import { grafana } from "./kubernetes/grafana.ts";
import { machines, WHY_PRIVILEGED } from "./kubernetes/machines.ts";
import { metrics, metricsServices } from "./kubernetes/metrics.ts";
import { release } from "./kubernetes/release.ts";
import { traffic } from "./kubernetes/traffic.ts";
import { ManagedMetrics } from "./managed/index.ts";
import type { ObservabilityChildren, ObservabilityScope } from "./native.ts";
import type { RulesPlace } from "./place.ts";
import { MACHINES, NAMESPACE, type ObservabilityPlan, planObservability } from "./plan.ts";
import { store } from "./store.ts";
import { lokiValues, opentelemetryOperatorValues, prometheusOperatorValues, tempoValues } from "./values.ts";
import { managedWay, ownWay, type WayHome } from "./way-home.ts";

export { Alert } from "./alert.ts";
export type { AlertArgs } from "./alert-args.ts";
export type { ObservabilityArgs } from "./args.ts";
export { MACHINES } from "./plan.ts";
export { Slo } from "./slo.ts";
export type { SloArgs } from "./slo-plan.ts";

/** What is seen of several clusters: metrics and alerts in one place, logs and traces where they arise, pages over all. */
export class Observability extends Assembly implements RulesPlace {
  readonly plan: ObservabilityPlan;
  readonly rulesAfter: readonly Resource[];
  readonly managed: ManagedMetrics | undefined;

  constructor(name: string, args: ObservabilityArgs, opts?: ComponentResourceOptions) {
    const plan = planObservability(args);
    super("Observability", name, opts);
    this.plan = plan;
    const grounds = plan.clusters.map((cluster) => {
      const at = `${name}-${cluster.name}`;
      const { scope, changed } = clusterScope<ObservabilityChildren>(at, this, cluster, args.transform?.kubernetes);
      const mesh = plan.mesh !== undefined;
      const own = this.#namespace(at, NAMESPACE, { cluster, mesh });
      const machines = this.#namespace(`${at}-${MACHINES}`, MACHINES, {
        cluster,
        mesh,
        ...(plan.podOutput.has(cluster.name) && { podSecurity: { privileged: WHY_PRIVILEGED } }),
        // one on each machine
        quota: { cpus: 500, memoryGb: 1000, pods: 2000 },
        egress: [{ namespace: NAMESPACE, ports: [4317] }],
      });
      return { scope, changed, ready: [...own.ready, ...machines.ready] };
    });
    const joined = join(
      name,
      plan,
      grounds.flatMap(({ ready }) => ready),
    );
    const managed = managedMetrics(name, this, args, plan);
    this.managed = managed;
    const way =
      plan.metrics.kind === "managed" && managed !== undefined
        ? managedWay({ name, parent: this, managed }, plan, plan.metrics)
        : ownWay(plan);
    const rulesAfter = grounds.map(({ scope, ready }) => {
      const after = [...scope.cluster.ready, ...ready, ...joined, ...traffic(scope, plan, ready)];
      return this.#watch(scope, plan, way, after);
    });
    this.rulesAfter = rulesAfter[plan.clusters.indexOf(plan.home)] ?? [];
    this.registerOutputs({
      clusters: plan.clusters.map((cluster) => cluster.name),
      endpoints: this.endpoints,
      escapes: grounds.flatMap(({ changed }) => changed),
    });
  }
  /** Where workloads send what they know of themselves, the same in every cluster, and where dashboards answer on home. */
  get endpoints(): { readonly otlp: string; readonly dashboards: string } {
    const at = (service: string) => `http://${service}.${NAMESPACE}.svc.cluster.local`;
    return { otlp: `${at("collector")}:4317`, dashboards: at("grafana") };
  }
  /** The namespace whose collectors workloads must let in and reach: `mesh.observability` of a federated app. */
  get namespace(): string {
    return NAMESPACE;
  }

  #watch(
    scope: ObservabilityScope,
    plan: ObservabilityPlan,
    way: WayHome,
    after: readonly Resource[],
  ): readonly Resource[] {
    const { cluster } = scope;
    const rules = this.#operator(scope, "prometheus-operator", [10_250], prometheusOperatorValues());
    const pipes = this.#operator(scope, "opentelemetry-operator", [9443], opentelemetryOperatorValues(plan));
    const days = plan.logsDays.get(cluster.name) as number;
    const logs = store(scope, plan, { what: "logs", account: "loki", days });
    const traces = store(scope, plan, { what: "traces", account: "tempo", days: plan.retention.tracesDays });
    const stores = [
      release(scope, "loki", NAMESPACE, lokiValues(plan, logs), [...after, ...logs.ready]),
      release(scope, "tempo", NAMESPACE, tempoValues(plan, traces), [...after, ...traces.ready]),
    ];
    asked(scope, cluster.name, after);
    metricsServices(scope, plan, after);
    const collecting = collectors(scope, plan, way, [...after, ...stores, pipes]);
    machines(scope, plan, [...after, ...collecting]);
    events(scope, plan, [...after, ...collecting]);
    agent(scope, plan, way, [...after, ...way.ready, rules]);
    return cluster === plan.home ? this.#home(scope, plan, way, [...after, rules]) : [];
  }

  #home(
    scope: ObservabilityScope,
    plan: ObservabilityPlan,
    way: WayHome,
    after: readonly Resource[],
  ): readonly Resource[] {
    for (const { name } of plan.clusters.filter((one) => one !== scope.cluster)) asked(scope, name, after);
    const copied = copies(plan);
    grafana(scope, plan, way, [...after, ...way.ready, ...copied]);
    // the service asks the rules itself, and tells people
    if (plan.metrics.kind === "managed") return [];
    return [...metrics(scope, plan, plan.metrics, after), ...alertmanager(scope, plan, [...after, ...copied])];
  }

  #operator(
    scope: ObservabilityScope,
    name: "prometheus-operator" | "opentelemetry-operator",
    webhooks: readonly number[],
    values: Readonly<Record<string, unknown>>,
  ): Resource {
    const { cluster } = scope;
    const { controlPlane } = cluster.network.allocation;
    const namespace = this.#namespace(`${scope.name}-${name}`, name, {
      cluster,
      egress: ["apiServer"],
      ingress: [
        { cidr: controlPlane, ports: webhooks },
        // what it knows of itself, and of the objects of the cluster
        { namespace: NAMESPACE, ports: [8080, 10_250] },
      ],
    });
    return release(scope, name, namespace.name, values, [...cluster.ready, ...namespace.ready]);
  }
  #namespace(at: string, name: string, args: Omit<NamespaceArgs, "name">): Namespace {
    return new Namespace(at, { name, ...args }, { parent: this, dependsOn: [...args.cluster.ready] });
  }
}

function managedMetrics(
  name: string,
  parent: Observability,
  { transform }: ObservabilityArgs,
  { home, metrics: kept, retention, alerts, owner }: ObservabilityPlan,
): ManagedMetrics | undefined {
  if (kept.kind === "own") return undefined;
  const { site } = home;
  const { encryption = "provider" } = kept;
  const retentionDays = retention.metricsDays;
  const data = { class: "confidential", purpose: "operations", owner, retentionDays } as const;
  return new ManagedMetrics(
    `${name}-metrics`,
    {
      site,
      retentionDays,
      alerts,
      key: encryption === "provider" ? undefined : encryption.key,
      tags: { ...site.tags, ...dataTags(data) },
      transform,
    },
    { parent },
  );
}
