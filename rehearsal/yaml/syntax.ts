import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Notes, Place } from "./notes.ts";

export type Scalar = string | number | boolean | null;

/** A YAML or JSON text as plain data that knows where it stands. */
export type Tree = { readonly at: Place } & (
  | { readonly kind: "scalar"; readonly value: Scalar }
  | { readonly kind: "list"; readonly items: readonly Tree[] }
  | { readonly kind: "map"; readonly entries: readonly Entry[] }
);
export interface Entry {
  readonly at: Place;
  readonly key: string;
  readonly value: Tree;
}

const START: Place = { line: 1, column: 1 };

/** Reads a file; what is no YAML is as good as empty. */
export function parseTree(text: string, notes: Notes): Tree {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const { pos, message } of document.errors) notes.refuse(at(pos[0]), message.split("\n", 1)[0] ?? "");
  if (document.errors.length > 0) return { kind: "map", at: START, entries: [] };

  const read = (node: Node | null, near: Place): Tree => {
    const place = node?.range ? at(node.range[0]) : near;
    if (isMap<Node, Node | null>(node)) {
      const entries = node.items.map(({ key, value }) => {
        const where = key.range ? at(key.range[0]) : place;
        return { at: where, key: isScalar(key) ? String(key.value) : key.toString(), value: read(value, where) };
      });
      return { kind: "map", at: place, entries };
    }
    if (isSeq<Node | null>(node))
      return { kind: "list", at: place, items: node.items.map((item) => read(item, place)) };
    if (node !== null && !isScalar(node)) notes.refuse(place, "aliases (`*name`) are no part of Pulumi's YAML");
    return { kind: "scalar", at: place, value: isScalar(node) ? scalarOf(node.value) : null };
  };
  return read(document.contents, START);
}

function scalarOf(value: unknown): Scalar {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The members of an object by lower-case name, as Pulumi reads them; null and what is no object have none. */
export function membersOf(
  tree: Tree | undefined,
  what: string,
  known: readonly string[] | undefined,
  notes: Notes,
): ReadonlyMap<string, Tree> {
  if (!tree || (tree.kind === "scalar" && tree.value === null)) return new Map();
  if (tree.kind !== "map") {
    notes.refuse(tree.at, `${what} must be an object`);
    return new Map();
  }
  for (const { at, key } of tree.entries) {
    if (known && !known.some((name) => name.toLowerCase() === key.toLowerCase()))
      notes.warn(at, `${what} has no '${key}', which is ignored (there are ${known.join(", ")})`);
  }
  return new Map(tree.entries.map(({ key, value }) => [key.toLowerCase(), value]));
}

/** A member that must be a text. */
export function textOf(tree: Tree | undefined, what: string, notes: Notes): string | undefined {
  if (!tree) return undefined;
  if (tree.kind === "scalar" && typeof tree.value === "string") return tree.value;
  notes.refuse(tree.at, `${what} must be a text`);
  return undefined;
}
