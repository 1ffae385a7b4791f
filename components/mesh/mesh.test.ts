import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Backbone } from "../backbone/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testCluster, testNetwork } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { NAMES } from "../core/traffic.ts";
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
const of = (seen: readonly Recorded[], type: string) => seen.filter((resource) => resource.type === type);
const paths = (...all: readonly string[]) => {
  const errors = all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  return expect.objectContaining({ errors }) as Error;
};

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

  it("lets its closed pods look names up where the cluster answers, GKE's cache on the machine included", async () => {
    const seen = await record(cloud, (site) => mesh([site]));
    const { spec } = one(seen, "kubernetes:networking.k8s.io/v1:NetworkPolicy", "control-plane-traffic");
    expect(spec).toMatchObject({ egress: expect.arrayContaining([NAMES]) as unknown });
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
    const allowed = (await seenOf()).filter(({ name }) => name.endsWith("-opened-east-west"));
    expect(allowed).toHaveLength(3);
    expect(allowed[0]?.inputs["spec"]).toMatchObject({
      selector: { matchLabels: { istio: "eastwestgateway" } },
      rules: [{ to: [{ operation: { ports: ["15443"] } }] }],
    });
  });

  it("knows by the backbone who is reached", async () => {
    await recordEstate((...sites) => {
      const networks = sites.map((site) => ({
        site,
        place: { ...testNetwork(site.cloud), allocation: allocate(site.cloud, 0) },
      }));
      const backbone = new Backbone("backbone", { networks });
      expect(mesh(sites, { backbone }).findings.map(({ code }) => code)).toEqual(["gateway-hostname", "root-in-state"]);
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
    // as Go reads it, where OFF is false
    expect(parse(data.mesh, { version: "1.1" })).toMatchObject({
      ingressControllerMode: "OFF",
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
