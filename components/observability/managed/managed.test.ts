import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Cloud, Site } from "../../core/site.ts";
import { testCluster } from "../../core/testing/estate.ts";
import { one, type Recorded, record, recordEstate } from "../../core/testing.ts";
import { Issuer } from "../../identity/index.ts";
import { problemsOf } from "../../objects/testing.ts";
import { Alert, Observability, type ObservabilityArgs, Slo } from "../index.ts";
import { planObservability } from "../plan.ts";
import { managed, testMesh } from "../testing.ts";
import { azureGroup } from "./azure-rules.ts";
import { example } from "./example.ts";

const AGENT = "kubernetes:monitoring.coreos.com/v1alpha1:PrometheusAgent";
const usual = {
  service: { namespace: "shop", name: "front" },
  objective: 99.9,
  runbook: "https://runbooks.example/front",
};
const offered = ["aws", "azure"] as const;
const build = (cloud: Cloud, more: Partial<ObservabilityArgs> = {}) =>
  record(cloud, (site) => {
    const observability = new Observability("watch", { ...managed([testCluster(site)]), ...more });
    new Slo("front", { observability, ...usual });
    new Alert("errors", { observability, ...usual, expression: "up == 0", severity: "page", summary: "gone" });
  });
const ofType = (seen: readonly Recorded[], end: string) => seen.filter(({ type }) => type.endsWith(end));

describe.each(offered)("metrics in the service of %s", (cloud) => {
  it("ask for the same resources", async () => {
    const seen = await build(cloud);
    expect(
      seen.filter(({ type, name }) => !type.startsWith("kubernetes:") && name.includes("-metrics")),
    ).toMatchSnapshot();
    expect(ofType(seen, cloud === "aws" ? ":RuleGroupNamespace" : ":PrometheusRuleGroup")).toMatchSnapshot();
  });

  it("need no Prometheus and no Alertmanager of our own, and every object is as its kind wants it", async () => {
    const seen = await build(cloud);
    expect(
      seen.filter(({ type }) => /:(Prometheus|Alertmanager|AlertmanagerConfig|PrometheusRule)$/.test(type)),
    ).toEqual([]);
    expect(problemsOf(seen)).toEqual([]);
    expect(problemsOf(await record(cloud, (site) => example(site)))).toEqual([]);
  });

  it("are written by the agent and asked by Grafana, each as an identity that may nothing else", async () => {
    const seen = await build(cloud);
    const names = seen.filter(({ type }) => /:(RolePolicy|RoleAssignment)$/.test(type)).map(({ name }) => name);
    const rights = names.filter((name) => name.startsWith("watch-metrics-"));
    expect(rights).toEqual(["watch-metrics-read-watch-grafana", "watch-metrics-write-watch-agents"]);
    const { spec } = one(seen, AGENT) as { spec: { remoteWrite: object[] } };
    const proof = { aws: { sigv4: { region: "eu-west-1" } }, azure: { azureAd: { cloud: "AzurePublic", sdk: {} } } };
    expect(spec.remoteWrite).toEqual([expect.objectContaining(proof[cloud])]);
    expect(JSON.stringify(spec)).not.toMatch(/basicAuth|bearer|accessKey|clientSecret/i);
  });

  it("take what workloads sent to collectors by the agent too", async () => {
    const seen = await build(cloud);
    expect(one(seen, AGENT)).toMatchObject({ spec: { enableOTLPReceiver: true } });
    expect(one(seen, "kubernetes:core/v1:Service", "service-metrics")).toMatchObject({
      spec: { selector: { "app.kubernetes.io/name": "prometheus-agent" } },
    });
  });

  it("let agents and Grafana reach the cloud, and nobody else more than before", async () => {
    const policies = ofType(await build(cloud), ":NetworkPolicy");
    const open = policies.filter(({ inputs }) => JSON.stringify(inputs).includes("0.0.0.0/0"));
    expect(open.map(({ inputs }) => (inputs["metadata"] as { name: string }).name).sort()).toEqual([
      "logs",
      "reading",
      "shown",
      "traces",
    ]);
  });

  it("have rules that can be changed where they are kept", async () => {
    const tags = { tags: { team: "shop" } };
    const seen = await record(cloud, (site) => {
      const observability = new Observability("watch", managed([testCluster(site)]));
      const transform = { aws: { rules: tags }, azure: { rules: tags } };
      new Slo("front", { observability, ...usual, transform });
    });
    const kept = ofType(seen, cloud === "aws" ? ":RuleGroupNamespace" : ":PrometheusRuleGroup");
    expect(kept.length).toBeGreaterThan(0);
    for (const { inputs } of kept) expect(inputs["tags"]).toMatchObject({ team: "shop" });
  });

  it("tell those who have an address, by severity", async () => {
    const seen = await build(cloud);
    const people = cloud === "aws" ? ofType(seen, ":TopicSubscription") : ofType(seen, ":ActionGroup");
    expect(JSON.stringify(people.map(({ inputs }) => inputs))).toContain("on-call@acme.example");
    expect(people).toHaveLength(2);
  });
});

describe("where home is", () => {
  const errorsOf = async (cloud: Cloud, more: (site: Site) => Partial<ObservabilityArgs> = () => ({})) => {
    let errors: { propertyPath: string; reason: string }[] = [];
    await record(cloud, (site) => {
      try {
        planObservability({ ...managed([testCluster(site)]), ...more(site) });
      } catch (error) {
        ({ errors } = error as { errors: typeof errors });
      }
    });
    return errors.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
  };

  it("Google Cloud, it is refused by name, with what to do", async () => {
    expect(await errorsOf("gcp")).toEqual([
      expect.stringMatching(/^metrics.kind is not for home on Google Cloud.*AWS or Azure/),
    ]);
  });

  it("Azure, the days are Azure's and the key is Microsoft's", async () => {
    const key = { cloud: "azure", name: "k" } as never;
    expect(
      await errorsOf("azure", () => ({
        retention: { metricsDays: 90 },
        metrics: { kind: "managed", encryption: { key } },
      })),
    ).toEqual([
      "retention.metricsDays must be left out or 540: Azure Monitor keeps metrics for 18 months, got 90",
      expect.stringContaining("metrics.encryption.key is not for Azure"),
    ]);
    expect(await errorsOf("azure")).toEqual([]);
  });

  it("AWS, days and the key's cloud have limits", async () => {
    const key = { cloud: "gcp", name: "k" } as never;
    const wrong = { retention: { metricsDays: 1096 }, metrics: { kind: "managed", encryption: { key } } } as const;
    expect(await errorsOf("aws", () => wrong)).toEqual([
      "retention.metricsDays must be 1 to 1095, got 1096",
      "metrics.encryption.key is a key on gcp, and metrics are kept on aws",
    ]);
  });

  it("somewhere, issuers are of its account, and of clusters that are watched", async () => {
    await recordEstate((aws, gcp) => {
      const clusters = [aws, gcp].map((site) => testCluster(site));
      const stranger = new Issuer("stranger", { site: gcp, of: { cluster: testCluster(gcp, "other") } });
      const metrics = { kind: "managed", issuers: [stranger] } as const;
      const errors = ["signs for none of clusters", "must be made in home's account"].map((reason) => ({
        propertyPath: "metrics.issuers[0]",
        reason: expect.stringContaining(reason) as string,
      }));
      expect(() => planObservability({ ...managed(clusters), mesh: testMesh(clusters), metrics })).toThrow(
        expect.objectContaining({ errors }),
      );
    });
  });

  it.each(offered)("%s, a pager that needs a secret is refused, with its source", async (cloud) => {
    const alerts = {
      receivers: [{ name: "pager", kind: "pagerduty" as const, secret: "pager" }],
      routes: { page: ["pager"], ticket: ["pager"] },
    };
    expect(await errorsOf(cloud, () => ({ alerts }))).toEqual([
      expect.stringMatching(
        /^alerts.receivers\[0\].kind must be address where metrics are managed, got pagerduty: .{20}/,
      ),
    ]);
  });

  it("anywhere, an address is nobody whom our own Alertmanager could write to", async () => {
    expect(await errorsOf("gcp", () => ({ metrics: { kind: "own" } }))).toEqual([
      expect.stringMatching(/^alerts.receivers\[0\].kind must not be address/),
    ]);
  });
});

it("are as their kinds want them in the example over several clouds", async () => {
  expect(problemsOf(await recordEstate(example))).toEqual([]);
});

it("are written from other clouds by a token of the cluster, which home's account believes", async () => {
  const seen = await recordEstate((...sites) => {
    const clusters = sites.map((site) => testCluster(site));
    new Observability("watch", { ...managed(clusters), mesh: testMesh(clusters) });
  });
  for (const cloud of ["gcp", "azure"]) {
    const { spec } = one(seen, AGENT, `watch-${cloud}-agent`) as {
      spec: { containers: { env: { name: string }[] }[] };
    };
    expect(spec.containers[0]?.env.map(({ name }) => name)).toEqual(["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"]);
    expect(JSON.stringify(spec)).toContain('"audience":"sts.amazonaws.com"');
  }
  const role = one(seen, "aws:iam/role:Role", "watch-agents-role")["assumeRolePolicy"] as string;
  expect(role.match(/system:serviceaccount:observability:agent/g)).toHaveLength(2);
  expect(problemsOf(seen)).toEqual([]);
});

it("take issuers that an account has already", async () => {
  const seen = await recordEstate((aws, gcp) => {
    const clusters = [aws, gcp].map((site) => testCluster(site));
    const [, other] = clusters;
    if (other === undefined) throw new Error("two clusters");
    const issuers = [new Issuer("shared", { site: aws, of: { cluster: other } })];
    new Observability("watch", {
      ...managed(clusters),
      metrics: { kind: "managed", issuers },
      mesh: testMesh(clusters),
    });
  });
  expect(ofType(seen, ":OpenIdConnectProvider")).toHaveLength(1);
});

it("has its alert manager send each severity to a topic that it alone publishes to", async () => {
  const seen = await build("aws");
  const { definition } = one(seen, "aws:amp/alertManagerDefinition:AlertManagerDefinition") as { definition: string };
  const { alertmanager_config: text } = parse(definition) as { alertmanager_config: string };
  const { route, receivers } = parse(text) as {
    route: { routes: { receiver: string; matchers: string[] }[] };
    receivers: { name: string; sns_configs: { topic_arn: string }[] }[];
  };
  expect(route.routes.map(({ receiver, matchers }) => [receiver, ...matchers])).toEqual([
    ["page", 'severity="page"'],
    ["ticket", 'severity="ticket"'],
  ]);
  expect(receivers.map(({ name, sns_configs }) => [name, sns_configs[0]?.topic_arn])).toEqual(
    ["page", "ticket"].map((severity) => [severity, `arn:watch-metrics-topic-${severity}`]),
  );
  for (const { inputs } of ofType(seen, ":TopicPolicy")) {
    expect(JSON.parse(inputs["policy"] as string)).toMatchObject({
      Statement: [
        { Principal: { Service: "aps.amazonaws.com" }, Condition: expect.anything() as object },
        { Effect: "Deny" },
      ],
    });
  }
});

it("asks rules once a minute at most on Azure, and tells whom the severity says", () => {
  const rule = { alert: "Gone", expr: "up == 0", for: "90s", labels: { severity: "ticket" } };
  const { interval, rules } = azureGroup(
    { name: "g", interval: "30s", rules: [rule] },
    (severity) => `group-${severity}`,
  );
  expect(interval).toBe("PT1M");
  expect(rules).toEqual([
    expect.objectContaining({ severity: 3, for: "PT1M30S", actions: [{ actionGroupId: "group-ticket" }] }),
  ]);
  expect(azureGroup({ name: "g", interval: "5m", rules: [] }, String).interval).toBe("PT5M");
  expect(azureGroup({ name: "g", rules: [{ ...rule, for: "0s" }] }, String).rules[0]).not.toHaveProperty("for");
});
