import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { Graph } from "../core/graph.ts";
import { Bag } from "../core/props.ts";
import { Resource } from "../core/resource.ts";
import { holdsPeer } from "./address.ts";
import { declarationsIn } from "./declaration.ts";
import { coversPort } from "./network-policy.ts";
import { solve } from "./solve.ts";

const urn = (type: string, name: string) => `urn:pulumi:test::test::${type}::${name}`;
const EKS = "aws:eks/cluster:Cluster";
const PROVIDER = "pulumi:providers:kubernetes";
const provider = { urn: urn(PROVIDER, "hub"), props: {} };
type Made = Readonly<Record<string, unknown>>;
const object = (type: string, name: string, namespace: string | undefined, rest: Made = {}) =>
  new Resource({
    urn: urn(`kubernetes:${type}`, `${namespace ?? ""}-${name}`),
    type: `kubernetes:${type}`,
    name,
    provider,
    inputs: {
      metadata: {
        name,
        ...(namespace !== undefined && { namespace }),
        ...(rest["labels"] !== undefined && { labels: rest["labels"] }),
      },
      spec: rest["spec"],
    },
  });
const NP = "networking.k8s.io/v1:NetworkPolicy";
const AP = "security.istio.io/v1:AuthorizationPolicy";
const MESHED = { "istio-injection": "enabled" };
const from = (source: Made) => ({ from: [{ source }] });
const inside = (name: string) => ({ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } });
const deployment = (name: string, namespace: string) =>
  object("apps/v1:Deployment", name, namespace, {
    spec: { template: { metadata: { labels: { app: name } }, spec: { serviceAccountName: name, containers: [] } } },
  });

/** A small hardened stack; each part of it can be another. */
function stackOf(parts: { readonly [name: string]: unknown } = {}): Graph {
  const said = <T>(name: string, hardened: T): unknown => (name in parts ? parts[name] : hardened);
  return new Graph([
    new Resource({ urn: urn(EKS, "hub"), type: EKS, name: "hub", inputs: { name: "hub" } }),
    new Resource({
      urn: provider.urn,
      type: PROVIDER,
      name: "hub",
      inputs: {},
      edges: { kubeconfig: [urn(EKS, "hub")] },
    }),
    new Resource({
      urn: urn("aws:eks/addon:Addon", "cni"),
      type: "aws:eks/addon:Addon",
      name: "cni",
      inputs: {
        addonName: "vpc-cni",
        clusterName: "hub",
        configurationValues: JSON.stringify({ enableNetworkPolicy: said("enforced", true) }),
      },
    }),
    object("core/v1:Namespace", "shop", undefined, { labels: said("mesh", MESHED) as Made }),
    object("core/v1:Namespace", "tenant", undefined, { labels: MESHED }),
    object("core/v1:Namespace", "istio-system", undefined),
    deployment("front", "shop"),
    deployment("carts", "shop"),
    deployment("till", "tenant"),
    object(NP, "closed", "shop", {
      spec: {
        podSelector: {},
        policyTypes: ["Ingress"],
        ingress: said("ingress", [{ from: [inside("shop")], ports: [{ port: 8080 }] }]),
      },
    }),
    object("security.istio.io/v1:PeerAuthentication", "default", "istio-system", {
      spec: { mtls: { mode: "STRICT" } },
    }),
    object(AP, "carts", "shop", {
      spec: { rules: said("rules", [from({ principals: ["cluster.local/ns/shop/sa/front"] })]) },
    }),
  ]);
}

const path = (namespace: string, app: string) =>
  declarationsIn([
    {
      name: "to carts",
      from: { cluster: "hub", namespace, labels: { app } },
      to: { cluster: "hub", namespace: "shop", labels: { app: "carts" }, port: 8080 },
      expect: "closed",
      why: "test",
    },
  ]);
const state = (graph: Graph, [namespace, app]: readonly [string, string]) =>
  solve({ paths: path(namespace, app), mayBeAbsent: [] }, graph)[0]?.state;
const FRONT = ["shop", "front"] as const;
const TILL = ["tenant", "till"] as const;

describe("pods of one cluster", () => {
  it.each([
    ["hardened", {}, "open", "closed"],
    ["nobody is admitted", { ingress: [] }, "closed", "closed"],
    ["whom a policy admits is not known", { ingress: [{ from: UNKNOWN }] }, "undetermined(unknown)", "closed"],
    ["nobody may call", { rules: [] }, "closed", "closed"],
    ["who may call is not known", { rules: UNKNOWN }, "undetermined(unknown)", "closed"],
    [
      "who may call depends on the request",
      { rules: [from({ requestPrincipals: ["*"] })] },
      "undetermined(not covered)",
      "closed",
    ],
    // each barrier alone still stops the tenant
    ["policies are not enforced", { enforced: false }, "open", "closed"],
    ["everybody may call", { rules: [{}] }, "open", "closed"],
    ["everybody is admitted", { ingress: [{}] }, "open", "closed"],
    // without both of them nothing does
    ["nothing stops anybody", { enforced: false, rules: [{}] }, "open", "open"],
    ["all is open by policy", { ingress: [{}], rules: [{}] }, "open", "open"],
    ["there is no mesh, and all are admitted", { ingress: [{}], mesh: {} }, "open", "open"],
  ])("%s", (_, parts, front, till) => {
    const graph = stackOf(parts);
    expect([state(graph, FRONT), state(graph, TILL)]).toEqual([front, till]);
  });

  it("finds no pod where none is", () => {
    expect(state(stackOf(), ["shop", "nobody"])).toBe("missing");
  });
});

describe("matching", () => {
  it("holds a port where the range does", () => {
    const port = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(port, port, port, (one, other, number) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const rule = new Bag({ ports: [{ port: first, endPort: last }] });
        expect(coversPort(rule, { number, protocol: "TCP" })).toBe(first <= number && number <= last);
        expect(coversPort(rule, { number, protocol: "UDP" })).toBe(false);
      }),
    );
  });

  it("holds an address where its block does, and no exception", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, (block, own) => {
        const peer = { kind: "blocks", blocks: [`10.${own}.1.1/32`] } as const;
        expect(holdsPeer(`10.${block}.0.0/16`, [], peer, "x")).toBe(block === own);
        expect(holdsPeer("10.0.0.0/8", [`10.${block}.0.0/16`], peer, "x")).toBe(block !== own);
      }),
    );
  });
});

it("does not know a path whose cluster may have another name", () => {
  const unnamed = new Graph([
    ...[...stackOf().all()].filter(({ type }) => type !== EKS),
    new Resource({ urn: urn(EKS, "hub"), type: EKS, name: "resource", inputs: { name: UNKNOWN } }),
  ]);
  const proofs = solve({ paths: path("shop", "front"), mayBeAbsent: ["hub"] }, unnamed);
  expect(proofs.map(({ state }) => state)).toEqual(["undetermined(unknown)"]);
});

it("leaves out a path of a cluster that the stack may be without, and no other", () => {
  const paths = ["hub", "far"].flatMap((cluster) =>
    path("shop", "front").map((one) => ({ ...one, from: { ...one.from, cluster }, to: { ...one.to, cluster } })),
  );
  const proofs = (mayBeAbsent: readonly string[]) =>
    solve({ paths, mayBeAbsent }, stackOf()).map(({ state, absent, missing }) => absent ?? missing ?? state);
  expect(proofs(["hub", "far"])).toEqual(["open", "far is not in this stack"]);
  expect(proofs([])).toEqual(["open", "there is no cluster far"]);
  // where none of them is there, the stack is none of those that are meant
  expect(proofs(["far"])).toEqual(["open", "there is no cluster far"]);
});

it("tells every mistake of a document at once", () => {
  expect(() => declarationsIn([{ name: "x", from: {}, to: { internet: true }, expect: "shut" }])).toThrow(
    /lacks why.*expect.*from is no end.*needs a port/,
  );
});
