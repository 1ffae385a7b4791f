import { afterAll, describe, expect, it } from "vitest";
import { Secret } from "../../wire/value.ts";
import { MemoryCloud } from "../providers/testing.ts";
import { readState, writeState } from "../state/file.ts";
import { PassphraseCipher } from "../state/passphrase.ts";
import { Workshop } from "../testing.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

const TYPE = "mem:index:Thing";
function cloudWith(id: string, properties: { readonly [key: string]: string | number }): MemoryCloud {
  const cloud = new MemoryCloud();
  cloud.objects.set(id, { type: TYPE, properties: { ...properties, made: id } });
  return cloud;
}

describe("import by option", () => {
  const source = (n: number, id = "old-1", more = ""): string =>
    `const a = new Thing("a", { n: ${n} }, { import: "${id}" }); exports.made = a.made; ${more}`;

  it("takes the object over, keeps the id it came from, and reads it only once", async () => {
    const cloud = cloudWith("old-1", { n: 1 });
    const one = await workshop.deploy(source(1), { cloud });
    expect([one.result, one.ops, one.outputs["made"]]).toEqual(["succeeded", ["import a"], "old-1"]);
    expect(one.entry("a")).toMatchObject({ id: "old-1", importId: "old-1" });
    cloud.calls.length = 0;
    const two = await workshop.deploy(source(2), { cloud, state: one.state });
    expect([two.ops, cloud.log("read")]).toEqual([["update a"], []]);
    expect(cloud.objects.get("old-1")?.properties["n"]).toBe(2);
  });

  it("of another id takes the place of the object there was, which goes at the end", async () => {
    const cloud = cloudWith("old-1", { n: 1 });
    const one = await workshop.deploy(`new Thing("a", { n: 1 })`, { cloud });
    const two = await workshop.deploy(source(1), { cloud, state: one.state });
    expect([two.result, two.ops]).toEqual(["succeeded", ["import-replacement a", "replace a", "delete-replaced a"]]);
    expect([...cloud.objects.keys()]).toEqual(["old-1"]);
  });

  it("of nothing fails, and leaves nothing behind", async () => {
    const cloud = new MemoryCloud();
    const { result, said, state, entry } = await workshop.deploy(source(1), { cloud });
    expect([result, entry("a"), state.pending]).toEqual(["failed", undefined, []]);
    expect(said("error")).toContain("resource 'old-1' does not exist");
  });

  it("is refused by a provider that reads no inputs", async () => {
    const cloud = cloudWith("old-1", { n: 1 });
    cloud.rules = { read: ({ id }) => ({ id, properties: {} }) };
    const { result, said } = await workshop.deploy(source(1), { cloud });
    expect([result, said("error")]).toMatchObject([
      "failed",
      expect.stringContaining("provider does not support importing resources"),
    ]);
  });
});

describe("import by command", () => {
  it("hangs the object where it is told, with the provider that it is told", async () => {
    const cloud = cloudWith("old-1", { n: 1 });
    const one = await workshop.deploy(
      `const p = new Mem("p", { place: "x" }); new Group("g"); new Thing("b", {}, { provider: p });`,
      { cloud },
    );
    const [parent, provider] = [one.entry("g")?.urn ?? "", one.entry("b")?.provider ?? ""];
    const imports = [{ type: TYPE, name: "a", id: "old-1", protect: false, parent, provider }];
    const two = await workshop.deploy(undefined, { cloud, state: one.state, verb: "import", imports });
    expect(two.entry("a")).toMatchObject({ parent, provider, id: "old-1", inputs: { n: 1 } });
    expect(two.entry("a")?.urn).toContain("app:index:Group$mem:index:Thing");
    expect(cloud.calls.findLast(({ method }) => method === "read")?.place).toBe("x");
  });

  it("protects what it takes, keeps everything else, and needs no program", async () => {
    const cloud = cloudWith("old-1", { n: 1 });
    const one = await workshop.deploy(`new Thing("b", { n: 2 })`, { cloud });
    const imports = [{ type: TYPE, name: "a", id: "old-1", protect: true }];
    const two = await workshop.deploy(undefined, { cloud, verb: "import", imports, state: one.state });
    expect(two.result).toBe("succeeded");
    expect(two.entry("a")).toMatchObject({ id: "old-1", protect: true, importId: "", inputs: { n: 1 } });
    expect(two.entry("b")).toMatchObject({ id: one.entry("b")?.id });
    const program = `new Thing("b", { n: 2 }); new Thing("a", { n: 1 }, { protect: true });`;
    const three = await workshop.deploy(program, { cloud, state: two.state, verb: "preview" });
    expect([...three.ops].sort()).toEqual(["same a", "same b"]);
  });

  it("says which objects there are not, and takes the others", async () => {
    const cloud = cloudWith("old-1", { n: 1 });
    const imports = ["old-1", "nobody"].map((id) => ({ type: TYPE, name: id, id, protect: false }));
    const { result, said, state } = await workshop.deploy(undefined, { cloud, verb: "import", imports, parallel: 1 });
    expect(result).toBe("failed");
    expect(said("error")).toContain("resource 'nobody' does not exist");
    expect(state.resources.filter(({ type }) => type === TYPE).map(({ id }) => id)).toEqual(["old-1"]);
  });
});

describe("an exported state", () => {
  it("goes on where it was: the same program changes nothing, secrets stay secret", async () => {
    const source = `
      const mem = new Mem("mem", { place: "x", token: pulumi.secret("t") });
      const group = new Group("g");
      const a = new Thing("a", { hidden: pulumi.secret({ deep: 1 }), list: [1, null, "x"], big: 1e21 }, { provider: mem, parent: group });
      new Thing("b", { of: a.made, hidden: a.hidden }, { provider: mem, dependsOn: [group], protect: true, customTimeouts: { create: "5m" } });
      new Thing("c", { asset: new pulumi.asset.StringAsset("text") }, { replaceOnChanges: ["asset"], additionalSecretOutputs: ["made"] });
      group.registerOutputs({ hidden: a.hidden });
      exports.hidden = a.hidden;`;
    const cloud = new MemoryCloud();
    const one = await workshop.deploy(source, { cloud });
    expect(one.result).toBe("succeeded");
    const exported = JSON.stringify(writeState(one.state, "2030-01-01T00:00:00Z", PassphraseCipher.create("p", "s")));
    expect(exported).not.toContain('"deep"');
    const { state, placeholders } = readState(exported, "export.json", "p");
    expect(placeholders).toEqual([]);
    expect(state.resources.find(({ urn }) => urn.endsWith("::a"))?.inputs["hidden"]).toEqual(new Secret({ deep: 1 }));
    const two = await workshop.deploy(source, { cloud, state, verb: "preview" });
    expect(two.ops.filter((op) => !op.startsWith("same "))).toEqual([]);
    const three = await workshop.deploy(source, { cloud, state });
    const again = JSON.stringify(writeState(three.state, "2030-01-01T00:00:00Z", PassphraseCipher.create("p", "s")));
    expect(JSON.parse(again)).toMatchObject({ version: 3 });
    expect(new Set(three.state.resources.map((r) => `${r.urn} ${r.id} ${r.created} ${r.modified}`))).toEqual(
      new Set(one.state.resources.map((r) => `${r.urn} ${r.id} ${r.created} ${r.modified}`)),
    );
  });
});
