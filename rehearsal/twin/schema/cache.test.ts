import { execFile } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openSchemas } from "./index.ts";
import { shopSdk, temporary, under } from "./testing.ts";
import type { RefType } from "./types.ts";

const CRATE = "shop:store/crate:Crate";
const LID: RefType = { kind: "ref", package: "shop", name: "inputs.store.LidArgs" };
const program = () => temporary(under("node_modules/@pulumi/shop", shopSdk("new")));

function read(from: string, cacheDirectory?: string): unknown {
  const schemas = openSchemas(from, cacheDirectory === undefined ? {} : { cacheDirectory });
  return [schemas.resource(CRATE), schemas.function("shop:store/getCrate:getCrate"), schemas.resolve(LID)];
}
function files(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
}

test("a second reader gets the same from the cache", () => {
  const [from, cache] = [program(), temporary()];
  expect(read(from, cache)).toEqual(read(from));
  const kept = files(cache);
  expect(kept).toHaveLength(3);
  const before = kept.map((it) => readFileSync(it, "utf8"));
  expect(read(from, cache)).toEqual(read(from));
  expect(kept.map((it) => readFileSync(it, "utf8"))).toEqual(before);
  expect(openSchemas(from, { cacheDirectory: cache }).resource(CRATE)?.inputs["constructor"]).toBeUndefined();
});

test("it answers from the cache, not from the package", () => {
  const [from, cache] = [program(), temporary()];
  read(from, cache);
  const script = join(from, "node_modules/@pulumi/shop/store/crate.js");
  writeFileSync(script, " ".repeat(readFileSync(script).length));
  expect(openSchemas(from, { cacheDirectory: cache }).resource(CRATE)?.token).toBe(CRATE);
});

test.each([
  ["cut off", (path: string) => truncateSync(path, 40)],
  ["empty", (path: string) => truncateSync(path, 0)],
  ["overwritten", (path: string) => writeFileSync(path, '{"key":"x"}\n{}')],
  ["changed", (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace("shop", "shoq"))],
  ["longer", (path: string) => appendFileSync(path, " ")],
])("files that are %s are ignored and written anew", (_how, spoil) => {
  const [from, cache] = [program(), temporary()];
  const fresh = read(from, cache);
  const kept = files(cache);
  const before = kept.map((it) => readFileSync(it, "utf8"));
  kept.forEach(spoil);
  expect(read(from, cache)).toEqual(fresh);
  expect(kept.map((it) => readFileSync(it, "utf8"))).toEqual(before);
});

test("an SDK whose text changed under the same version is read again", () => {
  const [from, cache] = [program(), temporary()];
  read(from, cache);
  const types = join(from, "node_modules/@pulumi/shop/types/input.d.ts");
  writeFileSync(types, readFileSync(types, "utf8").replace("heavy:", "ponderous:"));
  const members = openSchemas(from, { cacheDirectory: cache }).resolve(LID);
  expect(Object.keys(members ?? {})).toEqual(["ponderous"]);
  const script = join(from, "node_modules/@pulumi/shop/store/crate.js");
  writeFileSync(script, readFileSync(script, "utf8").replace("store/box:Box", "store/basket:Basket"));
  expect(openSchemas(from, { cacheDirectory: cache }).resource(CRATE)?.aliases).toEqual(["shop:store/basket:Basket"]);
});

test("a cache that cannot be written is no obstacle, and leaves nothing behind", () => {
  const from = program();
  const below = join(from, "node_modules/@pulumi/shop/package.json", "cache");
  expect(read(from, below)).toEqual(read(from));
});

test("processes that write at the same time leave whole files only", async () => {
  const [from, cache] = [program(), temporary()];
  const script = `
    import { openSchemas } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
    const [from, cacheDirectory] = process.argv.slice(1);
    for (let i = 0; i < 50; i++) {
      const schemas = openSchemas(from, { cacheDirectory });
      if (!schemas.resource(${JSON.stringify(CRATE)}) || !schemas.resolve(${JSON.stringify(LID)})) process.exit(1);
      for (const name of fs.readdirSync(cacheDirectory, { recursive: true })) {
        if (name.endsWith(".json")) fs.truncateSync(cacheDirectory + "/" + name, i);
      }
    }`;
  const run = () =>
    promisify(execFile)(process.execPath, [
      "--input-type=module",
      "-e",
      `import fs from "node:fs"; ${script}`,
      from,
      cache,
    ]);
  await Promise.all([run(), run(), run()]);
  expect(read(from, cache)).toEqual(read(from));
  expect(files(cache)).toHaveLength(3);
});
