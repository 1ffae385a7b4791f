import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { Secret } from "../secret/index.ts";
import { Observability, type ObservabilityArgs } from "./index.ts";
import { planObservability } from "./plan.ts";
import { said } from "./testing.ts";

const data = { class: "confidential", owner: "platform", retentionDays: 30 } as const;
const holding = (site: Site, of: Site = site): ObservabilityArgs => {
  const home = testCluster(site);
  const usual = said([home]);
  return {
    ...usual,
    addons: new Addons("addons", { cluster: home, only: ["external-secrets"] }),
    admin: new Secret("grafana-admin", { site: of, data }),
    alerts: {
      receivers: [
        { name: "on-call", kind: "pagerduty", secret: new Secret("pager", { site: of, data }) },
        { name: "team", kind: "slack", channel: "#a", secret: "team-slack" },
      ],
      routes: { page: ["on-call"], ticket: ["team"] },
    },
  };
};

describe.each(clouds)("secrets on %s", (cloud) => {
  it("are copied to where they are read, and read where they are copied", async () => {
    const seen = await record(cloud, (site) => new Observability("watch", holding(site)));
    const copies = seen.filter(({ type }) => type.endsWith(":ExternalSecret"));
    expect(copies.map(({ inputs }) => inputs["metadata"])).toEqual([
      { name: "grafana-admin", namespace: "observability" },
      { name: "receiver-on-call", namespace: "observability" },
    ]);
    const { spec } = one(seen, "kubernetes:monitoring.coreos.com/v1alpha1:AlertmanagerConfig") as {
      spec: { receivers: Record<string, object[]>[] };
    };
    expect(spec.receivers[0]?.["pagerdutyConfigs"]?.[0]).toMatchObject({
      routingKey: { name: "receiver-on-call", key: "value" },
    });
    expect(spec.receivers[1]?.["slackConfigs"]?.[0]).toMatchObject({ apiURL: { name: "team-slack", key: "url" } });
    expect(problemsOf(seen)).toEqual([]);
  });

  it("may come later: nothing waits for Grafana then", async () => {
    const grafana = one(
      await record(cloud, (site) => new Observability("watch", holding(site))),
      "kubernetes:helm.sh/v3:Release",
      "release-grafana",
    );
    expect(grafana).toMatchObject({
      skipAwait: true,
      values: {
        admin: { existingSecret: "grafana-admin", passwordKey: "value" },
        env: { GF_SECURITY_ADMIN_USER: "admin" },
      },
    });
    expect(grafana).not.toHaveProperty("atomic");
  });
});

it("must be of home's account, and need who copies them", async () => {
  await recordEstate((aws, gcp) => {
    const { addons: _none, ...without } = holding(aws, gcp);
    const errors = (["addons", "admin", "addons", "alerts.receivers[0].secret"] as const).map(
      (propertyPath) => expect.objectContaining({ propertyPath }) as object,
    );
    expect(() => planObservability(without)).toThrow(expect.objectContaining({ errors }));
  });
  await record("aws", (site) => {
    const addons = new Addons("few", { cluster: testCluster(site), only: ["keda"] });
    const reasons = [
      "must have external-secrets, which copies admin",
      expect.stringContaining("receivers[0]") as string,
    ];
    expect(() => planObservability({ ...holding(site), addons })).toThrow(
      expect.objectContaining({ errors: reasons.map((reason) => ({ propertyPath: "addons", reason })) }),
    );
  });
});
