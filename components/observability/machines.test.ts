import { describe, expect, it } from "vitest";
import type { Cloud } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, record } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { Observability, type ObservabilityArgs } from "./index.ts";
import { joined, said } from "./testing.ts";

const COLLECTOR = "kubernetes:opentelemetry.io/v1beta1:OpenTelemetryCollector";
interface Spec {
  readonly mode: string;
  readonly replicas?: number;
  readonly volumes?: readonly object[];
  readonly volumeMounts?: readonly object[];
  readonly podSecurityContext: object;
  readonly securityContext: object;
  readonly config: {
    readonly receivers: Readonly<Record<string, object>>;
    readonly exporters: object;
    readonly processors: { readonly resource: { readonly attributes: readonly object[] } };
    readonly service: { readonly pipelines: Readonly<Record<string, object>> };
  };
}
const build = (cloud: Cloud, more: Partial<ObservabilityArgs> = {}, environment: "prod" | "dev" = "prod") =>
  record(cloud, (site) => new Observability("watch", { ...said([testCluster({ ...site, environment })]), ...more }));
const readerOf = async (...args: Parameters<typeof build>) => {
  const seen = await build(...args);
  return { seen, spec: one(seen, COLLECTOR, "-machines")["spec"] as Spec };
};
// by a name that no other cluster's collectors have
const toCollectors = (cloud: Cloud) => ({
  otlp: { endpoint: `collector-${cloud}.observability.svc.cluster.local:4317`, tls: { insecure: true } },
});

describe.each(["aws", "azure"] as const)("the output of pods on %s", (cloud) => {
  it("is read on each machine, and goes through what takes personal data out", async () => {
    const { seen, spec } = await readerOf(cloud);
    expect(spec.mode).toBe("daemonset");
    expect(spec.config.receivers["filelog"]).toMatchObject({ include: ["/var/log/pods/*/*/*.log"] });
    expect(spec.config.exporters).toEqual(toCollectors(cloud));
    expect(problemsOf(seen)).toEqual([]);
  });

  it("is all of the machine that its reader sees, without a capability and without writing", async () => {
    const { seen, spec } = await readerOf(cloud);
    expect(spec.volumes).toEqual([{ name: "pod-logs", hostPath: { path: "/var/log/pods", type: "Directory" } }]);
    expect(spec.volumeMounts).toEqual([{ name: "pod-logs", mountPath: "/var/log/pods", readOnly: true }]);
    expect(spec.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      readOnlyRootFilesystem: true,
    });
    expect(spec.podSecurityContext).toMatchObject({ runAsUser: 0 });
    expect(one(seen, "kubernetes:core/v1:Namespace", `watch-${cloud}-machines-namespace`)).toMatchObject({
      metadata: {
        labels: { "pod-security.kubernetes.io/enforce": "privileged" },
        annotations: { "kubernetes.io/description": expect.stringContaining("output") as string },
      },
    });
  });

  it("may be left alone: then its namespace is as restricted as all", async () => {
    const { seen, spec } = await readerOf(cloud, { machines: { podOutput: false } });
    expect(spec.config.receivers).not.toHaveProperty("filelog");
    expect(spec.volumes).toBeUndefined();
    expect(spec.podSecurityContext).toMatchObject({ runAsNonRoot: true });
    expect(JSON.stringify(seen)).not.toMatch(/"pod-security.kubernetes.io\/enforce":"privileged"/);
  });
});

it("is not kept twice where Cloud Logging has it", async () => {
  const { spec } = await readerOf("gcp");
  expect(Object.keys(spec.config.receivers)).toEqual(["hostmetrics", "kubeletstats"]);
  const { spec: dev } = await readerOf("gcp", {}, "dev");
  expect(dev.config.receivers).toHaveProperty("filelog");
  const { spec: asked } = await readerOf("gcp", { machines: { podOutput: true } });
  expect(asked.config.receivers).toHaveProperty("filelog");
});

describe.each(clouds)("on %s", (cloud) => {
  it("machines are asked by an account that may read what kubelets count, and nothing else", async () => {
    const { seen, spec } = await readerOf(cloud);
    expect(spec.config.receivers["kubeletstats"]).toMatchObject({ auth_type: "serviceAccount" });
    // who does not check whom it speaks with gives its token to anybody
    expect(JSON.stringify(spec)).not.toContain("insecure_skip_verify");
    expect(one(seen, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "role-machines")["rules"]).toEqual([
      { apiGroups: [""], resources: ["nodes/stats"], verbs: ["get"] },
    ]);
  });

  it("what happens to objects is written down once", async () => {
    const spec = one(await build(cloud), COLLECTOR, "collector-events")["spec"] as Spec;
    expect(spec.replicas).toBe(1);
    expect(spec.config.exporters).toEqual(toCollectors(cloud));
    expect(spec.config.processors.resource.attributes).toContainEqual({
      key: "k8s.cluster.name",
      value: cloud,
      action: "upsert",
    });
    expect(spec.config.receivers["k8sobjects"]).toMatchObject({ objects: [{ name: "events", mode: "watch" }] });
  });

  it("series of two machines or containers stay two", async () => {
    const { spec } = one(await build(cloud), "kubernetes:monitoring.coreos.com/v1:Prometheus") as {
      spec: { otlp: { promoteResourceAttributes: string[] } };
    };
    expect(spec.otlp.promoteResourceAttributes).toEqual(
      expect.arrayContaining(["k8s.cluster.name", "k8s.node.name", "k8s.pod.name", "k8s.container.name"]),
    );
  });
});

it("is in the mesh, where readers see the collectors and nobody else", async () => {
  const seen = await record("aws", (site) => new Observability("watch", joined([site])));
  expect(one(seen, "kubernetes:core/v1:Namespace", "aws-machines-namespace")).toMatchObject({
    metadata: { labels: { "istio-injection": "enabled" } },
  });
  const sight = seen.filter(({ type }) => type.endsWith(":Sidecar")).map(({ inputs }) => JSON.stringify(inputs));
  expect(sight.find((text) => text.includes('"namespace":"machines"'))).toContain("observability/*");
});
