import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromJson, HIDDEN_FORM, toJson, WIRE_FORM } from "./json.ts";
import { decode, EVERYTHING, encode, PLAIN } from "./struct.ts";
import { bags, values } from "./testing.ts";
import { Asset, equal, isObject, OutputValue, type Properties, Reference, Secret, UNKNOWN } from "./value.ts";

describe("values on the wire", () => {
  it("come back from JSON as they went", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(equal(fromJson(toJson(value, WIRE_FORM)), value)).toBe(true);
      }),
    );
  });

  it("come back from protobuf as they went", () => {
    fc.assert(
      fc.property(bags, (properties) => {
        expect(equal(decode(encode(properties, EVERYTHING)), properties)).toBe(true);
      }),
    );
  });

  it("never show a secret in the form for people", () => {
    const shown = JSON.stringify(toJson({ list: [new Secret({ deep: "hunter2" })] }, HIDDEN_FORM));
    expect(shown).not.toContain("hunter2");
    expect(shown).toContain("[secret]");
  });

  it("are flattened to what the receiver accepts", () => {
    const properties: Properties = {
      secret: new Secret("s"),
      custom: new Reference("urn:pulumi:s::p::a:b:C::n", "id-1"),
      component: new Reference("urn:pulumi:s::p::a:b:C::n"),
      output: new OutputValue(undefined, true, []),
    };
    expect(decode(encode(properties, PLAIN))).toEqual({
      secret: "s",
      custom: "id-1",
      component: "urn:pulumi:s::p::a:b:C::n",
      output: UNKNOWN,
    });
  });

  it("keep numbers that JSON has no word for", () => {
    const state = { secret: () => null, spellNumbers: true };
    expect(fromJson(toJson(Number.POSITIVE_INFINITY, state))).toBe(Number.POSITIVE_INFINITY);
    expect(fromJson(toJson(Number.NaN, state))).toBeNaN();
  });

  it("leave out the marks that SDKs put beside an asset's content", () => {
    const asset = fromJson({
      "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
      __pulumiAsset: true,
      text: "",
    });
    expect(asset).toEqual(new Asset({ text: "" }));
  });

  it("refuse a signature nobody knows", () => {
    expect(() => fromJson({ "4dabf18193072939515e22adb298388d": "nonsense" })).toThrow(/unknown signature/);
    expect(isObject(fromJson({}))).toBe(true);
  });
});
