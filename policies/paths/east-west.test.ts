import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS, GCP } from "./testing/clouds.ts";
import { app, eastWestGateway, knows, MESHED, mesh, namespace } from "./testing/mesh.ts";
import { type Change, changed, type Part, stateOf, without } from "./testing/program.ts";
import { AWS_GCP } from "./testing/vpns.ts";

const PROGRAM: readonly Part[] = [
  ...AWS,
  ...GCP,
  ...AWS_GCP,
  ...mesh("at-eks"),
  namespace("shop", "at-eks", MESHED),
  app("till", "shop", "at-eks"),
  knows("at-eks", "gke"),
  ...mesh("at-gke"),
  namespace("shop", "at-gke", MESHED),
  app("carts", "shop", "at-gke"),
  ...eastWestGateway("at-gke", "10.2.0.9", ["10.1.0.0/16"]),
];
const TILL = { cluster: "eks", namespace: "shop", labels: { app: "till" } };
const CARTS = { cluster: "gke", namespace: "shop", labels: { app: "carts" }, port: 8080 };
const UNCOVERED = "undetermined(not covered)";
const policy = (namespace: string, at: string, spec: object): Part => ({
  type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  name: "policy",
  at,
  props: { metadata: { name: "policy", namespace }, spec: { podSelector: {}, ...spec } },
});
const nobody = (namespace: string, at: string, spec: object = {}): Part => ({
  type: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
  name: "nobody",
  at,
  props: { metadata: { name: "nobody", namespace }, spec },
});

describe("between clusters by the gateways of a mesh", () => {
  it("is open where all of it leads there", () => {
    expect(stateOf(PROGRAM, TILL, CARTS)).toBe("open");
  });

  it.each<readonly [string, Change, string]>([
    ["the caller is outside the mesh", ["at-eks-ns-shop", "metadata.labels", {}], UNCOVERED],
    ["the target is outside the mesh", ["at-gke-ns-shop", "metadata.labels", {}], UNCOVERED],
    [
      "whether the caller is in the mesh is not known",
      ["at-eks-ns-shop", "metadata.labels", UNKNOWN],
      "undetermined(unknown)",
    ],
    ["the balancer is for others", ["at-gke-door", "spec.loadBalancerSourceRanges", ["10.7.0.0/16"]], UNCOVERED],
    [
      "whom the balancer lets in is not known",
      ["at-gke-door", "spec.loadBalancerSourceRanges", UNKNOWN],
      "undetermined(unknown)",
    ],
    ["the gateway ends TLS itself", ["at-gke-exposure", "spec.servers.0.tls.mode", "SIMPLE"], UNCOVERED],
    ["the Service opens another port", ["at-gke-door", "spec.ports.0.port", 443], UNCOVERED],
    ["the Service has no balancer", ["at-gke-door", "spec.type", "ClusterIP"], UNCOVERED],
    ["the Service is for other pods", ["at-gke-door", "spec.selector", { istio: "another" }], UNCOVERED],
    ["the balancer's address is not known", ["at-gke-door", "spec.loadBalancerIP", UNKNOWN], "undetermined(unknown)"],
    ["the route leads elsewhere", ["route-gcp", "destinationCidrBlock", "10.7.0.0/16"], "closed"],
    [
      "the router announces other networks",
      ["router", "bgp.advertisedIpRanges", [{ range: "10.7.0.0/16" }]],
      UNCOVERED,
    ],
    ["what the router announces is not known", ["router", "bgp.advertisedIpRanges", UNKNOWN], "undetermined(unknown)"],
    ["the secret is no access", ["at-eks-knows-gke", "metadata.labels", {}], UNCOVERED],
  ])("but not where %s", (_, change, state) => {
    expect(stateOf(changed(PROGRAM, change), TILL, CARTS)).toBe(state);
  });

  it("is open where the router announces its subnets by default", () => {
    expect(stateOf(changed(PROGRAM, ["router", "bgp", {}]), TILL, CARTS)).toBe("open");
  });

  it.each(["to-gcp", "far-gcp", "tunnel", "session", "table-a", "machines", "at-eks-knows-gke", "at-gke-door"])(
    "nor without %s",
    (part) => {
      expect(stateOf(without(PROGRAM, part), TILL, CARTS)).toBe(UNCOVERED);
    },
  );

  it.each<readonly [string, readonly Part[], string]>([
    ["nobody may leave the caller's namespace", [policy("shop", "at-eks", { policyTypes: ["Egress"] })], "closed"],
    ["nobody may come to the target's namespace", [policy("shop", "at-gke", { policyTypes: ["Ingress"] })], "closed"],
    ["nobody may call the target", [nobody("shop", "at-gke")], "closed"],
    ["nobody may call anybody", [nobody("istio-system", "at-gke")], "closed"],
    [
      "nobody may call the gateway",
      [nobody("istio-system", "at-gke", { selector: { matchLabels: { istio: "eastwestgateway" } } })],
      UNCOVERED,
    ],
  ])("is no way where %s", (_, more, state) => {
    expect(stateOf([...PROGRAM, ...more], TILL, CARTS)).toBe(state);
  });

  it("is closed without a route, whatever else there is", () => {
    expect(stateOf(without(PROGRAM, "route-gcp"), TILL, CARTS)).toBe("closed");
  });

  it("does not carry what a mesh does not", () => {
    expect(stateOf(PROGRAM, TILL, { ...CARTS, protocol: "UDP" })).toBe(UNCOVERED);
  });
});
