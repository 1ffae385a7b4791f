import { exampleCluster } from "../../_rehearse/estate.ts";
import { Backbone } from "../../backbone/index.ts";
import type { Site } from "../../core/site.ts";
import { ServiceMesh } from "../../mesh/index.ts";
import { Observability, Slo } from "../index.ts";

/** Metrics of all clusters in the service of home's cloud; Google Cloud, which is refused, is home to none. */
export function example(...sites: readonly [Site, ...Site[]]) {
  const clusters = sites.map(exampleCluster);
  const [home] = clusters as [(typeof clusters)[number]];
  const networks = clusters.map(({ site, network }) => ({ site, place: network }));
  const several = clusters.length > 1;
  const observability = new Observability("observability", {
    clusters,
    home,
    // one cluster alone needs none
    ...(several && {
      mesh: new ServiceMesh("mesh", {
        clusters,
        trustDomain: "mesh.acme.example",
        trust: { kind: "selfSigned" },
        backbone: new Backbone("backbone", { networks }),
      }),
    }),
    owner: "platform",
    metrics: { kind: home.site.cloud === "gcp" ? "own" : "managed" },
    alerts: alertsOn(home.site),
    admin: "grafana-admin",
  });
  new Slo("shop-availability", {
    observability,
    service: { namespace: "shop", name: "shop-front" },
    objective: 99.9,
    runbook: "https://runbooks.acme.example/shop-availability",
  });
  return observability.endpoints;
}

function alertsOn({ cloud }: Site) {
  const routes = { page: ["on-call"], ticket: ["on-call"] };
  return cloud === "gcp"
    ? { receivers: [{ name: "on-call", kind: "pagerduty" as const, secret: "on-call-pager" }], routes }
    : { receivers: [{ name: "on-call", kind: "address" as const, to: "on-call@acme.example" }], routes };
}
