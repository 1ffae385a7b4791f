import { type Part, type Path, parseText } from "./interpolation.ts";
import type { Notes, Place } from "./notes.ts";
import { membersOf, type Scalar, type Tree, textOf } from "./syntax.ts";
import type { Tokens } from "./tokens.ts";

/** The built-in functions that take a list of two. */
const PAIRS = ["join", "split", "select", "stackReference"] as const;
const CALLS = [
  ...PAIRS,
  ...(["toJSON", "toBase64", "fromBase64", "secret", "unsecret", "length", "singleOrNone", "sha1"] as const),
  ...(["readFile", "filebase64", "filebase64sha256", "pulumiResourceName", "pulumiResourceType"] as const),
  ...(["stringAsset", "fileAsset", "remoteAsset", "fileArchive", "remoteArchive", "assetArchive"] as const),
];
/** A built-in function beside fn::invoke. */
export type CallName = (typeof CALLS)[number];

export type Options = { readonly [name: string]: Expression };

interface Kinds {
  readonly literal: { readonly value: Scalar };
  readonly reference: { readonly path: Path };
  readonly text: { readonly parts: readonly Part[] };
  readonly list: { readonly items: readonly Expression[] };
  readonly object: { readonly entries: readonly (readonly [key: Expression, value: Expression])[] };
  readonly call: { readonly name: CallName; readonly argument: Expression };
  readonly invoke: {
    readonly token: string;
    /** The answer is the value of the only key. */
    readonly single: boolean;
    readonly argument: Expression | undefined;
    readonly options: Options;
    readonly returns: string | undefined;
  };
}
export type Kind = keyof Kinds;
export type Of<K extends Kind> = { readonly kind: K; readonly at: Place } & Kinds[K];
/** A value as the template writes it. */
export type Expression = { [kind in Kind]: Of<kind> }[Kind];

const INVOKE_FIELDS = ["function", "arguments", "options", "return"];
const INVOKE_OPTIONS = ["dependsOn", "parent", "provider", "version", "pluginDownloadURL"];

/** Reads values; what is wrong with them is noted. */
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
    if (tree.kind === "scalar") return this.#scalar(tree.value, at);
    const [first, ...others] = tree.entries;
    const named = tree.entries.find(({ key }) => /^fn::/i.test(key));
    if (named && others.length > 0) this.#notes.refuse(named.at, `${named.key} must be alone in its object`);
    else if (named && first) return this.#call(first.key.slice("fn::".length), first.value, first.at);
    const entries = tree.entries.map(
      ({ key, value, at: where }) => [this.#scalar(key, where), this.read(value)] as const,
    );
    return { kind: "object", at, entries };
  }

  /** The options that are given, by their proper names. */
  options(tree: Tree | undefined, what: string, known: readonly string[]): Options {
    const found = membersOf(tree, what, known, this.#notes);
    const given = known.flatMap((name) => {
      const value = found.get(name.toLowerCase());
      return value ? [[name, this.read(value)] as const] : [];
    });
    return Object.fromEntries(given);
  }

  #scalar(value: Scalar, at: Place): Expression {
    if (typeof value !== "string") return { kind: "literal", at, value };
    const parts = parseText(value);
    if (!parts)
      this.#notes.refuse(at, `'${value}' has a \${ that is not closed or holds no path ($\${ is the plain text)`);
    const [first = "", ...others] = parts ?? [];
    if (others.length > 0) return { kind: "text", at, parts: [first, ...others] };
    return typeof first === "string" ? { kind: "literal", at, value: first } : { kind: "reference", at, path: first };
  }

  #call(written: string, value: Tree, at: Place): Expression {
    if (written.toLowerCase() === "invoke") return this.#invoke(value, at);
    const argument = this.read(value);
    // a package's function by its name alone
    if (written.includes(":"))
      return this.#invoked(written, at, { argument: value.kind === "map" ? argument : undefined });
    const name = CALLS.find((one) => one.toLowerCase() === written.toLowerCase());
    if (!name) {
      this.#notes.refuse(at, `there is no function fn::${written}`);
      return argument;
    }
    if (PAIRS.some((one) => one === name) && !(argument.kind === "list" && argument.items.length === 2))
      this.#notes.refuse(at, `fn::${name} takes a list of two values`);
    return { kind: "call", at, name, argument };
  }

  #invoke(tree: Tree, at: Place): Expression {
    const members = membersOf(tree, "fn::invoke", INVOKE_FIELDS, this.#notes);
    const token = textOf(members.get("function"), "the function of fn::invoke", this.#notes);
    if (token === undefined) this.#notes.refuse(at, "fn::invoke lacks the name of a function");
    const argument = members.get("arguments");
    return this.#invoked(token ?? "", at, {
      argument: argument && this.read(argument),
      options: this.options(members.get("options"), "the options of fn::invoke", INVOKE_OPTIONS),
      returns: textOf(members.get("return"), "what fn::invoke returns", this.#notes),
    });
  }

  #invoked(written: string, at: Place, given: Partial<Kinds["invoke"]>): Expression {
    const { token, schema } = this.#tokens.function(written, at);
    const { argument, options = {}, returns } = given;
    if (returns !== undefined && schema && !(returns in schema.result)) {
      const known = Object.keys(schema.result).sort().join(", ") || "one value";
      this.#notes.refuse(at, `${written} returns no '${returns}' (it returns ${known})`);
    }
    return { kind: "invoke", at, token, single: schema?.single ?? false, argument, options, returns };
  }
}
