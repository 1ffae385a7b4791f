import { METRICS } from "./dashboards.ts";
import type { Speech } from "./managed/speech.ts";
import { hostOf, named, PORTS } from "./names.ts";
import type { ObservabilityPlan } from "./plan.ts";

/** What is asked for of other clusters: the pods behind it. */
export const ASKED = [
  { what: "logs", app: "loki" },
  { what: "traces", app: "tempo" },
] as const;

/** What Grafana asks: one place for all metrics, and each cluster for its own logs and traces. */
export function datasourcesOf({ clusters }: ObservabilityPlan, metrics: Speech["datasource"]): readonly object[] {
  const common = { access: "proxy", editable: false };
  const at = (what: "logs" | "traces", cluster: string) => `http://${hostOf(what, cluster)}:${PORTS[what].http}`;
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
