import { formatPath, type Path, type Part, parseText } from "./interpolation.ts";
import type { Notes, Place } from "./notes.ts";
import { membersOf, type Scalar, textOf, type Tree } from "./syntax.ts";
import type { Tokens } from "./tokens.ts";

/** The built-in functions beside fn::invoke; `pair`: they take a list of two. */
export const CALLS = {
  join: { pair: true },
  split: { pair: true },
  select: { pair: true },
  stackReference: { pair: true },
  toJSON: { pair: false },
  toBase64: { pair: false },
  fromBase64: { pair: false },
  secret: { pair: false },
  unsecret: { pair: false },
  readFile: { pair: false },
  filebase64: { pair: false },
  filebase64sha256: { pair: false },
  sha1: { pair: false },
  length: { pair: false },
  singleOrNone: { pair: false },
  pulumiResourceName: { pair: false },
  pulumiResourceType: { pair: false },
  stringAsset: { pair: false },
  fileAsset: { pair: false },
  remoteAsset: { pair: false },
  fileArchive: { pair: false },
  remoteArchive: { pair: false },
  assetArchive: { pair: false },
} as const satisfies { readonly [name: string]: { readonly pair: boolean } };
export type CallName = keyof typeof CALLS;
const BY_LOWER_CASE = new Map((Object.keys(CALLS) as CallName[]).map((name) => [name.toLowerCase(), name]));

export type Options = { readonly [name: string]: Expression };

export interface Invoke {
  readonly at: Place;
  readonly kind: "invoke";
  readonly token: string;
  /** The answer is the value of the only key. */
  readonly single: boolean;
  readonly argument: Expression | undefined;
  readonly options: Options;
  readonly returns: string | undefined;
}

/** A value as the template writes it. */
export type Expression =
  | Invoke
  | ({ readonly at: Place } & (
      | { readonly kind: "literal"; readonly value: Scalar }
      | { readonly kind: "reference"; readonly path: Path }
      | { readonly kind: "text"; readonly parts: readonly Part[] }
      | { readonly kind: "list"; readonly items: readonly Expression[] }
      | { readonly kind: "object"; readonly entries: readonly (readonly [Expression, Expression])[] }
      | { readonly kind: "call"; readonly name: CallName; readonly argument: Expression }
    ));

const INVOKE_FIELDS = ["function", "arguments", "options", "return"];
const INVOKE_OPTIONS = ["dependsOn", "parent", "provider", "version", "pluginDownloadURL"];

/** Reads one value; what is wrong with it is noted. */
export class ExpressionReader {
  readonly #notes: Notes;
  readonly #tokens: Tokens;

  constructor(notes: Notes, tokens: Tokens) {
    this.#notes = notes;
    this.#tokens = tokens;
  }

  read(tree: Tree): Expression {
    const { at } = tree;
    if (tree.kind === "list") return { kind: "list", at, items: tree.items.map((item) => this.read(item)) };
    if (tree.kind === "scalar") return typeof tree.value === "string" ? this.#text(tree.value, at) : { ...tree, kind: "literal", value: tree.value };
    const [first, ...others] = tree.entries;
    const named = tree.entries.find(({ key }) => /^fn::/i.test(key));
    if (named && others.length > 0) this.#notes.refuse(named.at, `${named.key} must be alone in its object`);
    else if (named && first) return this.#call(first.key.slice("fn::".length), first.value, first.at);
    return { kind: "object", at, entries: tree.entries.map((entry) => [this.#text(entry.key, entry.at), this.read(entry.value)]) };
  }

  options(tree: Tree | undefined, what: string, known: readonly string[]): Options {
    const found = membersOf(tree, what, known, this.#notes);
    return Object.fromEntries(
      known.flatMap((name) => {
        const value = found.get(name.toLowerCase());
        return value ? [[name, this.read(value)] as const] : [];
      }),
    );
  }

  #text(text: string, at: Place): Expression {
    const parts = parseText(text);
    if (!parts) this.#notes.refuse(at, `'${text}' has a \${ that is not closed or holds no path ($\${ stands for the characters)`);
    const [first = "", ...others] = parts ?? [];
    if (others.length > 0) return { kind: "text", at, parts: [first, ...others] };
    return typeof first === "string" ? { kind: "literal", at, value: first } : { kind: "reference", at, path: first };
  }

  #call(written: string, value: Tree, at: Place): Expression {
    if (written.toLowerCase() === "invoke") return this.#invoke(value, at);
    // a function of a package by its name alone
    if (written.includes(":")) return this.#invoked(written, at, value.kind === "map" ? this.read(value) : undefined);
    const name = BY_LOWER_CASE.get(written.toLowerCase());
    const argument = this.read(value);
    if (!name) this.#notes.refuse(at, `there is no function fn::${written} (there are fn::invoke, ${Object.keys(CALLS).map((one) => `fn::${one}`).join(", ")})`);
    else if (CALLS[name].pair && !(argument.kind === "list" && argument.items.length === 2)) this.#notes.refuse(at, `fn::${name} takes a list of two values`);
    return name ? { kind: "call", at, name, argument } : argument;
  }

  #invoke(tree: Tree, at: Place): Expression {
    const members = membersOf(tree, "fn::invoke", INVOKE_FIELDS, this.#notes);
    const token = textOf(members.get("function"), "the function of fn::invoke", this.#notes);
    if (token === undefined) this.#notes.refuse(at, "fn::invoke lacks the name of a function");
    const argument = members.get("arguments");
    return this.#invoked(
      token ?? "",
      at,
      argument && this.read(argument),
      this.options(members.get("options"), "the options of fn::invoke", INVOKE_OPTIONS),
      textOf(members.get("return"), "what fn::invoke returns", this.#notes),
    );
  }

  #invoked(written: string, at: Place, argument?: Expression, options: Options = {}, returns?: string): Invoke {
    const { token, single, result } = this.#tokens.function(written, at, this.#notes);
    if (returns !== undefined && result && !(returns in result))
      this.#notes.refuse(at, `${written} returns no '${returns}' (it returns ${Object.keys(result).sort().join(", ") || "one value"})`);
    return { kind: "invoke", at, token, single, argument, options, returns };
  }
}

/** Every reference in a value, and where; `inText`: as a part of a longer text. */
export function* referencesOf(expression: Expression): Generator<{ readonly path: Path; readonly at: Place; readonly inText: boolean }> {
  const { at } = expression;
  if (expression.kind === "reference") yield { path: expression.path, at, inText: false };
  if (expression.kind === "text") for (const path of expression.parts) if (typeof path !== "string") yield { path, at, inText: true };
  for (const part of partsOf(expression)) yield* referencesOf(part);
}

/** The values that a value is made of. */
function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "list") return expression.items;
  if (expression.kind === "object") return expression.entries.flat();
  if (expression.kind === "call") return [expression.argument];
  if (expression.kind !== "invoke") return [];
  return [...(expression.argument ? [expression.argument] : []), ...Object.values(expression.options)];
}

export const referenceTo = (root: string, at: Place): Expression => ({ kind: "reference", at, path: { root, tail: [] } });
export { formatPath };
