import { describe, expect, test } from "vitest";
import { openSchemas } from "./index.ts";
import { type Files, shopSdk, TEXT_STYLES, temporary, under } from "./testing.ts";
import type { RefType } from "./types.ts";

const CRATE = "shop:store/crate:Crate";
const open = (sdk: Files) => openSchemas(temporary(under("node_modules/@pulumi/shop", sdk)));
const ref = (name: string): RefType => ({ kind: "ref", package: "shop", name });
const STRING = { kind: "string" };

describe.each(TEXT_STYLES)("text in the %s style", (style) => {
  test("a resource's inputs say all that the constructor does", () => {
    expect(open(shopSdk(style)).resource(CRATE)?.inputs).toEqual({
      kind: { type: { kind: "literal", value: "wooden" }, required: false, secret: false, constant: "wooden" },
      label: { type: STRING, required: true, secret: false, validValues: ["a.b", "c", "d"], docDefault: "c" },
      lid: { type: ref("inputs.store.LidArgs"), required: false, secret: false, deprecated: "Crates have no lids." },
      lock: { type: STRING, required: false, secret: true },
      note: { type: STRING, required: false, secret: false, default: 'Packed by "us"' },
      slots: { type: { kind: "list", element: ref("inputs.store.SlotArgs") }, required: false, secret: false },
      wood: {
        type: { kind: "union", members: [STRING, { kind: "enum", package: "shop", name: "store.Wood" }] },
        required: false,
        secret: false,
      },
      picture: {
        type: {
          kind: "union",
          members: [
            { kind: "asset", accepts: "asset" },
            { kind: "asset", accepts: "archive" },
          ],
        },
        required: false,
        secret: false,
      },
    });
  });

  test("outputs are told from inputs", () => {
    const outputs = open(shopSdk(style)).resource(CRATE)?.outputs ?? {};
    expect(outputs["weight"]).toEqual({ type: { kind: "number" }, computed: true });
    expect(Object.keys(outputs).filter((name) => outputs[name]?.computed)).toEqual(["weight"]);
    expect(outputs["slots"]?.type).toEqual({ kind: "list", element: ref("outputs.store.Slot") });
  });

  test("what belongs to the resource as a whole", () => {
    expect(open(shopSdk(style)).resource(CRATE)).toMatchObject({
      token: CRATE,
      kind: "custom",
      additionalSecretOutputs: ["lock", "weight"],
      replaceOnChanges: ["slots[*].size"],
      aliases: ["shop:store/box:Box"],
      deprecated: "Use a barrel or nothing.",
      importIds: ["street/{{label}}"],
      importHint: "import crates using the `label`",
    });
  });

  test("a provider's arguments", () => {
    expect(open(shopSdk(style)).resource("pulumi:providers:shop")).toMatchObject({
      kind: "provider",
      inputs: {
        street: { env: { names: ["SHOP_STREET", "STREET"], parse: "string" } },
        strict: { json: true, env: { names: ["SHOP_STRICT"], parse: "boolean" } },
      },
    });
  });

  test("functions", () => {
    const schemas = open(shopSdk(style));
    expect(schemas.function("shop:store/getCrate:getCrate")).toEqual({
      token: "shop:store/getCrate:getCrate",
      single: false,
      args: {
        label: { type: STRING, required: true },
        filters: { type: { kind: "list", element: ref("inputs.store.Lid") }, required: false },
      },
      result: {
        label: { type: STRING, required: true },
        lid: { type: ref("outputs.store.Lid"), required: false },
      },
      resultType: { kind: "map", element: { kind: "any" } },
    });
    expect(schemas.function("shop:index/half:half")).toEqual({
      token: "shop:index/half:half",
      single: true,
      args: { whole: { type: { kind: "number" }, required: true } },
      result: {},
      resultType: { kind: "number" },
      deprecated: "use a quarter twice",
    });
  });

  test("nested types and enums", () => {
    const schemas = open(shopSdk(style));
    expect(schemas.resolve(ref("inputs.store.SlotArgs"))).toEqual({
      "odd-name": { type: ref("inputs.store.LidArgs"), required: false },
      size: { type: { kind: "number" }, required: true },
      tags: { type: { kind: "map", element: STRING }, required: false },
    });
    expect(schemas.resolve(ref("outputs.Settings"))).toEqual({ deep: { type: { kind: "boolean" }, required: false } });
    expect(Object.keys(schemas.resolve(ref("outputs.store.v1.Hinge")) ?? {})).toEqual(["side"]);
    expect(Object.keys(schemas.resolve(ref("outputs.store.Straggler")) ?? {})).toEqual(["late"]);
    expect(schemas.resolve(ref("outputs.store.Nothing"))).toBeUndefined();
    expect(schemas.enumValues({ kind: "enum", package: "shop", name: "store.Wood" })).toEqual(["oak", "balsa"]);
    expect(schemas.enumValues({ kind: "enum", package: "shop", name: "store.Stone" })).toBeUndefined();
  });
});

test("a file that is named in another case is found all the same", () => {
  const { "store/crate.js": script = "", "store/crate.d.ts": declaration = "", ...rest } = shopSdk("new");
  const schemas = open({ ...rest, "store/CRATE_.js": script, "store/CRATE_.d.ts": declaration });
  expect(schemas.resource(CRATE)?.token).toBe(CRATE);
});

test("names of every object are no properties", () => {
  const schemas = open(shopSdk("new"));
  expect(schemas.resource(CRATE)?.inputs["constructor"]).toBeUndefined();
  expect(schemas.resolve(ref("inputs.store.LidArgs"))?.["toString"]).toBeUndefined();
  expect(schemas.resolve(ref("inputs.constructor"))).toBeUndefined();
});

describe("a text that is only half understood is not recognised", () => {
  const changed = (file: string, from: string | RegExp, to: string) => {
    const sdk = shopSdk("new");
    const text = sdk[file] ?? "";
    expect(text).toMatch(from);
    return open({ ...sdk, [file]: text.replace(from, to) }).absence("resource", CRATE);
  };

  test.each([
    ["an assignment in another form", "store/crate.js", 'resourceInputs["lid"] =', "resourceInputs.lid ="],
    ["a required name that is no input", "store/crate.js", "property 'label'", "property 'labels'"],
    ["an input without a declared type", "store/crate.d.ts", /\n {4}lid\?: .*/, ""],
    ["an output that is never set", "store/crate.js", 'resourceInputs["weight"] =', 'extras["weight"] ='],
    ["a type in another syntax", "store/crate.d.ts", "lock?: pulumi.Input<string", "lock?: pulumi.Input<keyof string"],
    ["another base class", "store/crate.js", "extends pulumi.CustomResource", "extends pulumi.Construct"],
  ])("%s", (_what, file, from, to) => {
    expect(changed(file, from, to)).toEqual({
      reason: "text not recognised",
      package: "shop",
      version: "1.2.3",
      message: "shop:store/crate:Crate: SDK text format not recognised, shop 1.2.3.",
    });
  });

  test("an unknown token and an absent package are told apart", () => {
    const schemas = open(shopSdk("new"));
    expect(schemas.absence("resource", "shop:store/barrel:Barrel")?.reason).toBe("token not in package");
    expect(schemas.absence("resource", "stall:store/crate:Crate")?.reason).toBe("package not installed");
    expect(schemas.absence("resource", "shop:../../store:Crate")?.reason).toBe("package not installed");
    expect(schemas.absence("resource", "shop:package.json/deep:Crate")?.reason).toBe("token not in package");
    expect(schemas.absence("resource", CRATE)).toBeUndefined();
    expect(schemas.packageVersion("shop")).toBe("1.2.3");
    expect(schemas.packageVersion("stall")).toBeUndefined();
  });
});
