import { describe, expect, it } from "vitest";
import { checkMesh, type DefinedCluster, type FindingCode, type MeshDefinition } from "./check.ts";

const cluster = (name: string, more: Partial<DefinedCluster> = {}): DefinedCluster => ({
  name,
  network: name,
  gateway: { address: name === "one" ? "10.0.0.10" : "10.1.0.10" },
  root: "acme",
  parentPathLength: 1,
  pods: name === "one" ? "10.0.0.0/16" : "10.1.0.0/16",
  ...more,
});
const ports = [443, 15_443];
const right: MeshDefinition = {
  trustDomain: "mesh.acme.example",
  production: true,
  rootInState: false,
  rootNamespace: "istio-system",
  discoverySelectors: [{ "kubernetes.io/metadata.name": "istio-system" }, { "istio-injection": "enabled" }],
  resolvesHostnames: true,
  deniesByDefault: true,
  openings: [{ labels: { istio: "eastwestgateway" }, ports: [15_443] }],
  destinations: [{ host: "*.local", localityFailover: true, outlierDetection: true }],
  routes: [{ name: "orders", clusters: ["one", "two"] }],
  clusters: [cluster("one"), cluster("two")],
  reaches: [
    { from: "one", to: "two", ports },
    { from: "two", to: "one", ports },
  ],
};
const two = (more: Partial<DefinedCluster>) => ({ clusters: [cluster("one"), cluster("two", more)] });
const { root: _, ...rootless } = cluster("two");
const { gateway: __, ...closed } = cluster("two");
const { reaches: ___, ...unknown } = right;

/** A mesh that is wrong in one way, for each finding there is. */
const wrong: Readonly<Record<FindingCode, readonly Partial<MeshDefinition>[]>> = {
  "trust-domain-reserved": [
    { trustDomain: "cluster.local" },
    { trustDomain: "Mesh.Acme" },
    { trustDomain: "a.localhost" },
  ],
  "cluster-name-repeated": [{ ...two({ name: "one", gateway: { address: "10.1.0.11" } }), reaches: [], routes: [] }],
  "cluster-name-differs": [two({ knownAs: "second" })],
  "network-repeated": [two({ network: "one" })],
  "network-differs": [two({ networkLabel: "second" })],
  "root-missing": [{ clusters: [cluster("one"), rootless] }],
  "root-differs": [two({ root: "other" })],
  "path-length": [two({ parentPathLength: 0 })],
  "pods-overlap": [{ ...two({ network: "one", pods: "10.0.128.0/17" }) }],
  "gateway-missing": [{ clusters: [cluster("one"), closed] }],
  "gateway-hostname": [
    two({ gateway: { hostname: "two.example" } }),
    { ...two({ gateway: { hostname: "two.example" } }), resolvesHostnames: false },
  ],
  "gateway-address-taken": [two({ gateway: { address: "10.0.0.10" } })],
  "reach-unknown": [{}],
  "gateway-unreachable": [
    {
      reaches: [
        { from: "one", to: "two", ports },
        { from: "two", to: "one", ports: [443] },
      ],
    },
  ],
  "api-unreachable": [
    {
      reaches: [
        { from: "one", to: "two", ports: [15_443] },
        { from: "two", to: "one", ports },
      ],
    },
  ],
  "default-deny-without-gateway": [
    { openings: [] },
    { openings: [{ labels: { istio: "eastwestgateway" }, ports: [443] }] },
  ],
  "failover-without-outlier-detection": [
    { destinations: [{ host: "orders", localityFailover: true, outlierDetection: false }] },
  ],
  "route-missing": [{ routes: [{ name: "orders", clusters: ["one"] }] }],
  "root-namespace-unseen": [{ discoverySelectors: [{ "istio-injection": "enabled" }] }],
  "root-in-state": [{ rootInState: true }],
  "kubernetes-version": [two({ kubernetes: { version: "1.27", supported: ["1.35"] } })],
};

describe("the check of a mesh", () => {
  it("finds nothing where all is right", () => {
    expect(checkMesh(right)).toEqual([]);
  });

  it("lets a root be in the state where nobody depends on it", () => {
    expect(checkMesh({ ...right, rootInState: true, production: false })).toEqual([]);
  });

  it("asks less of one cluster alone", () => {
    const { gateway: _gateway, ...alone } = cluster("one");
    expect(checkMesh({ ...unknown, clusters: [alone], openings: [], routes: [] })).toEqual([]);
  });

  it.each(Object.entries(wrong).flatMap(([code, all]) => all.map((one, index) => [code, index, one] as const)))(
    "finds %s (%i)",
    (code, _index, part) => {
      const found = checkMesh({ ...(code === "reach-unknown" ? unknown : right), ...part });
      expect(found.filter((finding) => finding.code === code)).toHaveLength(1);
      // a second finding only where one mistake is two
      const also = code === "pods-overlap" ? ["network-repeated"] : [];
      expect(found.map((finding) => finding.code).filter((other) => other !== code && !also.includes(other))).toEqual(
        code === "cluster-name-repeated" ? expect.any(Array) : [],
      );
      expect(found.every(({ reason, path }) => reason.length > 20 && path.length > 0)).toBe(true);
    },
  );

  it("warns of what is looked up, and refuses what is not", () => {
    const [looked, unlooked] = wrong["gateway-hostname"].map((part) => checkMesh({ ...right, ...part }));
    expect([looked?.[0]?.severity, unlooked?.[0]?.severity]).toEqual(["warning", "error"]);
  });
});
