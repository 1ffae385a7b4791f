import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { testCluster } from "../core/testing/estate.ts";
import { one, type Recorded, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { type MeshArgs, ServiceMesh } from "./index.ts";

const policy = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const jwt = [{ issuer: "https://id.acme.example", jwksUri: "https://id.acme.example/keys", audiences: ["shop"] }];
const invoices = { namespace: "billing", labels: { app: "invoices" } };
const host = "invoices.billing.svc.cluster.local";
const orders = { namespace: "shop", serviceAccount: "orders" };
const seenOf = (say: (mesh: ServiceMesh) => unknown, more: Partial<MeshArgs> = {}): Promise<Recorded[]> =>
  recordEstate((...sites) => {
    const clusters = sites.map((site) => ({ ...testCluster(site), version: "1.35" }));
    say(
      new ServiceMesh("mesh", { clusters, trustDomain: "mesh.acme.example", trust: { kind: "selfSigned" }, ...more }),
    );
  });
const paths = (...all: readonly string[]) =>
  expect.objectContaining({
    errors: all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object),
  }) as Error;

describe("what is said in a mesh", () => {
  const all = () =>
    seenOf(
      (mesh) => {
        mesh.sees("shop", ["billing"]);
        mesh.allow("orders", { from: [orders], to: invoices, ports: [8080], methods: ["POST"], paths: ["/invoices"] });
        mesh.allow("near", { from: [orders], to: { namespace: "shop" }, clusters: ["gcp"] });
        mesh.open("metrics", { ...invoices, ports: [9090] });
        mesh.admit("edge", { namespace: "ingress", labels: { istio: "ingress" }, jwt, publicPaths: ["/healthz"] });
        mesh.allow("from-edge", { from: [{ namespace: "ingress", serviceAccount: "gateway" }], to: invoices });
        mesh.route("invoices", {
          namespace: "billing",
          host,
          to: [{ host, port: 80, weight: 100 }],
          timeoutSeconds: 6,
        });
        mesh.limit("invoices", { ...invoices, requestsPerSecond: 50, burst: 10 });
      },
      {
        egress: [{ name: "any", hosts: ["*.acme.example"], clusters: ["gcp"] }],
        telemetry: { service: "collector.observability.svc.cluster.local" },
      },
    );

  it("has the fields of Istio's kinds, and no others", async () => {
    expect(problemsOf(await all())).toEqual([]);
  });

  it("sends what is known of a workload to its own cluster's collector, whatever becomes of that", async () => {
    const { data } = one(await all(), "kubernetes:core/v1:ConfigMap", "aws-mesh-settings") as {
      data: { mesh: string };
    };
    const { serviceSettings } = parse(data.mesh) as { serviceSettings: { settings: object; hosts: string[] }[] };
    const local = serviceSettings.filter(({ settings }) => "clusterLocal" in settings).flatMap(({ hosts }) => hosts);
    expect(local).toContain("collector.observability.svc.cluster.local");
  });

  it("is the same in every cluster, or in those named", async () => {
    const seen = await all();
    const at = (ending: string) => seen.filter(({ name }) => name.endsWith(ending)).map(({ name }) => name);
    for (const said of [
      "allowed-orders",
      "opened-metrics",
      "admitted-edge",
      "tokens-edge",
      "route-invoices",
      "visible-shop",
    ]) {
      expect(at(said)).toEqual(["aws", "azure", "gcp"].map((cluster) => `mesh-${cluster}-${said}`));
    }
    expect([...at("allowed-near"), ...at("outside-any")]).toEqual(["mesh-gcp-allowed-near", "mesh-gcp-outside-any"]);
  });

  it("lets one identity call one workload", async () => {
    expect(one(await all(), policy, "aws-allowed-orders")).toMatchObject({
      metadata: { namespace: "billing" },
      spec: {
        action: "ALLOW",
        selector: { matchLabels: { app: "invoices" } },
        rules: [
          {
            from: [{ source: { principals: ["mesh.acme.example/ns/shop/sa/orders"] } }],
            to: [{ operation: { ports: ["8080"], methods: ["POST"], paths: ["/invoices"] } }],
          },
        ],
      },
    });
  });

  it("opens the network as far as the right goes, and to what every proxy needs", async () => {
    const seen = await all();
    const type = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    expect(one(seen, type, "aws-way-allow-orders-billing")["spec"]).toMatchObject({
      podSelector: { matchLabels: { app: "invoices" } },
      ingress: [
        { from: [{}, { podSelector: { matchLabels: { istio: "eastwestgateway" } } }], ports: [{ port: 8080 }] },
      ],
    });
    expect(one(seen, type, "aws-way-call-orders-shop")["spec"]).toMatchObject({
      policyTypes: ["Egress"],
      egress: [{ to: [{ podSelector: { matchLabels: { app: "invoices" } } }], ports: [{ port: 8080 }] }],
    });
    const { egress } = one(seen, type, "gcp-way-mesh-shop")["spec"] as {
      egress: { ports: { port: number }[]; to: object[] }[];
    };
    expect(egress.map(({ ports, to }) => [ports[0]?.port, to.length])).toEqual([
      [15_012, 1],
      [4317, 1],
      [15_443, 4],
    ]);
  });

  it("asks for a token at the edge, but for what is public", async () => {
    const seen = await all();
    expect(one(seen, policy, "azure-admitted-edge")["spec"]).toMatchObject({
      rules: [
        { from: [{ source: { requestPrincipals: ["https://id.acme.example/*"] } }] },
        { to: [{ operation: { paths: ["/healthz"] } }] },
      ],
    });
    expect(
      one(seen, "kubernetes:security.istio.io/v1:RequestAuthentication", "azure-tokens-edge")["spec"],
    ).toMatchObject({
      jwtRules: [{ audiences: ["shop"], forwardOriginalToken: true }],
    });
  });

  it("turns away what is more than a pod takes", async () => {
    const { spec } = one(await all(), "kubernetes:networking.istio.io/v1alpha3:EnvoyFilter", "gcp-limit-invoices");
    const bucket = { max_tokens: 60, tokens_per_fill: 50, fill_interval: "1s" };
    expect(spec).toMatchObject({
      configPatches: [{ patch: { value: { typed_config: { token_bucket: bucket } } } }],
    });
  });
});

describe("what nobody says by mistake", () => {
  it.each<[string, (mesh: ServiceMesh) => unknown, readonly string[]]>([
    [
      "a right to call",
      (mesh) =>
        mesh.allow("Orders", {
          from: [
            { namespace: "shop", serviceAccount: "default" },
            { namespace: "Shop", serviceAccount: "" },
          ],
          to: { namespace: "billing" },
          ports: [70_000],
          methods: ["FETCH"],
          paths: ["orders"],
          clusters: ["moon"],
        }),
      [
        "name",
        "from[0].serviceAccount",
        "from[0].namespace",
        "from[1].namespace",
        "from[1].serviceAccount",
        "from[1].namespace",
        "ports",
        "methods",
        "paths",
        "clusters",
      ],
    ],
    ["a right of nobody", (mesh) => mesh.allow("all", { from: [], to: invoices, ports: [] }), ["from", "ports"]],
    [
      "a call of what is not seen",
      (mesh) => {
        mesh.sees("shop", ["mail"]);
        mesh.allow("orders", { from: [orders], to: invoices });
      },
      ["from[0].namespace"],
    ],
    [
      "an opening",
      (mesh) => mesh.open("x", { namespace: "B", labels: {}, ports: [0] }),
      ["namespace", "labels", "ports"],
    ],
    [
      "an admission",
      (mesh) =>
        mesh.admit("edge", {
          namespace: "ingress",
          labels: {},
          jwt: [{ issuer: "id.acme.example", jwksUri: "http://id.acme.example/keys", audiences: [] }],
          publicPaths: ["/*"],
        }),
      ["labels", "jwt[0].issuer", "jwt[0].jwksUri", "jwt[0].audiences", "publicPaths"],
    ],
    [
      "a public path where all is public",
      (mesh) => mesh.admit("edge", { ...invoices, publicPaths: ["/healthz"] }),
      ["publicPaths"],
    ],
    [
      "a route",
      (mesh) =>
        mesh.route("x", {
          namespace: "billing",
          host: "invoices",
          to: [{ host: "invoices.billing", weight: 90 }],
          timeoutSeconds: 1,
        }),
      ["host", "to", "timeoutSeconds"],
    ],
    [
      "a rate",
      (mesh) => mesh.limit("x", { namespace: "b", labels: {}, requestsPerSecond: 0, burst: -1 }),
      ["labels", "requestsPerSecond", "burst"],
    ],
  ])("%s", async (_what, say, wrong) => {
    await seenOf((mesh) => {
      expect(() => say(mesh)).toThrow(paths(...wrong));
    });
  });

  it("a cluster that is not in the mesh", async () => {
    await seenOf((mesh) => {
      const [member] = mesh.plan.members;
      if (member === undefined) throw new Error("there are three");
      expect(mesh.of(member.cluster).namespaceLabels).toMatchObject({ "istio-injection": "enabled" });
      expect(() => mesh.of({ ...member.cluster, name: "moon" })).toThrow("moon is no cluster of mesh");
    });
  });
});
