import { METRICS } from "./dashboards.ts";
import type { Speech } from "./managed/speech.ts";
import { NAMESPACE, type ObservabilityPlan } from "./plan.ts";

/** How a cluster's logs and traces are called where others ask for them. */
export const named = (what: "logs" | "traces", cluster: string) => `${what}-${cluster}`;
const PORTS = { logs: 3100, traces: 3200 } as const;
/** What is asked for of other clusters: its port, and the pods behind it. */
export const ASKED = [
  { what: "logs", port: PORTS.logs, app: "loki" },
  { what: "traces", port: PORTS.traces, app: "tempo" },
] as const;

/** What Grafana asks: one place for all metrics, and each cluster for its own logs and traces. */
export function datasourcesOf({ clusters }: ObservabilityPlan, metrics: Speech["datasource"]): readonly object[] {
  const common = { access: "proxy", editable: false };
  const at = (what: "logs" | "traces", cluster: string) =>
    `http://${named(what, cluster)}.${NAMESPACE}.svc.cluster.local:${PORTS[what]}`;
  return [
    { ...common, name: "metrics", uid: METRICS, ...metrics, isDefault: true },
    ...clusters.flatMap(({ name }) => [
      { ...common, name: named("logs", name), uid: named("logs", name), type: "loki", url: at("logs", name) },
      {
        ...common,
        name: named("traces", name),
        uid: named("traces", name),
        type: "tempo",
        url: at("traces", name),
        jsonData: { tracesToLogsV2: { datasourceUid: named("logs", name), filterByTraceID: true } },
      },
    ]),
  ];
}
