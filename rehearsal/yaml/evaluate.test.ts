import { describe, expect, it } from "vitest";
import { Evaluator } from "./evaluate.ts";
import { ExpressionReader } from "./expression.ts";
import { Notes } from "./notes.ts";
import { parseTree } from "./syntax.ts";
import { Tokens } from "./tokens.ts";

/** The value of a text in YAML, where nothing is unknown. */
function valueOf(text: string): unknown {
  const notes = new Notes("Pulumi.yaml");
  const expression = new ExpressionReader(notes, new Tokens({} as never, notes)).read(parseTree(text, notes));
  const shop = { name: "shop", shelves: [{ "a b": 3 }, { open: true }], nothing: null };
  expect(notes.problems).toEqual([]);
  return new Evaluator({ shop, key: "k" }, notes).evaluate(expression);
}

describe("values", () => {
  it.each([
    ['"${shop.shelves[0]}"', { "a b": 3 }],
    ['"${shop.shelves[0][\\"a b\\"]}"', 3],
    ['"${shop.shelves[1].open} of ${shop.name} $${}"', "true of shop ${}"],
    ['{ "${key}1": ["${key}", 1.5, null] }', { k1: ["k", 1.5, null] }],
    ["fn::join: [',', [a, '${key}']]", "a,k"],
    ["fn::split: [',', 'a,b']", ["a", "b"]],
    ["fn::select: [1, [a, b]]", "b"],
    ["fn::toJSON: { b: [1], a: '<${key}>' }", '{"a":"\\u003ck\\u003e","b":[1]}'],
    ["fn::fromBase64: { fn::toBase64: 'grün' }", "grün"],
    ["fn::sha1: abc", "a9993e364706816aba3e25717850c26c9cd0d89d"],
    ["fn::length: '${shop}'", 3],
    ["fn::length: '👩‍👧é'", 2],
    ["fn::singleOrNone: []", null],
    ["Fn::SingleOrNone: [x]", "x"],
  ])("%s", (text, value) => expect(valueOf(text)).toEqual(value));

  it.each([
    ["'${shop.shelves[2]}'", "Pulumi.yaml:1: ${shop.shelves[2]}: there is no '2' in a list of 2"],
    ["'${shop.nothing.more}'", "Pulumi.yaml:1: ${shop.nothing.more}: there is no 'more' in nothing"],
    ["fn::select: [3, [a]]", "Pulumi.yaml:1: fn::select: there is no element 3 in a list of 1"],
    ["fn::join: [',', [1]]", "Pulumi.yaml:1: fn::join: expected a text, got a number"],
    ["fn::singleOrNone: [1, 2]", "Pulumi.yaml:1: fn::singleOrNone: expected at most one element, got 2"],
    [
      "fn::readFile: absent.txt",
      "Pulumi.yaml:1: fn::readFile: it reads absent.txt, which does not exist: is it built?",
    ],
  ])("%s is a mistake", (text, message) => expect(() => valueOf(text)).toThrow(message));
});
