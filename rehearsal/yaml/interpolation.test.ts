import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, type Part, parseText } from "./interpolation.ts";

const write = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === "string" ? part.replaceAll("$", "$$$$") : `\${${formatPath(part)}}`)).join("");

const word = fc.string({ minLength: 1 }).filter((text) => text !== "*" && !text.includes("}"));
const path = fc.record({ root: word, tail: fc.array(fc.oneof(fc.nat(9), word)) });

describe("interpolation", () => {
  it("reads what it wrote", () => {
    const parts = fc.array(fc.oneof(fc.string({ minLength: 1 }), path)).filter(
      // two texts side by side are one
      (list) => list.every((part, i) => typeof part !== "string" || typeof list[i - 1] !== "string"),
    );
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseText(write(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ["plain", ["plain"]],
    ["$${x} and $$ and 5$", ["${x} and $ and 5$"]],
    ['${a.b[0]["c.}d"]}!', [{ root: "a", tail: ["b", 0, "c.}d"] }, "!"]],
    ["${aws:region}", [{ root: "aws:region", tail: [] }]],
  ])("%s", (text, parts) => expect(parseText(text)).toEqual(parts));

  it.each(["${", "${a", "${}", "${[0]}", "${a[x]}", "${a[*]}", "${a..b}"])("refuses %s", (text) =>
    expect(parseText(text)).toBeUndefined(),
  );
});
