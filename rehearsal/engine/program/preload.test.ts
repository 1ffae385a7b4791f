import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, describe, expect, it } from "vitest";
import { MemoryCloud } from "../providers/testing.ts";
import { Workshop } from "../testing.ts";

const require = createRequire(import.meta.url);
const workshop = new Workshop();
afterAll(() => workshop.remove());

describe("the serializer of functions", () => {
  it("knows the file of a function that was loaded before anything was serialized", async () => {
    const source = `
      const native = Math.max.bind(Math);
      exports.text = pulumi.runtime.serializeFunction(function handler() { return native(1); });`;
    const { said } = await workshop.deploy(source, { cloud: new MemoryCloud() });
    expect(said("error")).toMatch(/function 'handler': index\.js\(\d+,\d+\): captured/);
  });
});

describe("the reader of source maps", () => {
  interface Consumer {
    readonly sources: readonly string[];
    originalPositionFor(at: { readonly line: number; readonly column: number }): unknown;
  }
  type Reader = new (map: string) => Consumer;
  const { quickConsumer } = require("./source-maps.cjs") as { quickConsumer: (others: () => Reader) => Reader };
  const support = createRequire(require.resolve("@pulumi/pulumi/package.json")).resolve("source-map-support");
  const { SourceMapConsumer: Whole } = createRequire(support)("source-map") as { SourceMapConsumer: Reader };
  const Quick = quickConsumer(() => Whole);

  it.each(["resource", "runtime/settings", "cmd/run/run"])("finds in %s what the SDK's reader finds", (file) => {
    const script = require.resolve(`@pulumi/pulumi/${file}`);
    const map = readFileSync(`${script}.map`, "utf8");
    const [quick, whole] = [new Quick(map), new Whole(map)];
    expect(quick.sources).toEqual(whole.sources);
    // from the end to the start as well as onwards
    const lines = [...readFileSync(script, "utf8").split("\n").entries()];
    for (const [i, text] of [...lines.slice(-40).reverse(), ...lines]) {
      for (const column of [0, 4, 9, text.length - 1, text.length + 1]) {
        const at = { line: i + 1, column: Math.max(0, column) };
        expect(quick.originalPositionFor(at)).toEqual(whole.originalPositionFor(at));
      }
    }
  });

  it("leaves maps of other forms to the SDK's reader", () => {
    const map = { version: 3, sources: ["a.ts"], names: [], mappings: "AAAA" };
    const section = { offset: { line: 1, column: 0 }, map };
    const others = [
      { ...map, sourceRoot: "/src" },
      { version: 3, sections: [section] },
    ].map((one) => JSON.stringify(one));
    for (const text of [...others, `)]}'\n${JSON.stringify(map)}`]) expect(new Quick(text)).toBeInstanceOf(Whole);
  });
});
