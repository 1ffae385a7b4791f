import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { testCluster, testNetwork } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { example } from "./example.ts";
import { Observability, type ObservabilityArgs } from "./index.ts";
import { ATTRIBUTES } from "./redaction.ts";
import { CHARTS } from "./releases.ts";
import { joined, said } from "./testing.ts";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const COLLECTOR = "kubernetes:opentelemetry.io/v1beta1:OpenTelemetryCollector";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const BUCKETS = {
  aws: "aws:s3/bucket:Bucket",
  gcp: "gcp:storage/bucket:Bucket",
  azure: "azure-native:storage:BlobContainer",
};

type Pipelines = { readonly metrics: { readonly exporters: readonly string[] } };
const names = (seen: readonly Recorded[], type: string) =>
  seen.filter((it) => it.type === type).map(({ name }) => name);
const parsed = (seen: readonly Recorded[]) =>
  seen
    .filter(({ type }) => type === "kubernetes:core/v1:ConfigMap")
    .filter(({ name }) => name.includes("dashboard"))
    .flatMap(({ inputs }) => Object.values(inputs["data"] as Record<string, string>))
    .map((text) => JSON.parse(text) as { uid: string; panels: { targets: { expr: string }[] }[] });

describe.each(clouds)("Observability on %s", (cloud) => {
  const on = (site: Site, more: Partial<ObservabilityArgs> = {}) =>
    new Observability("watch", { ...said([testCluster(site)]), ...more });
  const build = (more: Partial<ObservabilityArgs> = {}) => record(cloud, (site) => on(site, more));

  it("asks for the same resources", async () => {
    expect(await build()).toMatchSnapshot();
  });

  it("declares objects as their kinds want them, also in its example", async () => {
    expect(problemsOf(await build())).toEqual([]);
    expect(problemsOf(await record(cloud, (site) => example(site)))).toEqual([]);
  });

  it("installs the charts that are listed, at their versions", async () => {
    const releases = (await build()).filter(({ type }) => type === RELEASE);
    const pinned = releases.map(({ inputs }) => [inputs["name"], inputs["version"]]);
    expect(Object.fromEntries(pinned)).toEqual(
      Object.fromEntries(Object.entries(CHARTS).map(([name, { version }]) => [name, version])),
    );
  });

  it("keeps logs and traces in a bucket each, on its own site", async () => {
    const buckets = names(await build(), BUCKETS[cloud]);
    expect(buckets.filter((name) => /watch-\w+-(logs|traces)/.test(name))).toHaveLength(2);
  });

  it("takes telemetry from all namespaces, and opens nothing else to them", async () => {
    const policies = (await build()).filter(({ type, name }) => type === POLICY && name.includes("-traffic-"));
    const open = policies.filter(({ inputs }) => (inputs["spec"] as { ingress?: object }).ingress);
    expect(open.map(({ inputs }) => (inputs["spec"] as { ingress: object }).ingress)).toEqual([
      [{ from: [{ namespaceSelector: {} }], ports: [4317, 4318].map((port) => ({ protocol: "TCP", port })) }],
    ]);
  });

  it("takes personal data and secrets away before anything is sent on", async () => {
    const seen = await build({ redaction: { drop: ["acme.note"], hash: ["acme.customer"] } });
    const { spec } = one(seen, COLLECTOR, `watch-${cloud}-collector-collector`) as {
      spec: {
        config: {
          processors: { attributes: { actions: object[] } };
          service: { pipelines: Record<string, { processors: string[] }> };
        };
      };
    };
    const { actions } = spec.config.processors.attributes;
    expect(actions).toHaveLength(Object.keys(ATTRIBUTES).length + 2);
    expect(actions).toContainEqual({ key: "acme.note", action: "delete" });
    expect(actions).toContainEqual({ key: "acme.customer", action: "hash" });
    for (const { processors } of Object.values(spec.config.service.pipelines)) {
      expect(processors.indexOf("redaction")).toBeGreaterThan(processors.indexOf("k8sattributes"));
    }
  });

  it("keeps the part of traces that is said, and errors unless told not to", async () => {
    const policies = async (sampling: ObservabilityArgs["sampling"] & object) => {
      const { spec } = one(await build({ sampling }), COLLECTOR, `watch-${cloud}-collector-sampler`) as {
        spec: { config: { processors: { tail_sampling: { policies: { name: string }[] } } } };
      };
      return spec.config.processors.tail_sampling.policies;
    };
    const part = { name: "part", type: "probabilistic", probabilistic: { sampling_percentage: 25 } };
    expect(await policies({ traces: 0.25, keepErrors: false })).toEqual([part]);
    expect((await policies({ traces: 0.25 })).map(({ name }) => name)).toEqual(["errors", "part"]);
  });

  it("ends traces and metrics when their days are over", async () => {
    const seen = await build({ retention: { metricsDays: 30, tracesDays: 7, logsDays: 21 } });
    expect(one(seen, "kubernetes:monitoring.coreos.com/v1:Prometheus", `watch-${cloud}-metrics`)).toMatchObject({
      spec: { retention: "30d" },
    });
    expect(one(seen, RELEASE, `watch-${cloud}-release-tempo`)).toMatchObject({
      values: { tempo: { retention: "168h" } },
    });
    expect(one(seen, RELEASE, `watch-${cloud}-release-loki`)).toMatchObject({
      values: { loki: { limits_config: { max_query_lookback: "504h" } } },
    });
  });

  it("has three of Loki where there are several, since two of two would both be needed", async () => {
    const loki = async (replicas: number) => one(await build({ replicas }), RELEASE, `watch-${cloud}-release-loki`);
    const values = (count: number) => ({
      values: { singleBinary: { replicas: count }, loki: { commonConfig: { replication_factor: count } } },
    });
    expect(await loki(1)).toMatchObject(values(1));
    expect(await loki(2)).toMatchObject(values(3));
  });

  it("can be changed, but not so that personal data gets through", async () => {
    const collector = (spec: object) => ({ transform: { kubernetes: { collector: { spec } as never } } });
    const more = await build(collector({ replicas: 5 }));
    expect(one(more, COLLECTOR, `watch-${cloud}-collector-collector`)).toMatchObject({ spec: { replicas: 5 } });
    await record(cloud, (site) => {
      const through = collector({ config: { processors: { redaction: { blocked_values: [] } } } });
      expect(() => on(site, through)).toThrow("a transform breaks an invariant");
    });
  });

  it("shows dashboards that ask for something", async () => {
    const pages = parsed(await build());
    expect(pages.map(({ uid }) => uid)).toEqual(["clusters", "machines", "objectives", "services"]);
    for (const { panels } of pages) {
      for (const { targets } of panels) expect(targets.every(({ expr }) => expr.length > 0)).toBe(true);
    }
  });
});

it("sends metrics to every replica of Prometheus, so that each has all of them", async () => {
  const seen = await record("aws", (site) => new Observability("watch", said([testCluster(site)])));
  const at = (path: string) =>
    [0, 1].map((copy) => `http://metrics-${copy}.observability.svc.cluster.local:9090${path}`);
  const { spec: agent } = one(seen, "kubernetes:monitoring.coreos.com/v1alpha1:PrometheusAgent") as {
    spec: { remoteWrite: { url: string }[] };
  };
  expect(agent.remoteWrite.map(({ url }) => url)).toEqual(at("/api/v1/write"));
  const { spec } = one(seen, COLLECTOR, "collector-collector") as {
    spec: { config: { exporters: Record<string, { endpoint?: string }>; service: { pipelines: Pipelines } } };
  };
  const { exporters, service } = spec.config;
  expect(service.pipelines.metrics.exporters.map((name) => exporters[name]?.endpoint)).toEqual(at("/api/v1/otlp"));
  for (const copy of [0, 1]) {
    expect(one(seen, "kubernetes:core/v1:Service", `service-metrics-${copy}`)).toMatchObject({
      spec: { selector: { "statefulset.kubernetes.io/pod-name": `prometheus-metrics-${copy}` } },
    });
  }
  const alone = await record(
    "aws",
    (site) => new Observability("watch", { ...said([testCluster(site)]), replicas: 1 }),
  );
  expect(one(alone, "kubernetes:monitoring.coreos.com/v1:Prometheus")).toMatchObject({ spec: { replicas: 1 } });
  expect(alone.map(({ name }) => name)).not.toContain("watch-aws-service-metrics-1");
});

describe("over several clusters", () => {
  const estate = () => recordEstate((...sites) => new Observability("watch", joined(sites)));

  it("has metrics, alerts and dashboards on the first alone, and collectors, logs and traces on each", async () => {
    const seen = await estate();
    const on = (end: string) => seen.filter(({ name }) => name.endsWith(end)).map(({ name }) => name);
    expect(on("-release-grafana")).toEqual(["watch-aws-release-grafana"]);
    expect(on("-alertmanager")).toEqual(["watch-aws-alertmanager"]);
    for (const each of ["release-loki", "release-tempo", "agent", "collector-collector", "collector-sampler"]) {
      for (const cloud of clouds) expect(on(`watch-${cloud}-${each}`)).toHaveLength(1);
    }
    expect(problemsOf(seen)).toEqual([]);
  });

  it("names logs and traces of others at home, where the mesh finds their pods", async () => {
    const seen = await estate();
    const service = (name: string) => one(seen, "kubernetes:core/v1:Service", name);
    expect(service("watch-aws-service-logs-gcp")["spec"]).not.toHaveProperty("selector");
    expect(service("watch-gcp-service-logs-gcp")).toMatchObject({
      metadata: { name: "logs-gcp" },
      spec: { selector: { "app.kubernetes.io/name": "loki" } },
    });
  });

  it("keeps logs and traces on their own site, whatever the mesh finds elsewhere", async () => {
    const seen = await estate();
    for (const cloud of clouds) {
      const at = (what: string) => `${what}-${cloud}.observability.svc.cluster.local`;
      const exporters = ["collector", "sampler"].map(
        (name) =>
          (one(seen, COLLECTOR, `watch-${cloud}-collector-${name}`)["spec"] as { config: { exporters: object } }).config
            .exporters,
      );
      expect(exporters).toEqual([
        expect.objectContaining({
          "otlphttp/logs": { endpoint: `http://${at("logs")}:3100/otlp`, tls: { insecure: true } },
        }),
        { otlp: { endpoint: `${at("traces")}:4317`, tls: { insecure: true } } },
      ]);
      for (const other of clouds.filter((it) => it !== cloud)) {
        const named = seen.filter(({ name }) => name === `watch-${other}-service-traces-${cloud}`);
        for (const { inputs } of named) expect(inputs["spec"]).not.toHaveProperty("selector");
      }
    }
  });

  it("is in the mesh: only services are called through it, by those who are known", async () => {
    const seen = await estate();
    for (const cloud of clouds) {
      const agent = one(seen, "kubernetes:monitoring.coreos.com/v1alpha1:PrometheusAgent", `watch-${cloud}-agent`);
      const { services } = testNetwork(cloud).allocation;
      expect(agent).toMatchObject({
        spec: { podMetadata: { annotations: { "traffic.sidecar.istio.io/includeOutboundIPRanges": services } } },
      });
    }
    const allowed = seen.filter(({ type }) => type === "kubernetes:security.istio.io/v1:AuthorizationPolicy");
    expect(JSON.stringify(allowed)).toContain("mesh.example/ns/observability/sa/agent");
  });
});
