import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS } from "./testing/clouds.ts";
import { app, namespace } from "./testing/mesh.ts";
import { type Change, changed, type Part, stateOf, without } from "./testing/program.ts";

const SERVICE: Part = {
  type: "kubernetes:core/v1:Service",
  name: "service",
  at: "at-eks",
  props: {
    metadata: { name: "carts", namespace: "shop" },
    spec: { selector: { app: "carts" }, ports: [{ port: 80 }] },
  },
};
const PROGRAM = [...AWS, namespace("shop", "at-eks"), app("carts", "shop", "at-eks"), SERVICE];
const INTERNET = { internet: true };
const CARTS = { cluster: "eks", namespace: "shop", labels: { app: "carts" }, port: 8080 };
const UNCOVERED = "undetermined(not covered)";

describe("from the internet to pods with private addresses", () => {
  it("is closed where nothing leads there", () => {
    expect(stateOf(PROGRAM, INTERNET, CARTS)).toBe("closed");
  });

  it.each<readonly [string, Change, string]>([
    ["a Service with a balancer does", ["service", "spec.type", "LoadBalancer"], UNCOVERED],
    ["a Service on every machine does", ["service", "spec.type", "NodePort"], UNCOVERED],
    ["a Service with outer addresses does", ["service", "spec.externalIPs", ["20.1.2.3"]], UNCOVERED],
    ["what kind of Service it is is not known", ["service", "spec.type", UNKNOWN], UNCOVERED],
    [
      "a Service has a group of endpoints",
      ["service", "metadata.annotations", { "cloud.google.com/neg": "{}" }],
      UNCOVERED,
    ],
    ["the pods use their machine's network", ["at-eks-carts", "spec.template.spec.hostNetwork", true], UNCOVERED],
    [
      "the pods use a port of their machine",
      ["at-eks-carts", "spec.template.spec.containers.0.ports", [{ hostPort: 80, containerPort: 80 }]],
      UNCOVERED,
    ],
    ["pods have public addresses", ["vpc", "cidrBlock", "20.1.0.0/16"], UNCOVERED],
    ["which addresses pods have is not known", ["vpc", "cidrBlock", UNKNOWN], "undetermined(unknown)"],
  ])("is not said to be where %s", (_, change, state) => {
    expect(stateOf(changed(PROGRAM, change), INTERNET, CARTS)).toBe(state);
  });

  it("minds Services of these pods only", () => {
    const other = changed(
      PROGRAM,
      ["service", "spec.type", "LoadBalancer"],
      ["service", "spec.selector", { app: "till" }],
    );
    expect(stateOf(other, INTERNET, CARTS)).toBe("closed");
    expect(stateOf(changed(other, ["service", "spec.selector", undefined]), INTERNET, CARTS)).toBe(UNCOVERED);
  });

  it("does not say so of pods that several workloads make", () => {
    const twice = [...PROGRAM, { ...app("carts", "shop", "at-eks"), name: "again" }];
    expect(stateOf(twice, INTERNET, CARTS)).toBe(UNCOVERED);
    expect(stateOf(without(twice, "again"), INTERNET, CARTS)).toBe("closed");
  });
});
