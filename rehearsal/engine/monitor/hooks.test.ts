import { afterAll, describe, expect, it } from "vitest";
import { ProviderError } from "../../wire/provider.ts";
import { MemoryCloud } from "../providers/testing.ts";
import { Workshop } from "../testing.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

const RETRIES = `
const again = new pulumi.ErrorHook("again", (args) => {
  console.log("asked " + args.failedOperation + " " + args.errors.length + " " + args.errors[0]);
  return true;
});`;

describe("error hooks", () => {
  it("repeat a failed create, update and delete until they work", async () => {
    const cloud = new MemoryCloud();
    const failTwice = (): (() => void) => {
      let left = 2;
      return () => {
        if (left-- > 0) throw new ProviderError("unavailable", "not now");
      };
    };
    const [create, update, remove] = [failTwice(), failTwice(), failTwice()];
    cloud.rules = {
      create: (_, plain) => (create(), plain()),
      update: (_, plain) => (update(), plain()),
      delete: (_, plain) => (remove(), plain()),
    };
    const source = (a: string): string => `${RETRIES} ${a}`;
    const one = await workshop.deploy(source('new Thing("a", { n: 1 }, { hooks: { onError: [again] } });'), { cloud });
    expect(one.result).toBe("succeeded");
    expect(one.said("warning").match(/retrying create due to on-error hook request \([12]\/100\)/g)).toHaveLength(2);
    expect(one.said("info")).toMatch(/asked create 2 .*not now/);
    const two = await workshop.deploy(source('new Thing("a", { n: 2 }, { hooks: { onError: [again] } });'), {
      cloud,
      state: one.state,
    });
    expect(two.said("warning").match(/retrying update /g)).toHaveLength(2);
    const gone = await workshop.deploy(source(""), { cloud, state: two.state });
    expect(gone.result).toBe("succeeded");
    expect(gone.said("warning").match(/retrying delete /g)).toHaveLength(2);
    expect(cloud.log("create", "update", "delete")).toHaveLength(9);
    expect(cloud.objects.size).toBe(0);
  });

  it("are asked at most 100 times", async () => {
    const cloud = new MemoryCloud({
      create: () => {
        throw new ProviderError("unavailable", "never");
      },
    });
    const source = `const again = new pulumi.ErrorHook("again", () => true);
      new Thing("a", {}, { hooks: { onError: [again] } });`;
    const { result, said, state } = await workshop.deploy(source, { cloud });
    expect(result).toBe("failed");
    expect(cloud.log("create")).toHaveLength(100);
    expect(said("warning")).toContain("maximum number of error hook retries (100) reached");
    expect(state.resources.map(({ type }) => type)).not.toContain("mem:index:Thing");
    expect(state.pending).toEqual([]);
  });

  it("stay silent in previews, which call nothing", async () => {
    const cloud = new MemoryCloud();
    const source = `${RETRIES} new Thing("a", {}, { hooks: { onError: [again] } });`;
    const { result, said } = await workshop.deploy(source, { cloud, verb: "preview" });
    expect([result, said("info")]).toEqual(["succeeded", ""]);
  });
});

describe("resource hooks", () => {
  it("arrive through transforms, and run around the operation", async () => {
    const cloud = new MemoryCloud();
    const source = `
      const said = (name) => new pulumi.ResourceHook(name, (args) => { console.log(name + " " + args.name + " " + (args.id || "-")); });
      const [before, after] = [said("before"), said("after")];
      pulumi.runtime.registerResourceTransform((args) => args.type === "mem:index:Thing"
        ? { props: args.props, opts: { ...args.opts, hooks: { beforeCreate: [before], afterCreate: [after] } } } : undefined);
      new Thing("a");`;
    const done = await workshop.deploy(source, { cloud });
    expect(done.said("info")).toBe("before a -\nafter a a-1");
    expect(done.entry("a")?.hooks).toEqual({ beforeCreate: ["before"], afterCreate: ["after"] });
  });

  it("that ignore errors only warn; others fail the step before, and the operation after", async () => {
    const bad = (kind: string, options: string): string => `
      const hook = new pulumi.ResourceHook("bad", () => { throw new Error("no") }, ${options});
      new Thing("a", {}, { hooks: { ${kind}: [hook] } });`;
    const cloud = new MemoryCloud();
    for (const kind of ["beforeCreate", "afterCreate"]) {
      const ignored = await workshop.deploy(bad(kind, "{ ignoreErrors: true }"), { cloud });
      expect(ignored.result).toBe("succeeded");
      expect(ignored.said("warning")).toMatch(/hook "bad" failed:.*no/);
    }
    const before = await workshop.deploy(bad("beforeCreate", "{}"), { cloud: new MemoryCloud() });
    expect([before.result, before.entry("a")]).toEqual(["failed", undefined]);
    const after = await workshop.deploy(bad("afterCreate", "{}"), { cloud: new MemoryCloud() });
    expect([after.result, after.entry("a")?.id]).toEqual(["failed", "a-1"]);
  });
});
