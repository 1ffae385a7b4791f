import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { one, record } from "../core/testing.ts";
import { resolveNamespace } from "./args.ts";
import { type Egress, Namespace, type NamespaceArgs } from "./index.ts";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const build = (more: Partial<NamespaceArgs> = {}) =>
  record("aws", (site) => new Namespace("shop", { cluster: testCluster(site as Site), ...more }));

describe("resolveNamespace", () => {
  it("names every mistake at once", async () => {
    await record("aws", (site) => {
      const wrong: NamespaceArgs = {
        cluster: testCluster(site),
        name: "kube-Shop",
        podSecurity: "privileged" as "baseline",
        quota: { cpus: 0, memoryGb: 0.5, pods: -1 },
        egress: [{ cidr: "10.0.0.0", ports: [] }],
        ingress: [{ namespace: "gateways", ports: [0] }],
        labels: { "istio-injection": "disabled" },
      };
      const paths = [
        "name",
        "name",
        "podSecurity",
        "quota.cpus",
        "quota.memoryGb",
        "quota.pods",
        "egress[0].ports",
        "egress[0].cidr",
        "ingress[0].ports[0]",
        "labels.istio-injection",
      ];
      const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
      expect(() => resolveNamespace("shop", wrong)).toThrow(expect.objectContaining({ errors }));
    });
  });
});

it("lets pods be privileged where somebody says why, in its own words", async () => {
  const reason = "its pods read what others write to their output";
  const seen = await build({ podSecurity: { privileged: reason } });
  expect(one(seen, "kubernetes:core/v1:Namespace")).toMatchObject({
    metadata: {
      annotations: { "kubernetes.io/description": reason },
      labels: { "pod-security.kubernetes.io/enforce": "privileged" },
    },
  });
  await record("aws", (site) => {
    const errors = [expect.objectContaining({ propertyPath: "podSecurity.privileged" }) as object];
    expect(() =>
      resolveNamespace("shop", { cluster: testCluster(site), podSecurity: { privileged: "because" } }),
    ).toThrow(expect.objectContaining({ errors }));
  });
});

describe("Namespace", () => {
  it("asks for the same objects", async () => {
    const egress = [
      { namespace: "payments", ports: [8443] },
      { cidr: "0.0.0.0/0", except: ["10.0.0.0/8"], ports: [443] },
      "apiServer",
    ] as const;
    expect(await build({ egress, ingress: [{ namespace: "gateways", ports: [8080] }] })).toMatchSnapshot();
  });

  it.each([
    ["aws", ["169.254.170.23/32"]],
    ["gcp", ["169.254.169.254/32", "169.254.169.252/32"]],
    ["azure", []],
  ] as const)(
    "lets pods on %s have their cloud's tokens where that is asked for, and nothing beside",
    async (cloud, at) => {
      const reached = async (egress: readonly Egress[]) => {
        const seen = await record(cloud, (site: Site) => new Namespace("shop", { cluster: testCluster(site), egress }));
        return JSON.stringify(seen.filter(({ type }) => type === POLICY)).match(/169[.]254[.]1[0-9.]+[/]32/g) ?? [];
      };
      expect(await reached(["tokens"])).toEqual(at);
      expect(await reached([])).toEqual([]);
    },
  );

  it("is closed where nothing is opened", async () => {
    const seen = await build();
    const opened = seen.filter(({ type }) => type === POLICY).map(({ name }) => name);
    expect(opened).toEqual(["shop-policy-default-deny", "shop-policy-names", "shop-policy-own-pods"]);
    expect(one(seen, POLICY, "default-deny")).toMatchObject({
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], ingress: [], egress: [] },
    });
  });

  it("is in the mesh where asked to be", async () => {
    const label = '"istio-injection":"enabled"';
    expect(JSON.stringify(await build())).not.toContain(label);
    expect(JSON.stringify(await build({ mesh: true }))).toContain(label);
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const labels = { metadata: { labels: { "pod-security.kubernetes.io/enforce": "privileged" } } };
    await expect(build({ transform: { kubernetes: { namespace: labels } } })).rejects.toThrow(
      "a transform breaks an invariant",
    );
    const harmless = { spec: { hard: { pods: "7" } } };
    expect(JSON.stringify(await build({ transform: { kubernetes: { quota: harmless } } }))).toContain('"pods":"7"');
  });
});
