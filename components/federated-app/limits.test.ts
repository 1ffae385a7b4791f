import { describe, expect, it } from "vitest";
import { recordEstate } from "../core/testing.ts";
import { FederatedApp, FederatedKinds, FederatedNamespace, placement } from "./index.ts";
import { argsOf, federationOf, type Some } from "./testing.ts";

const wrong = async (more: Some, name = "web") => {
  let errors: readonly { propertyPath: string }[] = [];
  await recordEstate((...sites) => {
    try {
      new FederatedApp(name, argsOf(sites, more));
    } catch (error) {
      errors = (error as { errors: typeof errors }).errors;
    }
  });
  return errors.map(({ propertyPath }) => propertyPath);
};

describe("arguments", () => {
  it("names every mistake at once", async () => {
    const paths = await wrong({
      namespace: { name: "Shop", ready: [] },
      image: "registry.example/acme/shop:latest",
      scaling: { kind: "acrossClusters", min: 9, max: 3, cpuPercent: 0 },
      placement: placement.byWeight({ aws: 1, ibm: 0 }),
      strategy: {
        kind: "canary",
        steps: [{ weightPercent: 50, pauseSeconds: 0 }, { weightPercent: 20 }],
        analysis: { address: "prometheus", query: " ", atLeast: Number.NaN, intervalSeconds: 1, failures: -1 },
      },
      ports: [
        { name: "HTTP", port: 80 },
        { name: "grpc", port: 15_021, protocol: "grpc" },
        { name: "grpc", port: 15_021 },
      ],
      probes: {
        readiness: { port: "web", path: "ready" },
        liveness: { port: "grpc", path: "/live", periodSeconds: 0 },
      },
      resources: { cpuMillis: 500, memoryMb: 0, cpuLimitMillis: 250, memoryLimitMb: -1 },
      env: { "NOT-A-NAME": "x", TOKEN: { secret: "A_B", key: "k" } },
      identity: { ibm: {} as never },
      mesh: { trustDomain: "acme", gatewayRanges: ["10.0.0.0", "::1/64"], observability: "Metrics" },
      allowFrom: [
        { namespace: "a", serviceAccount: "b" },
        { namespace: "a", serviceAccount: "b" },
        { namespace: "*", serviceAccount: "" },
      ],
      calls: [{ namespace: "A", port: 0 }],
      egress: [{ host: "*" }, { host: "pay.example", port: 70_000 }, { host: "pay.example" }],
      route: { gateway: { name: "Edge", namespace: "" }, hosts: ["*"], path: "shop" },
      user: 0,
      drainSeconds: 0,
      shutdownSeconds: 0,
      failoverSeconds: -1,
      priorityClass: "system-node-critical",
      overrides: { ibm: { registry: "https://icr.io" } },
    });
    expect(paths).toMatchSnapshot();
    expect(new Set(paths).size).toBeGreaterThan(40);
  });

  it.each<[string, Some, readonly string[]]>([
    ["an image by its tag", { image: "registry.example/acme/shop:1.4.2" }, ["image"]],
    ["an image without a registry", { image: `@sha256:${"a".repeat(64)}` }, ["image"]],
    ["no port", { ports: [] }, ["ports", "probes.readiness.port"]],
    ["no route at all", { route: { gateway: { name: "a", namespace: "b" }, hosts: [] } }, ["route.hosts"]],
    ["no resources", { resources: {} as never }, ["resources.cpuMillis", "resources.memoryMb"]],
    ["no readiness", { probes: {} as never }, ["probes.readiness"]],
    ["a canary without steps", { strategy: { kind: "canary", steps: [] } }, ["strategy.steps"]],
    [
      "a canary that stops half-way",
      { strategy: { kind: "canary", steps: [{ weightPercent: 50 }] } },
      ["strategy.steps"],
    ],
    [
      "shares of what is not HTTP",
      {
        ports: [{ name: "sql", port: 5432, protocol: "tcp" }],
        probes: { readiness: { port: "sql" } },
        strategy: { kind: "canary", steps: [{ weightPercent: 100 }] },
      },
      ["strategy"],
    ],
    [
      "a canary at the edge",
      {
        route: { gateway: { name: "edge", namespace: "gateway" }, hosts: ["shop.example"] },
        strategy: { kind: "canary", steps: [{ weightPercent: 100 }] },
      },
      ["route"],
    ],
    [
      "two Rollouts of one service",
      {
        strategy: { kind: "blueGreen", autoPromote: true },
        placement: placement.everywhere({ minimumPerCluster: 2, surplus: placement.byWeight({ aws: 1 }) }),
      },
      ["strategy.kind"],
    ],
    [
      "replicas of nothing",
      { scaling: { kind: "fixed", replicas: 0 }, placement: placement.on("aws") },
      ["scaling.replicas"],
    ],
  ])("is refused for %s", async (_, more, paths) => {
    expect(await wrong(more)).toEqual(paths);
  });

  it("is refused for a name that is no name", async () => {
    expect(await wrong({}, "Web")).toEqual(["name"]);
    expect(await wrong({}, "web-")).toEqual(["name"]);
  });

  it("is refused for kinds of no version", async () => {
    await recordEstate((...sites) => {
      const versions = { istio: "latest", rollouts: "^2.41.0" };
      const errors = ["versions.istio", "versions.rollouts"].map(
        (propertyPath) => expect.objectContaining({ propertyPath }) as object,
      );
      expect(() => new FederatedKinds("kinds", { federation: federationOf(...sites), versions })).toThrow(
        expect.objectContaining({ errors }),
      );
    });
  });

  it("is refused for a federation of nobody", async () => {
    let paths: readonly string[] = [];
    await recordEstate((...sites) => {
      const federation = { ...federationOf(...sites), members: [] };
      try {
        new FederatedNamespace("default", {
          federation,
          kinds: { ready: [] },
          quota: { cpuMillis: 0, memoryMb: 0, pods: 0 },
          meshLabels: { "pod-security.kubernetes.io/enforce": "privileged" },
        });
      } catch (error) {
        paths = (error as { errors: { propertyPath: string }[] }).errors.map(({ propertyPath }) => propertyPath);
      }
    });
    expect(paths).toEqual(["name", "federation", "quota.cpuMillis", "quota.memoryMb", "quota.pods", "meshLabels"]);
  });
});
