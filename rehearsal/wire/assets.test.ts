import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hashAssets } from "./assets.ts";
import { parseDuration } from "./duration.ts";
import { makeUrn, nameOf, packageOf, qualifiedTypeOf, typeOf } from "./urn.ts";
import { Archive, Asset } from "./value.ts";

const folder = mkdtempSync(join(tmpdir(), "assets-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hashOf = async (value: Asset | Archive): Promise<string | undefined> =>
  ((await hashAssets({ value }, folder))["value"] as Asset | Archive).content.hash;

describe("asset hashes", () => {
  it("are the SHA-256 of the bytes", async () => {
    writeFileSync(join(folder, "hello.txt"), "hello\n");
    const expected = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
    expect(await hashOf(new Asset({ path: "hello.txt" }))).toBe(expected);
    expect(await hashOf(new Asset({ text: "hello\n" }))).toBe(expected);
  });

  it("of archives do not depend on where the bytes come from, nor on the order of names", async () => {
    mkdirSync(join(folder, "tree", "d"), { recursive: true });
    writeFileSync(join(folder, "tree", "a"), "A");
    writeFileSync(join(folder, "tree", "d", "b"), "B");
    const assets = (names: readonly string[]): Archive =>
      new Archive({
        assets: Object.fromEntries(names.map((name) => [name, new Asset({ text: name === "a" ? "A" : "B" })])),
      });
    const fromFolder = await hashOf(new Archive({ path: "tree" }));
    expect(await hashOf(assets(["a", "d/b"]))).toBe(fromFolder);
    expect(await hashOf(assets(["d/b", "a"]))).toBe(fromFolder);
  });

  it("are kept where they are known, and the value itself is never changed", async () => {
    const asset = new Asset({ path: "absent", hash: "known" });
    expect(await hashOf(asset)).toBe("known");
  });
});

describe("an asset whose file is missing", () => {
  it.each([
    new Asset({ path: "dist/main.js" }),
    new Archive({ path: "dist/main.js" }),
    new Archive({ assets: { inner: new Archive({ path: "dist/main.js" }) } }),
  ])("says which", async (missing) => {
    await expect(hashOf(missing)).rejects.toThrow(/'dist\/main\.js', which does not exist/);
  });
});

describe("durations and URNs", () => {
  it.each([
    ["5m", 300],
    ["1h30m", 5400],
    ["10s", 10],
    ["250ms", 0.25],
    ["", 0],
    ["5", undefined],
    ["fast", undefined],
  ])("%j is %s seconds", (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it("take the parent's type, but not the stack's", () => {
    const stack = makeUrn("s", "p", undefined, "pulumi:pulumi:Stack", "p-s");
    const outer = makeUrn("s", "p", stack, "my:index:Outer", "o");
    const inner = makeUrn("s", "p", outer, "aws:s3/bucket:Bucket", "a::b");
    expect(inner).toBe("urn:pulumi:s::p::my:index:Outer$aws:s3/bucket:Bucket::a::b");
    expect([nameOf(inner), typeOf(inner), qualifiedTypeOf(inner), packageOf(typeOf(inner))]).toEqual([
      "a::b",
      "aws:s3/bucket:Bucket",
      "my:index:Outer$aws:s3/bucket:Bucket",
      "aws",
    ]);
  });
});
