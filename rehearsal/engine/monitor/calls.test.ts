import { afterAll, describe, expect, it } from "vitest";
import { Reference, Secret } from "../../wire/value.ts";
import { MemoryCloud } from "../providers/testing.ts";
import { urnOf, Workshop } from "../testing.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

describe("functions", () => {
  it("are asked what the invoke transforms say", async () => {
    const cloud = new MemoryCloud();
    const source = `
      pulumi.runtime.registerInvokeTransform((args) => ({ args: { ...args.args, one: 1 }, opts: args.opts }));
      pulumi.runtime.registerInvokeTransform((args) => ({ args: { ...args.args, two: args.args.one + 1 }, opts: args.opts }));
      exports.answer = pulumi.output(pulumi.runtime.invoke("mem:index:ask", { zero: 0 }));`;
    const { outputs } = await workshop.deploy(source, { cloud });
    expect(outputs["answer"]).toEqual({ zero: 0, one: 1, two: 2 });
  });

  it("with dependsOn wait for what is not there: unknown in a preview, asked after the create in an update", async () => {
    const cloud = new MemoryCloud();
    const source = `
      const group = new Group("g");
      const inner = new Thing("inner", {}, { parent: group });
      group.registerOutputs({});
      exports.answer = pulumi.runtime.invokeOutput("mem:index:ask", { n: 1 }, { dependsOn: [group] }).apply((r) => r.n);`;
    const preview = await workshop.deploy(source, { cloud, verb: "preview" });
    expect(preview.result).toBe("succeeded");
    expect(cloud.log("invoke")).toEqual([]);
    const up = await workshop.deploy(source, { cloud });
    expect(cloud.log("create", "invoke")).toEqual(["create inner", "create inner", "invoke"]);
    expect(up.outputs["answer"]).toBe(1);
    const later = await workshop.deploy(source, { cloud, state: up.state, verb: "preview" });
    expect(later.outputs["answer"]).toBe(1);
  });

  it("that refuse their arguments fail the program", async () => {
    const cloud = new MemoryCloud({
      invoke: () => ({ result: {}, failures: [{ property: "n", reason: "is odd" }] }),
    });
    const { result, said } = await workshop.deploy(`exports.a = pulumi.runtime.invoke("mem:index:ask", { n: 1 });`, {
      cloud,
    });
    expect(result).toBe("failed");
    expect(said("error")).toMatch(/is odd/);
  });

  it("on resources are answered by the resource's own provider", async () => {
    const cloud = new MemoryCloud({
      call: ({ args }, _, place) => ({ result: { place, n: args["n"] ?? null }, failures: [] }),
    });
    const source = `
      const mem = new Mem("mem", { place: "there" });
      const a = new Thing("a", {}, { provider: mem });
      exports.answer = pulumi.runtime.call("mem:index:Thing/method", { __self__: a, n: 3 }, a);
      exports.ofProvider = pulumi.runtime.call("pulumi:providers:mem/method", { __self__: mem, n: 4 }, mem);`;
    const { outputs, said } = await workshop.deploy(source, { cloud });
    expect(said("error")).toBe("");
    expect(outputs).toEqual({ answer: { place: "there", n: 3 }, ofProvider: { place: "there", n: 4 } });
  });
});

describe("values", () => {
  it("carry references to resources in, and back out as resources", async () => {
    const cloud = new MemoryCloud();
    const source = `
      pulumi.runtime.registerResourceModule("mem", "index", {
        version: undefined,
        construct: (name, type, urn) => new Thing(name, {}, { urn }),
      });
      const a = new Thing("a", { size: 1 });
      const b = new Thing("b", { friend: a, list: [a] });
      exports.same = b.friend.apply((friend) => friend.urn);
      exports.size = b.friend.apply((friend) => friend instanceof Thing);`;
    const { outputs, entry, said } = await workshop.deploy(source, { cloud });
    expect(said("error")).toBe("");
    expect(outputs["same"]).toBe(urnOf("a"));
    expect(outputs["size"]).toBe(true);
    expect(entry("b")?.inputs["friend"]).toMatchObject(new Reference(urnOf("a"), "a-1"));
    expect(entry("b")?.dependencies).toEqual([urnOf("a")]);
  });

  it("of ExistsResource come from the provider's Read", async () => {
    const cloud = new MemoryCloud();
    cloud.objects.set("known", { type: "mem:index:Thing", properties: {} });
    const source = `
      exports.yes = pulumi.runtime.existsResource("mem:index:Thing", "known");
      exports.no = pulumi.runtime.existsResource("mem:index:Thing", "nobody");
      exports.later = pulumi.runtime.existsResource("mem:index:Thing", new Thing("a").id);`;
    const preview = await workshop.deploy(source, { cloud, verb: "preview" });
    expect(preview.outputs).toMatchObject({ yes: true, no: false });
    const { outputs } = await workshop.deploy(source, { cloud });
    expect(outputs).toEqual({ yes: true, no: false, later: true });
  });

  it("of other stacks keep their secrets; a missing output is undefined", async () => {
    const source = `
      const other = new pulumi.StackReference("org/net/dev");
      exports.open = other.getOutput("open");
      exports.hidden = other.getOutput("hidden");
      exports.missing = other.getOutput("missing").apply((value) => value === undefined);`;
    const { outputs, state } = await workshop.deploy(source, {
      cloud: new MemoryCloud(),
      stackOutputs: (name) => (name === "org/net/dev" ? { open: 1, hidden: new Secret("s") } : undefined),
    });
    expect(outputs["open"]).toEqual(1);
    expect(outputs["hidden"]).toEqual(new Secret("s"));
    expect(JSON.stringify(outputs["missing"])).toContain("true");
    expect(state.resources.find(({ external }) => external)?.id).toBe("org/net/dev");
    const gone = await workshop.deploy(source, { cloud: new MemoryCloud() });
    expect(gone.said("error")).toContain('unknown stack "org/net/dev"');
  });

  it("in a stash stay what they first were", async () => {
    const source = (value: number): string =>
      `const stash = new pulumi.Stash("first", { input: ${value} }); exports.kept = stash.output; exports.now = stash.input;`;
    const cloud = new MemoryCloud();
    const one = await workshop.deploy(source(1), { cloud });
    const two = await workshop.deploy(source(2), { cloud, state: one.state });
    expect([one.outputs, two.outputs]).toEqual([
      { kept: 1, now: 1 },
      { kept: 1, now: 2 },
    ]);
    expect(two.ops).toEqual(["update first"]);
  });
});
