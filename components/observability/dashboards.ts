import { series, sumRate } from "./promql.ts";

/** What a panel shows: a line for each series, with a unit of Grafana's (`reqps`, `percentunit`, `ms`, `short`). */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly { readonly expression: string; readonly legend: string }[];
  /** @default "timeseries" */
  readonly kind?: "timeseries" | "stat" | "gauge";
}
/** A page of panels. */
export interface Dashboard {
  /** What its file and its address are called. */
  readonly name: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

const PER_ROW = 2;
const WIDTH = 24 / PER_ROW; // Grafana's grid has 24 columns
const HEIGHT = 8;
const SCHEMA = 39; // of Grafana 11 and later, which migrate what is older
/** What Grafana calls the place of all metrics. */
export const METRICS = "metrics";

/** A dashboard as Grafana reads it; `type` is that of the source of metrics. */
export function dashboardJson({ name, title, panels }: Dashboard, type: string): string {
  const datasource = { type, uid: METRICS };
  const placed = panels.map(({ kind = "timeseries", unit, lines, ...panel }, index) => ({
    id: index + 1,
    type: kind,
    title: panel.title,
    datasource,
    gridPos: {
      x: (index % PER_ROW) * WIDTH,
      y: Math.floor(index / PER_ROW) * HEIGHT,
      w: WIDTH,
      h: HEIGHT,
    },
    fieldConfig: { defaults: { unit }, overrides: [] },
    targets: lines.map(({ expression, legend }, line) => ({
      refId: String.fromCharCode(65 + line),
      datasource,
      expr: expression,
      legendFormat: legend,
    })),
  }));
  const page = {
    uid: name,
    title,
    schemaVersion: SCHEMA,
    editable: false,
    refresh: "1m",
    time: { from: "now-6h", to: "now" },
    panels: placed,
  };
  return JSON.stringify(page, undefined, 2);
}

const by = (labels: string, expression: string) => expression.replace(/^sum\(/, `sum by (${labels}) (`);
// as Prometheus writes what kubelets say by OTLP
const ofNodes = (metric: string) => `sum by (k8s_cluster_name, k8s_node_name) (${metric})`;
const NODE = "{{k8s_cluster_name}} {{k8s_node_name}}";
const called = { reporter: "destination" };
const failed = { ...called, response_code: { matches: "5.." } };
const requests = (labels: Parameters<typeof series>[1]) => sumRate(series("istio_requests_total", labels), "5m");
const latency = (quantile: number) =>
  `histogram_quantile(${quantile}, sum by (le, destination_service_name) (rate(${series("istio_request_duration_milliseconds_bucket", called)}[5m])))`;

/** What everybody looks at first. */
export const DASHBOARDS: readonly Dashboard[] = [
  {
    name: "services",
    title: "Services",
    panels: [
      {
        title: "Requests",
        unit: "reqps",
        lines: [
          { expression: by("destination_service_name", requests(called)), legend: "{{destination_service_name}}" },
        ],
      },
      {
        title: "Errors",
        unit: "percentunit",
        lines: [
          {
            expression: `${by("destination_service_name", requests(failed))} / ${by("destination_service_name", requests(called))}`,
            legend: "{{destination_service_name}}",
          },
        ],
      },
      {
        title: "Time to answer, median",
        unit: "ms",
        lines: [{ expression: latency(0.5), legend: "{{destination_service_name}}" }],
      },
      {
        title: "Time to answer, 99 of 100",
        unit: "ms",
        lines: [{ expression: latency(0.99), legend: "{{destination_service_name}}" }],
      },
    ],
  },
  {
    name: "objectives",
    title: "Objectives",
    panels: [
      {
        title: "Error budget left",
        unit: "percentunit",
        kind: "gauge",
        lines: [{ expression: "slo:budget_left:ratio", legend: "{{slo}}" }],
      },
      {
        title: "Part of requests that fail, over an hour",
        unit: "percentunit",
        lines: [{ expression: "slo:errors:ratio_rate1h", legend: "{{slo}}" }],
      },
    ],
  },
  {
    name: "clusters",
    title: "Clusters",
    panels: [
      {
        title: "Requests by cluster",
        unit: "reqps",
        lines: [{ expression: by("cluster", requests(called)), legend: "{{cluster}}" }],
      },
      {
        title: "Pods that are not ready",
        unit: "short",
        lines: [
          {
            expression: `sum by (cluster, namespace) (${series("kube_pod_status_ready", { condition: "false" })})`,
            legend: "{{cluster}} {{namespace}}",
          },
        ],
      },
      {
        title: "Containers that started again, in an hour",
        unit: "short",
        lines: [
          {
            expression: "sum by (cluster, namespace) (increase(kube_pod_container_status_restarts_total[1h]))",
            legend: "{{cluster}} {{namespace}}",
          },
        ],
      },
      {
        title: "Alerts",
        unit: "short",
        kind: "stat",
        lines: [
          { expression: `count by (severity) (${series("ALERTS", { alertstate: "firing" })})`, legend: "{{severity}}" },
        ],
      },
    ],
  },
  {
    name: "machines",
    title: "Machines",
    panels: [
      {
        title: "Processors at work",
        unit: "short",
        lines: [{ expression: ofNodes("k8s_node_cpu_usage"), legend: NODE }],
      },
      {
        title: "Memory that is left",
        unit: "bytes",
        lines: [{ expression: ofNodes("k8s_node_memory_available_bytes"), legend: NODE }],
      },
      {
        title: "Part of the disk that is left",
        unit: "percentunit",
        lines: [
          {
            expression: `${ofNodes("k8s_node_filesystem_available_bytes")} / ${ofNodes("k8s_node_filesystem_capacity_bytes")}`,
            legend: NODE,
          },
        ],
      },
      {
        title: "Memory that pods hold, the ten largest",
        unit: "bytes",
        lines: [
          {
            expression:
              "topk(10, sum by (k8s_cluster_name, k8s_namespace_name, k8s_pod_name) (k8s_pod_memory_working_set_bytes))",
            legend: "{{k8s_cluster_name}} {{k8s_namespace_name}} {{k8s_pod_name}}",
          },
        ],
      },
    ],
  },
];
