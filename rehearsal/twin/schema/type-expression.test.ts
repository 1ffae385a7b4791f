import fc from "fast-check";
import { expect, test } from "vitest";
import { parseType } from "./type-expression.ts";
import type { PropertyType } from "./types.ts";

const STRING: PropertyType = { kind: "string" };

test.each<[string, PropertyType]>([
  ["pulumi.Input<pulumi.Input<string>[] | undefined>", { kind: "list", element: STRING }],
  ["pulumi.Output<string | null>", STRING],
  [
    "pulumi.Input<{\n        [key: string]: pulumi.Input<string>;\n    } | undefined>",
    { kind: "map", element: STRING },
  ],
  ["{}", { kind: "map", element: { kind: "any" } }],
  ["Record<string, string[]>", { kind: "map", element: { kind: "list", element: STRING } }],
  ["(string | number)[]", { kind: "list", element: { kind: "union", members: [STRING, { kind: "number" }] } }],
  ["string | (string | undefined)", STRING],
  ['| \'it\\\'s\' | "say \\"so\\""', { kind: "union", members: [literal("it's"), literal('say "so"')] }],
  ["true | -1.5", { kind: "union", members: [literal(true), literal(-1.5)] }],
  ["/* a; comment */ string // and one more\n", STRING],
  ["string | Role", { kind: "union", members: [STRING, { kind: "resource", name: "Role" }] }],
  ["pulumiAws.types.input.ec2.Rule", { kind: "any" }],
  ["undefined", { kind: "any" }],
])("%s", (text, type) => {
  expect(parseType(text, "shop")).toEqual(type);
});

test.each(["", "string |", "string[", "{ a: string }", "() => string", "keyof X", "Promise<string", "a b", "`x`"])(
  "%j is not recognised",
  (text) => {
    expect(parseType(text, "shop")).toBeUndefined();
  },
);

function literal(value: string | number | boolean): PropertyType {
  return { kind: "literal", value };
}

const word = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/);
const leaf: fc.Arbitrary<PropertyType> = fc.oneof(
  fc.constantFrom<PropertyType>(STRING, { kind: "number" }, { kind: "boolean" }, { kind: "any" }),
  fc.record({ kind: fc.constant("asset" as const), accepts: fc.constantFrom("asset" as const, "archive" as const) }),
  fc.oneof(fc.string(), fc.integer(), fc.boolean()).map(literal),
  fc.tuple(fc.constantFrom("inputs", "outputs"), word, word).map(([side, namespace, name]) => {
    return { kind: "ref" as const, package: "shop", name: `${side}.${namespace}.${name}` };
  }),
  word.map((name) => ({ kind: "enum" as const, package: "shop", name: `store.${name}` })),
  word.map((name) => ({ kind: "resource" as const, name: `R${name}` })),
);
const { type } = fc.letrec<{ type: PropertyType; single: PropertyType }>((tie) => ({
  single: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ kind: fc.constantFrom("list" as const, "map" as const), element: tie("type") }),
  ),
  type: fc.oneof(
    { maxDepth: 4 },
    tie("single"),
    fc
      .uniqueArray(tie("single"), { minLength: 2, maxLength: 4, selector: (it) => JSON.stringify(it) })
      .map((members) => ({ kind: "union" as const, members })),
  ),
}));
const NAMES = { asset: "pulumi.asset.Asset", archive: "pulumi.asset.Archive" };

/** Writes a type as generators do; `wrapped` and `optional` are the ways in which their styles differ. */
function write(of: PropertyType, wrapped: boolean, optional: boolean): string {
  const inner = (it: PropertyType) => write(it, wrapped, false);
  const text = () => {
    switch (of.kind) {
      case "list":
        return wrapped ? `${inner(of.element)}[]` : `(${inner(of.element)})[]`;
      case "map":
        return `{\n    [key: string]: ${inner(of.element)};\n}`;
      case "union":
        return of.members.map(inner).join(" | ");
      case "literal":
        return JSON.stringify(of.value);
      case "asset":
        return NAMES[of.accepts];
      case "enum":
        return `enums.${of.name}`;
      case "ref":
      case "resource":
        return of.name;
      case "string":
      case "number":
      case "boolean":
      case "any":
        return of.kind;
    }
  };
  const whole = optional ? `${text()} | undefined` : text();
  return wrapped ? `pulumi.Input<${whole}>` : whole;
}

test("reads back every type it could be shown, in every style", () => {
  fc.assert(
    fc.property(type, fc.boolean(), fc.boolean(), (it, wrapped, optional) => {
      expect(parseType(write(it, wrapped, optional), "shop")).toEqual(it);
    }),
    { numRuns: 500 },
  );
});

test("never throws, and never reads a truncated text as if it were whole", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseType(text, "shop")));
  fc.assert(
    fc.property(type, fc.nat(), (it, cut) => {
      const text = write(it, true, true);
      expect(parseType(text.slice(0, "pulumi.Input<".length + (cut % (text.length - 14))), "shop")).toBeUndefined();
    }),
  );
});
