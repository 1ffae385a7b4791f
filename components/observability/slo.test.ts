import { describe, expect, it } from "vitest";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, record } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { Observability, Slo, type SloArgs } from "./index.ts";
import { resolveSlo } from "./slo-plan.ts";
import { errorRatio, sloGroups } from "./slo-rules.ts";
import { said } from "./testing.ts";

const RULE = "kubernetes:monitoring.coreos.com/v1:PrometheusRule";
const service = { namespace: "shop", name: "front" };
const runbook = "https://runbooks.example/front";
const usual = { service, objective: 99.9, runbook } as const;
const withSlo = <T>(use: (args: SloArgs) => T, cloud: (typeof clouds)[number] = "aws") =>
  record(cloud, (site) => {
    const observability = new Observability("watch", said([testCluster(site)]));
    use({ observability, ...usual });
  });

describe("an objective", () => {
  it("is of availability, over 30 days, by the usual burn rates", async () => {
    await withSlo((args) => {
      expect(resolveSlo("front", args)).toMatchObject({ windowDays: 30, indicator: "availability" });
      expect(resolveSlo("front", args).burnRates.map(({ factor }) => factor)).toEqual([14.4, 6, 3, 1]);
    });
  });

  it.each([0, 100, 101, -1, Number.NaN])("of %s is none", async (objective) => {
    await withSlo((args) => {
      const errors = [expect.objectContaining({ propertyPath: "objective" }) as object];
      expect(() => resolveSlo("front", { ...args, objective, burnRates: [] })).toThrow(
        expect.objectContaining({ errors: [...errors, expect.objectContaining({ propertyPath: "burnRates" })] }),
      );
    });
  });

  it("names every mistake at once", async () => {
    await withSlo((args) => {
      const wrong: SloArgs = {
        ...args,
        service: { namespace: "Shop", name: "a_b" },
        objective: 99,
        windowDays: 31,
        indicator: { latencyMs: 300 },
        burnRates: [
          { factor: 100, longMinutes: 60, shortMinutes: 60, severity: "page" },
          { factor: 0.5, longMinutes: 1, shortMinutes: 0, severity: "sms" as "page" },
          { factor: 10, longMinutes: 7200, shortMinutes: 60, severity: "ticket" },
        ],
        runbook: "http://runbooks.example/front",
      };
      const paths = [
        "service.namespace",
        "service.name",
        "windowDays",
        "indicator.latencyMs",
        "burnRates[0].factor",
        "burnRates[0].shortMinutes",
        "burnRates[1].factor",
        "burnRates[1].longMinutes",
        "burnRates[1].shortMinutes",
        "burnRates[1].severity",
        "burnRates[2].longMinutes",
        "runbook",
      ];
      const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
      expect(() => resolveSlo("front", wrong)).toThrow(expect.objectContaining({ errors }));
    });
  });

  it("fits into the days that metrics are kept, and counts over a window", async () => {
    await record("gcp", (site) => {
      const observability = new Observability("watch", {
        ...said([testCluster(site)]),
        retention: { metricsDays: 14 },
      });
      const wrong: SloArgs = { observability, ...usual, indicator: { good: "sum(good)", total: "rate(all[$window])" } };
      const errors = ["windowDays", "indicator.good"].map(
        (propertyPath) => expect.objectContaining({ propertyPath }) as object,
      );
      expect(() => resolveSlo("front", wrong)).toThrow(expect.objectContaining({ errors }));
    });
  });
});

describe("its rules", () => {
  const spec = { service, indicator: "availability" as const };

  it("count what the mesh saw at the called", () => {
    const calls = 'reporter="destination",destination_service_name="front",destination_service_namespace="shop"';
    const good = `sum(rate(istio_requests_total{${calls},response_code=~"[1-4].."}[5m]))`;
    const total = `sum(rate(istio_requests_total{${calls}}[5m]))`;
    expect(errorRatio(spec, "5m")).toBe(`1 - (${good} or vector(0)) / (${total} > 0) or vector(0)`);
  });

  it("count answers within the time", () => {
    const ratio = errorRatio({ ...spec, indicator: { latencyMs: 500 } }, "1h");
    expect(ratio).toContain('istio_request_duration_milliseconds_bucket{reporter="destination"');
    expect(ratio).toContain('le="500"}[1h]');
    expect(ratio).toContain("istio_request_duration_milliseconds_count");
  });

  it("count what is said, over each window", () => {
    const indicator = { good: "rate(ok[$window])", total: "rate(ok[$window]) + rate(bad[$window])" };
    expect(errorRatio({ ...spec, indicator }, "3d")).toBe(
      "1 - (sum(rate(ok[3d])) or vector(0)) / (sum(rate(ok[3d]) + rate(bad[3d])) > 0) or vector(0)",
    );
  });

  it("record every ratio that they read", async () => {
    await withSlo((args) => {
      const rules = sloGroups(resolveSlo("front", args)).flatMap((group) => group.rules);
      const recorded = rules.flatMap(({ record: name }) => name ?? []);
      expect(new Set(recorded).size).toBe(recorded.length);
      const read = rules.flatMap(({ expr }) => expr.match(/slo:errors:ratio_rate\w+/g) ?? []);
      expect(read.length).toBe(9);
      expect(recorded).toEqual(expect.arrayContaining(read));
    });
  });

  it("tell of a burn over the long window that is still there over the short one", async () => {
    await withSlo((args) => {
      const alerts = sloGroups(resolveSlo("front", args))
        .flatMap((group) => group.rules)
        .filter((rule) => rule.alert);
      expect(alerts.map(({ expr, labels }) => `${labels["severity"]}: ${expr}`)).toEqual([
        'page: slo:errors:ratio_rate1h{slo="front"} > 0.0144 and slo:errors:ratio_rate5m{slo="front"} > 0.0144',
        'page: slo:errors:ratio_rate6h{slo="front"} > 0.006 and slo:errors:ratio_rate30m{slo="front"} > 0.006',
        'ticket: slo:errors:ratio_rate1d{slo="front"} > 0.003 and slo:errors:ratio_rate2h{slo="front"} > 0.003',
        'ticket: slo:errors:ratio_rate3d{slo="front"} > 0.001 and slo:errors:ratio_rate6h{slo="front"} > 0.001',
      ]);
      for (const { annotations } of alerts) expect(annotations?.["runbook_url"]).toBe(runbook);
    });
  });
});

describe.each(clouds)("Slo on %s", (cloud) => {
  it("is a rule in the namespace that home's Prometheus reads, and says its budget", async () => {
    let minutes = 0;
    const seen = await withSlo((args) => {
      minutes = new Slo("front", args).budgetMinutes;
    }, cloud);
    expect(one(seen, RULE, "front-rules")).toMatchObject({
      metadata: { name: "slo-front", namespace: "observability" },
    });
    expect(minutes).toBeCloseTo(43.2, 9);
    expect(problemsOf(seen)).toEqual([]);
  });
});
