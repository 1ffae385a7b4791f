import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsPath, joinPath, parsePath, resetPath } from "./path.ts";
import { Secret } from "./value.ts";

describe("property paths", () => {
  const part = fc.oneof(
    fc.nat(50),
    fc.string({ minLength: 1 }).filter((key) => key !== "*"),
  );

  it("are read as they were written", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((key) => key !== "*"),
        fc.array(part),
        (first, rest) => {
          const parts = [first, ...rest];
          expect(parsePath(parts.reduce<string>(joinPath, ""))).toEqual(parts);
        },
      ),
    );
  });

  it.each(["", ".a", "a..b", "a.", "a[", "a[x]", 'a["b]', "[0]b"])("are refused where they are none: %j", (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  it.each([
    ["a", "a.b", true],
    ["a.*", "a.b.c", true],
    ["*", "a", true],
    ["a[*].b", "a[3].b", true],
    ["a.b", "a", false],
    ["a[0]", "a[1]", false],
  ])("%s contains %s: %s", (outer, inner, expected) => {
    expect(containsPath(parsePath(outer) ?? [], parsePath(inner) ?? [])).toBe(expected);
  });

  const reset = (path: string, olds: object, news: object) =>
    resetPath(parsePath(path) ?? [], olds as never, news as never);

  it("put old values back", () => {
    expect(reset("a.b", { a: { b: 1, c: 1 } }, { a: { b: 2, c: 2 } })).toEqual({
      value: { a: { b: 1, c: 2 } },
      ok: true,
    });
    expect(reset("a[1]", { a: [1, 2] }, { a: [3, 4] })).toEqual({ value: { a: [3, 2] }, ok: true });
    expect(reset("a[*].x", { a: [{ x: 1 }] }, { a: [{ x: 2, y: 2 }] })).toEqual({
      value: { a: [{ x: 1, y: 2 }] },
      ok: true,
    });
    expect(reset("a", { a: new Secret("s") }, { a: "t" })).toEqual({ value: { a: new Secret("s") }, ok: true });
  });

  it("take out what was not there before", () => {
    expect(reset("a.b", { a: {} }, { a: { b: 2 } })).toEqual({ value: { a: {} }, ok: true });
  });

  it("leave alone what runs through something added or removed", () => {
    expect(reset("a.b", {}, { a: { b: 2 } }).ok).toBe(false);
    expect(reset("a[0]", { a: [1] }, { a: [1, 2] }).ok).toBe(false);
    expect(reset("a.b", {}, {}).ok).toBe(true);
  });
});
