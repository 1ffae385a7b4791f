import type { ComponentResource, CustomResourceOptions } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { scopeOf } from "./scope.ts";
import type { Site } from "./site.ts";

const parent = {} as ComponentResource;
const site = { cloud: "aws", protection: true } as Site;
const closed = { tls: "1.2", nested: { open: false, list: [1] } };

describe("a child", () => {
  it("is called after its component, its key, and what it is for", () => {
    const { scope } = scopeOf("orders", parent, { site });
    expect(scope.child("deadLetter", {})[0]).toBe("orders-dead-letter");
    expect(scope.child("listener", {}, { of: "shop" })[0]).toBe("orders-listener-shop");
  });

  it.each([
    [{ site }, true, true],
    [{ site }, false, undefined],
    [{ site, criticality: "low" }, true, undefined],
    [{ site: { ...site, protection: false } }, true, undefined],
  ] as const)("%# is protected where its loss hurts", (args, lasting, expected) => {
    const { scope } = scopeOf("orders", parent, args as Parameters<typeof scopeOf>[2]);
    expect(scope.child("queue", {}, { lasting })[2].protect).toBe(expected);
  });
});

describe("a transform", () => {
  const child = (queue: unknown, invariants: string[] = []) => {
    const { scope, portability } = scopeOf("orders", parent, { site, transform: { aws: { queue: queue as object } } });
    return { made: scope.child("queue", closed, { invariants }), ...portability() };
  };

  it("merges objects, replaces lists and leaves outputs whole", () => {
    const url = output("x");
    expect(child({ nested: { list: [2] }, url }).made[1]).toEqual({
      tls: "1.2",
      nested: { open: false, list: [2] },
      url,
    });
    expect(closed.nested.list).toEqual([1]);
  });

  it("may be a function of arguments, options and name", () => {
    const change = (args: { tls?: string }, opts: CustomResourceOptions, name: string) => {
      args.tls = name;
      opts.retainOnDelete = true;
    };
    const [, args, opts] = child(change).made;
    expect([args, opts]).toEqual([
      { ...closed, tls: "orders-queue" },
      { parent, retainOnDelete: true },
    ]);
  });

  it.each([
    { nested: { open: true } },
    (args: { nested: { open: boolean } }) => {
      args.nested.open = true;
    },
  ])("%# may not touch an invariant", (change) => {
    const errors = [{ propertyPath: "transform.aws.queue.nested.open", reason: "is an invariant and must not change" }];
    expect(() => child(change, ["nested.open"])).toThrow(expect.objectContaining({ errors }));
  });

  it("leaves an invariant object as it was by changing something else", () => {
    const change = (args: { tls?: string }) => {
      args.tls = "1.3";
    };
    expect(child(change, ["nested"]).made[1]).toEqual({ ...closed, tls: "1.3" });
  });

  it("shows in what the component says about its portability", () => {
    expect(child({ tls: "1.3" }).escapes).toEqual(["transform.aws.queue"]);
  });
});
