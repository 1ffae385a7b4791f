import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, record } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { balanced, resolveAlert } from "./alert-args.ts";
import { Alert, type AlertArgs, Observability } from "./index.ts";
import { quoted } from "./promql.ts";
import { said } from "./testing.ts";

const usual = {
  expression: "sum(rate(errors[5m])) > 1",
  severity: "page",
  summary: "errors",
  runbook: "https://runbooks.example/errors",
} as const;

it("names every mistake at once", async () => {
  await record("azure", (site) => {
    const observability = new Observability("watch", said([testCluster(site)]));
    expect(resolveAlert("errors", { observability, ...usual }).forSeconds).toBe(300);
    const wrong: AlertArgs = {
      observability,
      expression: "sum(rate(errors[5m)) > 1",
      forSeconds: -1,
      severity: "loud" as "page",
      summary: "one\ntwo",
      runbook: "runbooks.example/errors",
    };
    const paths = ["expression", "forSeconds", "severity", "summary", "runbook"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveAlert("errors", wrong)).toThrow(expect.objectContaining({ errors }));
    expect(() => resolveAlert("errors", { observability, ...usual, expression: " " })).toThrow(
      expect.objectContaining({ errors: [{ propertyPath: "expression", reason: "must say what is wrong" }] }),
    );
  });
});

it("sees no brackets within quotes", () => {
  fc.assert(fc.property(fc.string(), (value) => balanced(`up{job=${quoted(value)}}`)));
  expect(["(", "(]", ")(", "{[}]"].map(balanced)).toEqual([false, false, false, false]);
});

describe.each(clouds)("Alert on %s", (cloud) => {
  it("is a rule with a runbook, whose severity somebody hears", async () => {
    const seen = await record(cloud, (site) => {
      const observability = new Observability("watch", said([testCluster(site)]));
      new Alert("many-errors", { observability, ...usual, forSeconds: 60 });
    });
    const { spec } = one(seen, "kubernetes:monitoring.coreos.com/v1:PrometheusRule", "many-errors-rules");
    expect(spec).toEqual({
      groups: [
        {
          name: "alert-many-errors",
          rules: [
            {
              alert: "ManyErrors",
              expr: usual.expression,
              for: "60s",
              labels: { severity: "page" },
              annotations: { summary: "errors", runbook_url: usual.runbook },
            },
          ],
        },
      ],
    });
    expect(problemsOf(seen)).toEqual([]);
  });
});
