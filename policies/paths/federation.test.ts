import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS } from "./testing/clouds.ts";
import { app, namespace } from "./testing/mesh.ts";
import { type Change, changed, type Part, stateOf, without } from "./testing/program.ts";

/** Objects that a federation of Karmada gives to a member, and one policy that says which. */
const PROGRAM: readonly Part[] = [
  ...AWS,
  { type: "pulumi:providers:kubernetes", name: "hub", props: {} },
  {
    type: "kubernetes:cluster.karmada.io/v1alpha1:Cluster",
    name: "member",
    at: "hub",
    props: { metadata: { name: "west" }, spec: {} },
    edges: { spec: "eks" },
  },
  namespace("shop", "hub"),
  app("till", "shop", "hub"),
  app("carts", "shop", "hub"),
  {
    type: "kubernetes:policy.karmada.io/v1alpha1:PropagationPolicy",
    name: "policy",
    at: "hub",
    props: {
      metadata: { name: "all", namespace: "shop" },
      spec: {
        resourceSelectors: [{ apiVersion: "apps/v1", kind: "Deployment" }],
        placement: { clusterAffinity: { clusterNames: ["west"] } },
      },
    },
  },
];
const TILL = { cluster: "eks", namespace: "shop", labels: { app: "till" } };
const CARTS = { cluster: "eks", namespace: "shop", labels: { app: "carts" }, port: 8080 };

describe("pods that a federation places", () => {
  it.each<readonly [string, readonly Change[], string]>([
    ["are there where a policy gives them to the member", [], "open"],
    ["are there where it names no members", [["policy", "spec.placement", {}]], "open"],
    [
      "are not there where it names others",
      [["policy", "spec.placement.clusterAffinity.clusterNames", ["east"]]],
      "missing",
    ],
    ["are not there where it is about others", [["policy", "spec.resourceSelectors.0.kind", "Secret"]], "missing"],
    ["are not there where it is about one of them", [["policy", "spec.resourceSelectors.0.name", "till"]], "missing"],
    [
      "are not there where it is about another namespace",
      [["policy", "spec.resourceSelectors.0.namespace", "other"]],
      "missing",
    ],
    ["are not there where it stands in another namespace", [["policy", "metadata.namespace", "other"]], "missing"],
    ["are not there where no member leads to the cluster", [["member", "edges.spec", []]], "missing"],
    [
      "are not sure where members are chosen by labels",
      [["policy", "spec.placement.clusterAffinity", { labelSelector: { matchLabels: { a: "b" } } }]],
      "undetermined(not covered)",
    ],
    [
      "are not sure where it is not known who is meant",
      [["policy", "spec.resourceSelectors", UNKNOWN]],
      "undetermined(unknown)",
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(PROGRAM, ...changes), TILL, CARTS)).toBe(state);
  });

  it("are not there without a policy, nor in a cluster that is no member", () => {
    expect(stateOf(without(PROGRAM, "policy"), TILL, CARTS)).toBe("missing");
    expect(stateOf(without(PROGRAM, "member"), TILL, CARTS)).toBe("missing");
  });

  it("stand in namespaces that members are given, unless one says not", () => {
    const skipped = changed(PROGRAM, [
      "hub-ns-shop",
      "metadata.labels",
      { "namespace.karmada.io/skip-auto-propagation": "true" },
    ]);
    const bare = without(skipped, "hub-till", "hub-carts");
    expect(stateOf(bare, { cluster: "eks", namespace: "shop" }, { cluster: "eks", namespace: "shop", port: 1 })).toBe(
      "missing",
    );
    const given = without(PROGRAM, "hub-till", "hub-carts");
    expect(stateOf(given, { cluster: "eks", namespace: "shop" }, { cluster: "eks", namespace: "shop", port: 1 })).toBe(
      "open",
    );
  });
});
