import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { Resource } from "@pulumi/pulumi";
import { DASHBOARDS, dashboardJson } from "../dashboards.ts";
import { datasourcesOf } from "../datasources.ts";
import { grafanaValues } from "../grafana-values.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import type { WayHome } from "../way-home.ts";
import { release } from "./release.ts";

/** What shows everything to people: its pages lie in config maps, nobody changes them by hand. */
export function grafana(
  scope: ObservabilityScope,
  plan: ObservabilityPlan,
  { source, grafana: asking }: WayHome,
  after: readonly Resource[],
) {
  const pages = DASHBOARDS.map(
    (page) =>
      new ConfigMap(
        ...scope.child(
          "dashboard",
          {
            metadata: { name: `dashboard-${page.name}`, namespace: NAMESPACE },
            data: { [`${page.name}.json`]: dashboardJson(page, source.type) },
          },
          { of: page.name, dependsOn: [...after] },
        ),
      ),
  );
  const dashboards = DASHBOARDS.map(({ name }) => name);
  const values = grafanaValues(plan, { datasources: datasourcesOf(plan, source), dashboards, asking });
  const waits = typeof plan.admin === "string";
  return release(scope, "grafana", NAMESPACE, values, [...pages, ...after], { waits });
}
