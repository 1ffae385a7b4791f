import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Backbone } from "../backbone/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testCluster, testNetwork } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import { problemsOf } from "../objects/testing.ts";
import type { MeshArgs } from "./args.ts";
import { ServiceMesh } from "./index.ts";
import { planMesh } from "./plan.ts";

const common = { trustDomain: "mesh.acme.example", trust: { kind: "selfSigned" } } as const;
const clustersOn = (...sites: readonly Site[]) =>
  sites.map((site): KubernetesCluster => ({ ...testCluster(site), version: "1.35" }));
const mesh = (sites: readonly Site[], more: Partial<MeshArgs> = {}) =>
  new ServiceMesh("mesh", { clusters: clustersOn(...sites), ...common, ...more });
/** Clusters as data, for what is pure. */
const planned = (...names: readonly (readonly [cloud: Site["cloud"], slot: number])[]): KubernetesCluster[] =>
  names.map(([cloud, slot]) => ({
    name: `${cloud}${slot}`,
    site: { cloud, name: `${cloud}${slot}`, environment: "prod" } as Site,
    network: { ...testNetwork(cloud), allocation: allocate(cloud, slot) },
    version: "1.35",
  })) as unknown as KubernetesCluster[];
const of = (seen: readonly Recorded[], type: string) => seen.filter((resource) => resource.type === type);
const paths = (...all: readonly string[]) => {
  const errors = all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  return expect.objectContaining({ errors }) as Error;
};

describe("the plan", () => {
  const three = planned(["aws", 0], ["gcp", 0], ["azure", 0]);

  it("gives each gateway a fixed address, and each control plane the others to read", () => {
    const { members, peerings, findings } = planMesh({ clusters: three, ...common });
    expect(members.map(({ name, addresses }) => [name, addresses])).toEqual([
      ["aws0", ["10.16.151.10", "10.16.151.74", "10.16.151.138"]],
      ["gcp0", ["10.32.151.10"]],
      ["azure0", ["10.48.151.10"]],
    ]);
    expect(members[0]?.callers).toEqual(["10.32.0.0/16", "10.40.0.0/16", "10.48.0.0/16", "10.56.0.0/16"]);
    expect(peerings.map(({ holder, target }) => `${holder.name} ${target.name}`)).toHaveLength(6);
    expect(findings.map(({ code }) => code)).toEqual(["gateway-hostname", "reach-unknown"]);
  });

  it("is alone with one cluster: no gateway, nobody to read", () => {
    const { members, peerings, findings } = planMesh({ clusters: planned(["gcp", 0]), ...common });
    expect(members[0]).toMatchObject({ addresses: [], callers: [] });
    expect([peerings, findings]).toEqual([[], []]);
  });

  it("moves no address when a cluster comes, goes or stands elsewhere in the list", () => {
    const clusters = fc
      .uniqueArray(fc.record({ cloud: fc.constantFrom(...clouds), slot: fc.nat(7) }), {
        selector: ({ cloud, slot }) => `${cloud}${slot}`,
        minLength: 3,
        maxLength: 9,
      })
      .map((all) => planned(...all.map(({ cloud, slot }) => [cloud, slot] as const)));
    const addresses = (all: readonly KubernetesCluster[]) =>
      new Map(planMesh({ clusters: all, ...common }).members.map((member) => [member.name, member.addresses]));
    fc.assert(
      fc.property(clusters, (all) => {
        const before = addresses(all);
        expect(new Set([...before.values()].flat()).size).toBe([...before.values()].flat().length);
        for (const [name, own] of addresses(all.slice(1).toReversed())) expect(own).toEqual(before.get(name));
      }),
    );
  });

  it("names every mistake at once", () => {
    const wrong: MeshArgs = {
      clusters: three,
      trustDomain: "mesh.acme.example",
      trust: { kind: "selfSigned", generation: 0 },
      gatewayHosts: { aws0: 3, nobody: 20 },
      version: "1.12",
      images: "registry/",
      traffic: { retries: 11, attemptTimeoutSeconds: 0, pendingRequests: 0.5 },
      telemetry: { service: "collector", samplingPercent: 101 },
      edge: {
        gateways: [{ namespace: "ingress", labels: {} }],
        jwt: [{ issuer: "id.acme.example", jwksUri: "http://id.acme.example/keys", audiences: [] }],
        publicPaths: ["/*"],
      },
      egress: [
        { name: "Payments", hosts: [], ports: [0], clusters: ["gcp1"] },
        { name: "mail", hosts: ["mail"], ports: [] },
        { name: "mail", hosts: ["mail.example"] },
      ],
      open: [{ name: "metrics", namespace: "shop", labels: {}, ports: [] }],
    };
    expect(() => planMesh(wrong)).toThrow(
      paths(
        "trust.generation",
        "gatewayHosts.aws0",
        "gatewayHosts.nobody",
        "egress[0].clusters",
        "version",
        "images",
        "traffic.retries",
        "traffic.attemptTimeoutSeconds",
        "traffic.pendingRequests",
        "telemetry.samplingPercent",
        "telemetry.service",
        "edge.gateways[0].labels",
        "edge.jwt[0].issuer",
        "edge.jwt[0].jwksUri",
        "edge.jwt[0].audiences",
        "edge.publicPaths",
        "egress[0].name",
        "egress[0].hosts",
        "egress[0].ports",
        "egress[1].hosts",
        "egress[1].ports",
        "egress[2].name",
        "open[0].labels",
        "open[0].ports",
      ),
    );
  });

  it("refuses a mesh that would not work as a whole, before anything is there", () => {
    const [aws, gcp] = planned(["aws", 0], ["gcp", 0]);
    if (aws === undefined || gcp === undefined) throw new Error("two were planned");
    const issuer = { name: "ca", root: "acme", pathLength: 0 };
    const twin = { ...gcp, version: "1.27" };
    const trust = { kind: "issuer", issuer: { aws0: issuer } } as const;
    expect(() => planMesh({ clusters: [aws, gcp, twin], trustDomain: "cluster.local", trust })).toThrow(
      paths(
        "trustDomain",
        "clusters[2].name",
        "clusters[2].network",
        "clusters[1].root",
        "clusters[2].root",
        "clusters[0].parentPathLength",
        "clusters",
        "clusters[2].gateway",
        "clusters[2].version",
      ),
    );
  });
});

describe.each(clouds)("a mesh of one cluster on %s", (cloud) => {
  it("asks for the same resources", async () => {
    expect(await record(cloud, (site) => mesh([site]))).toMatchSnapshot();
  });

  it("has a control plane, and nothing for others", async () => {
    const seen = await record(cloud, (site) => mesh([site]));
    expect(of(seen, "kubernetes:apps/v1:Deployment").map(({ name }) => name)).toEqual([`mesh-${cloud}-control-plane`]);
    expect(JSON.stringify(seen)).not.toMatch(/remote-secret|reader|eastwest/);
    expect(problemsOf(seen)).toEqual([]);
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const change = (kubernetes: NonNullable<MeshArgs["transform"]>["kubernetes"]) =>
      record(cloud, (site) => mesh([site], { transform: { ...(kubernetes && { kubernetes }) } }));
    const seen = await change({
      controlPlaneScaling: { spec: { maxReplicas: 9, scaleTargetRef: { kind: "Deployment", name: "istiod" } } },
    });
    expect(JSON.stringify(seen)).toContain('"maxReplicas":9');
    await expect(change({ strict: { spec: { mtls: { mode: "PERMISSIVE" } } } })).rejects.toThrow(
      "a transform breaks an invariant",
    );
    await expect(change({ denied: { spec: { rules: [{}] } } })).rejects.toThrow("a transform breaks an invariant");
  });
});

describe("a mesh of three clusters", () => {
  const seenOf = (more: Partial<MeshArgs> = {}, then: (made: ServiceMesh) => unknown = () => {}) =>
    recordEstate((...sites) => then(mesh(sites, more)));

  it("asks for the same resources", async () => {
    const seen = await seenOf();
    expect(seen.map(({ type, name }) => `${type} ${name}`)).toMatchSnapshot();
    expect(
      of(seen, "kubernetes:core/v1:Service").filter(({ name }) => name.endsWith("gateway-service")),
    ).toMatchSnapshot();
  });

  it("has each control plane read the others by one token of theirs that sees no secret", async () => {
    const seen = await seenOf();
    const remote = of(seen, "kubernetes:core/v1:Secret").filter(({ name }) => name.includes("-remote-"));
    expect(remote.map(({ name }) => name)).toEqual(
      [
        "aws-remote-azure",
        "aws-remote-gcp",
        "azure-remote-aws",
        "azure-remote-gcp",
        "gcp-remote-aws",
        "gcp-remote-azure",
      ].map((name) => `mesh-${name}`),
    );
    expect(seen.filter(({ name }) => name.endsWith("-reader-token"))).toHaveLength(3);
    const { rules } = one(seen, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "aws-reader-rights");
    expect(JSON.stringify(rules)).not.toMatch(/secrets|configmaps|\*|create|update/);
    const { metadata } = one(seen, "kubernetes:core/v1:Secret", "mesh-aws-remote-gcp");
    expect(metadata).toMatchObject({ annotations: { "networking.istio.io/cluster": "gcp" } });
  });

  it("opens nothing at a gateway but 15443 for the others' networks, and what asks whether it lives", async () => {
    const services = of(await seenOf(), "kubernetes:core/v1:Service").filter(({ name }) =>
      name.endsWith("gateway-service"),
    );
    for (const { inputs } of services) {
      const spec = inputs["spec"] as { ports: { port: number }[]; loadBalancerSourceRanges: string[] };
      expect(spec.ports.map(({ port }) => port)).toEqual([15_021, 15_443]);
      expect(spec.loadBalancerSourceRanges).toHaveLength(4);
      expect(JSON.stringify(inputs)).toMatch(/internal/i);
    }
    expect(services).toHaveLength(3);
  });

  it("keeps itself alive under its own default deny", async () => {
    const allowed = (await seenOf()).filter(({ name }) => name.endsWith("-allowed-east-west"));
    expect(allowed).toHaveLength(3);
    expect(allowed[0]?.inputs["spec"]).toMatchObject({
      selector: { matchLabels: { istio: "eastwestgateway" } },
      rules: [{ to: [{ operation: { ports: ["15443"] } }] }],
    });
  });

  it("says what Istio's kinds know, and nothing else", async () => {
    const seen = await seenOf(
      {
        egress: [{ name: "any", hosts: ["*.acme.example"], clusters: ["gcp"] }],
        telemetry: { service: "collector.observability.svc.cluster.local" },
        open: [{ name: "metrics", namespace: "shop", labels: { app: "orders" }, ports: [9090] }],
        edge: {
          gateways: [{ namespace: "ingress", labels: { istio: "ingress" } }],
          jwt: [{ issuer: "https://id.acme.example", jwksUri: "https://id.acme.example/keys", audiences: ["shop"] }],
          publicPaths: ["/healthz"],
        },
        trust: {
          kind: "issuer",
          issuer: { name: "acme", root: "acme", pathLength: 1, group: "awspca.cert-manager.io" },
        },
      },
      (made) => {
        made.sees("shop", ["billing"]);
        const to = { namespace: "billing", labels: { app: "invoices" } };
        made.allow("orders-to-invoices", {
          from: [{ namespace: "shop", serviceAccount: "orders" }],
          to,
          ports: [8080],
          methods: ["POST"],
        });
        const host = "invoices.billing.svc.cluster.local";
        made.route("invoices", { namespace: "billing", host, to: [{ host, port: 80, weight: 100 }] });
        made.limit("invoices", { ...to, requestsPerSecond: 50 });
      },
    );
    expect(problemsOf(seen)).toEqual([]);
    expect(seen.filter(({ name }) => name.endsWith("-outside-any")).map(({ name }) => name)).toEqual([
      "mesh-gcp-outside-any",
    ]);
    expect(
      one(seen, "kubernetes:security.istio.io/v1:AuthorizationPolicy", "aws-allowed-orders-to-invoices")["spec"],
    ).toEqual({
      action: "ALLOW",
      selector: { matchLabels: { app: "invoices" } },
      rules: [
        {
          from: [{ source: { principals: ["mesh.acme.example/ns/shop/sa/orders"] } }],
          to: [{ operation: { ports: ["8080"], methods: ["POST"] } }],
        },
      ],
    });
    expect(
      one(seen, "kubernetes:security.istio.io/v1:AuthorizationPolicy", "azure-allowed-edge-0")["spec"],
    ).toMatchObject({
      rules: [
        { from: [{ source: { requestPrincipals: ["https://id.acme.example/*"] } }] },
        { to: [{ operation: { paths: ["/healthz"] } }] },
      ],
    });
    expect(one(seen, "kubernetes:cert-manager.io/v1:Certificate", "gcp-authority-certificate")["spec"]).toMatchObject({
      isCA: true,
      secretName: "cacerts",
      issuerRef: { name: "acme", kind: "ClusterIssuer", group: "awspca.cert-manager.io" },
    });
    expect(of(seen, "tls:index/privateKey:PrivateKey")).toEqual([]);
  });

  it("lets nobody call by mistake", async () => {
    const wrong = {
      from: [
        { namespace: "shop", serviceAccount: "default" },
        { namespace: "Shop", serviceAccount: "" },
      ],
      to: { namespace: "billing" },
      ports: [70_000],
      methods: ["FETCH"],
      paths: ["orders"],
      clusters: ["moon"],
    };
    await seenOf({}, (made) => {
      expect(() => made.allow("Orders", wrong)).toThrow(
        paths(
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
        ),
      );
      expect(() => made.allow("all", { from: [], to: { namespace: "billing" } })).toThrow(paths("from"));
      const to = [{ host: "invoices.billing", weight: 90 }];
      expect(() => made.route("x", { namespace: "billing", host: "invoices", to, timeoutSeconds: 1 })).toThrow(
        paths("host", "to", "timeoutSeconds"),
      );
      expect(() => made.limit("x", { namespace: "b", labels: {}, requestsPerSecond: 0, burst: -1 })).toThrow(
        paths("labels", "requestsPerSecond", "burst"),
      );
    });
  });

  it("knows by the backbone who is reached", async () => {
    await recordEstate((...sites) => {
      const networks = sites.map((site) => ({
        site,
        place: { ...testNetwork(site.cloud), allocation: allocate(site.cloud, 0) },
      }));
      const backbone = new Backbone("backbone", { networks });
      expect(mesh(sites, { backbone }).findings.map(({ code }) => code)).toEqual(["gateway-hostname"]);
      const part = new Backbone("part", { networks: networks.slice(1) });
      const unreached = ["[0].X", "[0].X", "[1].X", "[2].X"];
      expect(() => planMesh({ clusters: clustersOn(...sites), ...common, backbone: part })).toThrow(
        paths(...["gateway", "server"].flatMap((what) => unreached.map((at) => `clusters${at.replace("X", what)}`))),
      );
    });
  });
});

describe("what istiod reads", () => {
  it("are settings that close what is not opened, and see the mesh's own namespace", async () => {
    const seen = await record("aws", (site) => mesh([site]));
    const { data } = one(seen, "kubernetes:core/v1:ConfigMap", "mesh-settings") as { data: { mesh: string } };
    expect(parse(data.mesh)).toMatchObject({
      trustDomain: "mesh.acme.example",
      outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
      meshMTLS: { minProtocolVersion: "TLSV1_3" },
      discoverySelectors: expect.arrayContaining([{ matchLabels: { "kubernetes.io/metadata.name": "istio-system" } }]),
    });
  });

  it.each(["node", "pod"] as const)("is a sidecar for traffic that is led by the %s", async (interception) => {
    const seen = await record("aws", (site) => mesh([site], { interception }));
    const { data } = one(seen, "kubernetes:core/v1:ConfigMap", "injector") as { data: { config: string } };
    const { templates } = parse(data.config) as { templates: { sidecar: string } };
    expect(templates.sidecar).toMatchSnapshot();
    // what a template of Go leaves behind must be YAML: values that may hold quotes stand in blocks
    const filled = templates.sidecar
      .replaceAll(/\{\{[^}]*protoToJSON[^}]*\}\}/g, '{"a":"b"}')
      .replaceAll(/\{\{.*?\}\}/g, "x");
    const pod = parse(filled) as { spec: { initContainers: { name: string; securityContext: object }[] } };
    const [first, proxy] = pod.spec.initContainers;
    expect(proxy).toMatchObject({
      name: "istio-proxy",
      restartPolicy: "Always",
      securityContext: { runAsNonRoot: true },
    });
    expect(first?.name).toBe(interception === "node" ? "istio-validation" : "istio-init");
    expect(JSON.stringify(first?.securityContext).includes("NET_ADMIN")).toBe(interception === "pod");
  });
});
