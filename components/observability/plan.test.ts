import { expect, it } from "vitest";
import type { KubernetesCluster } from "../core/cluster.ts";
import { testCluster } from "../core/testing/estate.ts";
import { record, recordEstate } from "../core/testing.ts";
import type { Receiver } from "./alerting.ts";
import type { ObservabilityArgs } from "./args.ts";
import { planObservability } from "./plan.ts";
import { said, testMesh } from "./testing.ts";

const errorsAt = (...paths: readonly string[]) => ({
  errors: paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object),
});

it("applies every default", async () => {
  await record("aws", (site) => {
    const plan = planObservability(said([testCluster(site)]));
    expect(plan).toMatchObject({
      retention: { metricsDays: 90, tracesDays: 14 },
      sampling: { traces: 0.1, keepErrors: true },
      redaction: { drop: [], hash: [] },
      replicas: 2,
      metrics: { kind: "own", roomGb: 50 },
    });
    // a site says how long logs are kept
    expect([...plan.logsDays]).toEqual([["aws", 30]]);
    const dev = testCluster({ ...site, environment: "dev" });
    expect(planObservability(said([dev])).replicas).toBe(1);
  });
});

it("names every mistake at once", async () => {
  await record("gcp", (site) => {
    const cluster = testCluster(site);
    const wrong: ObservabilityArgs = {
      ...said([cluster, cluster, testCluster({ ...site, residency: "US" } as typeof site, "far")]),
      home: testCluster(site, "elsewhere"),
      owner: "The Platform",
      retention: { metricsDays: 401, logsDays: 0, tracesDays: 91 },
      sampling: { traces: 1.5 },
      redaction: { drop: ["Client Address", "a"], hash: ["a", "user.email"] },
      alerts: {
        receivers: [
          { name: "One", kind: "pagerduty", secret: "Pager" },
          { name: "two", kind: "slack", secret: "s", channel: "alerts" },
          { name: "two", kind: "email", secret: "m", to: "a", from: "b", username: "c", server: "mail:25" },
        ],
        routes: { page: [], ticket: ["three"] },
      },
      admin: "Admin_",
      replicas: 0,
      metrics: { kind: "own", roomGb: 9.5 },
    };
    const paths = [
      "clusters[1]",
      "clusters[2]",
      "home",
      "mesh",
      "replicas",
      "retention.metricsDays",
      "metrics.roomGb",
      "owner",
      "retention.logsDays",
      "retention.tracesDays",
      "sampling.traces",
      "redaction",
      "redaction.drop[1]",
      "redaction.hash[1]",
      "admin",
      "alerts.receivers[0].secret",
      "alerts.receivers[0].name",
      "alerts.receivers[1].channel",
      "alerts.receivers[2].name",
      "alerts.receivers[2].to",
      "alerts.receivers[2].from",
      "alerts.receivers[2].server",
      "alerts.routes.page",
      "alerts.routes.ticket[0]",
    ];
    expect(() => planObservability(wrong)).toThrow(expect.objectContaining(errorsAt(...paths)));
  });
});

it("wants somebody who hears, and something that is watched", async () => {
  await record("aws", (site) => {
    const none: ObservabilityArgs = {
      ...said([testCluster(site)]),
      clusters: [],
      alerts: { receivers: [] as Receiver[], routes: { page: ["on-call"], ticket: ["on-call"] } },
    };
    const paths = ["clusters", "home", "alerts.receivers", "alerts.routes.page[0]", "alerts.routes.ticket[0]"];
    expect(() => planObservability(none)).toThrow(expect.objectContaining(errorsAt(...paths)));
  });
});

it("watches the clusters of the mesh, no more and no fewer", async () => {
  await recordEstate((...sites) => {
    type Clusters = [KubernetesCluster, KubernetesCluster, KubernetesCluster];
    const [first, second, third] = sites.map((site) => testCluster(site)) as Clusters;
    const mesh = testMesh([first, second]);
    expect(() => planObservability({ ...said([first, third]), mesh })).toThrow(
      expect.objectContaining(errorsAt("clusters[1]", "mesh")),
    );
    expect(planObservability({ ...said([first, second]), mesh }).mesh).toBe(mesh);
  });
});
