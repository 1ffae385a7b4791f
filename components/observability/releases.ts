import type { Chart } from "../core/chart.ts";

/** A chart of what is watched with. */
export interface Watching extends Chart {
  /** Why it is a release and not declared object by object. */
  readonly reason: string;
}

const OPERATOR = "a controller of another project, with the definitions of its kinds";
const COMMUNITY = "https://grafana-community.github.io/helm-charts";

/** Chart versions as the projects published them in 2026. */
export const CHARTS = {
  "prometheus-operator": {
    chart: "kube-prometheus-stack",
    repository: "https://prometheus-community.github.io/helm-charts",
    version: "88.5.3",
    reason: OPERATOR,
  },
  "opentelemetry-operator": {
    chart: "opentelemetry-operator",
    repository: "https://open-telemetry.github.io/opentelemetry-helm-charts",
    version: "0.122.0",
    reason: OPERATOR,
  },
  loki: { chart: "loki", repository: COMMUNITY, version: "18.11.0", reason: "a store of another project" },
  // one process: in several, Tempo 3 wants Kafka between them
  tempo: { chart: "tempo", repository: COMMUNITY, version: "2.2.4", reason: "a store of another project" },
  grafana: { chart: "grafana", repository: COMMUNITY, version: "12.11.1", reason: "an application of another project" },
} as const satisfies Readonly<Record<string, Watching>>;

export type ChartName = keyof typeof CHARTS;
