import { describe, expect, it } from "vitest";
import { declaredIn, readable } from "./document.ts";

const path = (host: string, cluster = "eks") => ({
  name: `to ${cluster}`,
  from: { internet: true, host },
  to: { cluster, apiServer: true, port: 443 },
  expect: "closed",
  why: "test",
});
const values = { dev: { shop: "shop.dev.example" }, prod: { shop: "shop.example" } };

describe("a document of paths", () => {
  it("is a list, or has one", () => {
    expect(declaredIn([path("a")], "dev").paths).toHaveLength(1);
    expect(declaredIn({ paths: [path("a")] }, "dev")).toEqual({
      paths: declaredIn([path("a")], "x").paths,
      mayBeAbsent: [],
    });
    expect(declaredIn(undefined, "dev").paths).toEqual([]);
  });

  it("has values by stack", () => {
    const document = readable({ values, paths: [path("${shop}")] });
    const hosts = ["dev", "prod"].map((stack) => declaredIn(document, stack).paths[0]?.from);
    expect(hosts).toEqual([
      { kind: "internet", host: "shop.dev.example" },
      { kind: "internet", host: "shop.example" },
    ]);
    expect(() => declaredIn(document, "test")).toThrow("values has none for the stack test; it has those of dev, prod");
  });

  it("may name clusters that its paths name", () => {
    const document = { mayBeAbsent: ["eks"], paths: [path("a")] };
    expect(declaredIn(readable(document), "dev").mayBeAbsent).toEqual(["eks"]);
  });

  it.each<readonly [string, unknown, string]>([
    ["a key that nobody knows", { path: [] }, "the document has path; known are paths, mayBeAbsent, values"],
    [
      "a cluster that no path names",
      { mayBeAbsent: ["ekz"], paths: [path("a")] },
      "mayBeAbsent names ekz, which no path does",
    ],
    ["what is no list of names", { mayBeAbsent: "eks", paths: [] }, "mayBeAbsent must be a list"],
    ["values that are no texts", { values: { dev: { shop: 1 } }, paths: [] }, "values must be texts"],
    ["a value that is not there", { values, paths: [path("${shopp}")] }, "names the value shopp, which is not there"],
    [
      "a value that does not fit",
      { values: { dev: { shop: "A B" } }, paths: [path("${shop}")] },
      "with the values of dev: paths[0] from needs host",
    ],
    ["what is no list of paths", { paths: {} }, "paths must be a list"],
  ])("refuses %s", (_, document, message) => {
    expect(() => readable(document)).toThrow(message);
  });
});
