import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePath } from "../../wire/path.ts";
import { equal, isList, isObject, Secret, type Value } from "../../wire/value.ts";
import { type ChangeKind, changes, sameDocument } from "./changes.ts";

const { tree: value } = fc.letrec<{ tree: Value }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c.d", 'e"f', "g[0]"), tie("tree"), { maxKeys: 4 }),
    tie("tree").map((inner) => new Secret(inner)),
  ),
}));
const object = fc.dictionary(fc.constantFrom("a", "b", "c"), value, { maxKeys: 3 });

function seen(old: Value, now: Value): Map<string, ChangeKind> {
  const found = new Map<string, ChangeKind>();
  changes(old, now, (path, kind) => found.set(path, kind));
  return found;
}
const bare = (node: Value | undefined): Value | undefined => (node instanceof Secret ? bare(node.value) : node);
function at(root: Value, path: string): Value | undefined {
  let node: Value | undefined = root;
  for (const part of parsePath(path) ?? []) {
    const inner = bare(node);
    node = isList(inner) ? inner[Number(part)] : isObject(inner) ? inner[String(part)] : undefined;
  }
  return bare(node);
}

test("nothing changes between a value and itself", () => {
  fc.assert(fc.property(object, (value) => seen(value, value).size === 0));
});

test("every path leads to a difference of the kind that it says", () => {
  fc.assert(
    fc.property(object, object, (old, now) => {
      for (const [path, kind] of seen(old, now)) {
        const before = at(old, path);
        const after = at(now, path);
        expect(equal(before, after)).toBe(false);
        expect(kind).toBe(before === undefined ? "add" : after === undefined ? "delete" : "update");
      }
    }),
  );
});

test("the way back has the same paths, with add and delete exchanged", () => {
  const back = { add: "delete", delete: "add", update: "update" } as const;
  fc.assert(
    fc.property(object, object, (old, now) => {
      const there = [...seen(old, now)].map(([path, kind]) => [path, back[kind]]);
      expect([...seen(now, old)]).toEqual(there);
    }),
  );
});

test("documents compare by meaning", () => {
  expect(sameDocument('{"a":1,"b":[2]}', '{ "b": [2], "a": 1 }')).toBe(true);
  expect(sameDocument('{"a":1}', '{"a":2}')).toBe(false);
  expect(sameDocument("{a", "{ a")).toBe(false);
});
