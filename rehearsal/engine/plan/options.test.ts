import { afterAll, describe, expect, it } from "vitest";
import type { Properties } from "../../wire/value.ts";
import { MemoryCloud } from "../providers/testing.ts";
import { writeState } from "../state/file.ts";
import { canonicalOrder } from "../state/order.ts";
import { PassphraseCipher } from "../state/passphrase.ts";
import { urnOf, Workshop } from "../testing.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

describe("aliases", () => {
  const start = `new Thing("old")`;
  it("of two resources for one object are an error, and so is one to a name in use", async () => {
    const cloud = new MemoryCloud();
    const { state } = await workshop.deploy(start, { cloud });
    const both = await workshop.deploy(
      `const a = new Thing("a", {}, { aliases: [{ name: "old" }] }); new Thing("b", { a: a.made }, { aliases: [{ name: "old" }] });`,
      { cloud, state },
    );
    expect(both.result).toBe("failed");
    expect(both.said("error")).toContain(
      `Duplicate resource alias '${urnOf("old")}' applied to resource with URN '${urnOf("b")}'`,
    );
    const kept = await workshop.deploy(
      `const old = new Thing("old"); new Thing("b", { of: old.made }, { aliases: [{ name: "old" }] });`,
      { cloud, state },
    );
    expect(kept.result).toBe("failed");
    expect(kept.said("error")).toContain(`Duplicate resource alias '${urnOf("old")}'`);
    const claimed = await workshop.deploy(
      `const b = new Thing("b", {}, { aliases: [{ name: "old" }] }); new Thing("old", { of: b.made });`,
      { cloud, state },
    );
    expect(claimed.said("error")).toContain(
      `Duplicate resource URN '${urnOf("old")}' conflicting with alias on resource`,
    );
    expect(cloud.objects.size).toBe(1);
  });

  it("keep the object of a renamed provider's resources", async () => {
    const cloud = new MemoryCloud();
    const source = (name: string, more: string): string =>
      `const mem = new Mem("${name}", { place: "x" }, { ${more} }); new Thing("a", {}, { provider: mem });`;
    const one = await workshop.deploy(source("one", ""), { cloud });
    const two = await workshop.deploy(source("two", `aliases: [{ name: "one" }]`), { cloud, state: one.state });
    expect([two.result, two.ops]).toEqual(["succeeded", ["same two", "same a"]]);
    expect(two.entry("a")?.provider).toContain("::two::");
  });
});

describe("deletedWith and replaceWith", () => {
  const source = (force: number, rest: string): string => `
    const host = new Thing("host", { force: ${force} });
    const guest = new Thing("guest", {}, { deletedWith: host, dependsOn: [host] });
    new Thing("mate", {}, { replaceWith: [host], dependsOn: [host] }); ${rest}`;

  it("replace with the other, and delete without a call to the provider", async () => {
    const cloud = new MemoryCloud();
    const one = await workshop.deploy(source(1, ""), { cloud });
    const two = await workshop.deploy(source(2, ""), { cloud, state: one.state });
    const keys = two.events.flatMap((event) =>
      event.kind === "pre" && event.step.op === "replace" ? [[event.step.urn.split("::")[3], event.step.keys]] : [],
    );
    expect(Object.fromEntries(keys)).toEqual({ host: ["force"], guest: ["deletedWith"], mate: ["replaceWith"] });
    expect(two.result).toBe("succeeded");
    cloud.calls.length = 0;
    const gone = await workshop.deploy(undefined, { cloud, state: two.state, verb: "destroy" });
    expect([gone.result, gone.state.resources]).toEqual(["succeeded", []]);
    expect(cloud.log("delete").sort()).toEqual(["delete host", "delete mate"]);
  });
});

describe("autonaming", () => {
  it("proposes what the most specific rule says; a name without a random part deletes first", async () => {
    const asked: unknown[] = [];
    const cloud = new MemoryCloud({ check: (request, plain) => (asked.push(request.autonaming), plain()) });
    const config = (text: object): { [key: string]: string } => ({ "pulumi:autonaming": JSON.stringify(text) });
    const source = (force: number): string => `new Thing("a", { force: ${force} })`;
    const verb = "preview";
    await workshop.deploy(source(1), {
      cloud,
      verb,
      config: config({ pattern: "${project}-${stack}-${name}-${hex(4)}" }),
    });
    expect(asked.pop()).toMatchObject({
      mode: "propose",
      proposedName: expect.stringMatching(/^shop-dev-a-[0-9a-f]{4}$/),
    });
    const specific = {
      mode: "verbatim",
      providers: { mem: { resources: { "mem:index:Thing": { mode: "disabled" } } } },
    };
    await workshop.deploy(source(1), { cloud, verb, config: config(specific) });
    expect(asked.pop()).toEqual({ mode: "disable", proposedName: "" });
    const verbatim = config({ mode: "verbatim" });
    const one = await workshop.deploy(source(1), { cloud, config: verbatim });
    expect(asked.pop()).toEqual({ mode: "enforce", proposedName: "a" });
    const two = await workshop.deploy(source(2), { cloud, config: verbatim, state: one.state });
    expect(two.ops).toEqual(["delete-replaced a", "replace a", "create-replacement a"]);
  });
});

describe("targets", () => {
  const SOURCE = `const a = new Thing("a", {}); new Thing("b", { of: a.made }); new Thing("c", {});`;
  it("limit a refresh, from either side", async () => {
    const cloud = new MemoryCloud();
    const { state } = await workshop.deploy(SOURCE, { cloud });
    cloud.objects.clear();
    const names = async (flags: object): Promise<string[]> => {
      const done = await workshop.deploy(undefined, { cloud, state, verb: "refresh", flags });
      expect(done.result).toBe("succeeded");
      return done.state.resources
        .filter(({ type }) => type === "mem:index:Thing")
        .map(({ urn }) => urn.split("::")[3] ?? "")
        .sort();
    };
    expect(await names({ targets: [urnOf("c")] })).toEqual(["a", "b"]);
    expect(await names({ targets: [urnOf("a")], targetDependents: true })).toEqual(["c"]);
    expect(await names({ excludes: [urnOf("a")] })).toEqual(["a"]);
    expect(await names({ excludes: [urnOf("a")], excludeDependents: true })).toEqual(["a", "b"]);
    expect(await names({ targets: ["**::a"] })).toEqual(["b", "c"]);
    const unknown = await workshop.deploy(undefined, {
      cloud,
      state,
      verb: "refresh",
      flags: { targets: [urnOf("x")] },
    });
    expect([unknown.result, unknown.said("error")]).toMatchObject([
      "failed",
      expect.stringContaining("could not be found"),
    ]);
  });
});

describe("destroy with the program", () => {
  it("runs delete hooks and uses the configuration of today; without it, it refuses", async () => {
    const cloud = new MemoryCloud();
    const source = (place: string): string => `
      const mem = new Mem("mem", { place: "${place}" });
      const hook = new pulumi.ResourceHook("bye", (args) => { console.log("bye " + args.name); });
      const a = new Thing("a", {}, { provider: mem, hooks: { beforeDelete: [hook] } });
      new Thing("b", { of: a.made }, { provider: mem });`;
    const { state } = await workshop.deploy(source("old"), { cloud });
    const refused = await workshop.deploy(undefined, { cloud, state, verb: "destroy" });
    expect([refused.result, refused.said("error")]).toMatchObject(["failed", expect.stringContaining("delete hooks")]);
    expect(cloud.objects.size).toBe(2);
    const gone = await workshop.deploy(source("new"), { cloud, state, verb: "destroy", flags: { runProgram: true } });
    expect([gone.result, gone.said("info"), gone.state.resources]).toEqual(["succeeded", "bye a", []]);
    expect(cloud.calls.flatMap(({ method, place }) => (method === "delete" ? [place] : []))).toEqual(["new", "new"]);
    expect(cloud.objects.size).toBe(0);
  });
});

// ids of the cloud in memory follow the order of creation, which may differ
const made = ({
  name,
  properties,
}: {
  name: string;
  properties: Properties;
}): { id: string; properties: Properties } => ({
  id: name,
  properties,
});
describe("two equal runs", () => {
  it("write the same bytes", async () => {
    const source = `for (let i = 0; i < 12; i++) new Thing("t" + i, { secret: pulumi.secret(i) });`;
    const written = async (): Promise<string> => {
      const cipher = PassphraseCipher.create("pass", "seed");
      const { state } = await workshop.deploy(source, { cloud: new MemoryCloud({ create: made }), parallel: 8 });
      return JSON.stringify(
        writeState({ ...state, resources: canonicalOrder(state.resources) }, "2030-01-01T00:00:00Z", cipher),
      );
    };
    expect(await written()).toBe(await written());
  });
});
