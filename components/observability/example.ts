import { exampleCluster } from "../_rehearse/estate.ts";
import { Backbone } from "../backbone/index.ts";
import type { Site } from "../core/site.ts";
import { ServiceMesh } from "../mesh/index.ts";
import { Alert, Observability, Slo } from "./index.ts";

export function example(...sites: readonly [Site, ...Site[]]) {
  const clusters = sites.map(exampleCluster);
  const [home] = clusters as [(typeof clusters)[number]];
  const networks = clusters.map(({ site, network }) => ({ site, place: network }));
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain: "mesh.acme.example",
    trust: { kind: "selfSigned" },
    backbone: new Backbone("backbone", { networks }),
    telemetry: { service: "collector.observability.svc.cluster.local", samplingPercent: 100 },
  });
  const observability = new Observability("observability", {
    clusters,
    home,
    mesh,
    owner: "platform",
    retention: { logsDays: 30 },
    sampling: { traces: 0.05 },
    redaction: { hash: ["acme.customer.number"] },
    alerts: {
      receivers: [
        { name: "on-call", kind: "pagerduty", secret: "on-call-pager" },
        { name: "platform", kind: "slack", channel: "#platform-alerts", secret: "platform-slack" },
      ],
      routes: { page: ["on-call", "platform"], ticket: ["platform"] },
    },
    admin: "grafana-admin",
  });
  const shop = new Slo("shop-availability", {
    observability,
    service: { namespace: "shop", name: "shop-front" },
    objective: 99.9,
    runbook: "https://runbooks.acme.example/shop-availability",
  });
  new Slo("shop-latency", {
    observability,
    service: { namespace: "shop", name: "shop-front" },
    objective: 99,
    indicator: { latencyMs: 500 },
    runbook: "https://runbooks.acme.example/shop-latency",
  });
  new Alert("restarts", {
    observability,
    expression: "sum by (cluster, namespace) (increase(kube_pod_container_status_restarts_total[15m])) > 5",
    severity: "ticket",
    summary: "containers in {{ $labels.namespace }} on {{ $labels.cluster }} start again and again",
    runbook: "https://runbooks.acme.example/restarts",
  });
  return { ...observability.endpoints, shopMayFailMinutes: shop.budgetMinutes };
}
