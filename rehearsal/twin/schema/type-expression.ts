import type { PropertyType } from "./types.ts";

const PLAIN: ReadonlyMap<string, PropertyType> = new Map<string, PropertyType>([
  ["string", { kind: "string" }],
  ["number", { kind: "number" }],
  ["boolean", { kind: "boolean" }],
  ["any", { kind: "any" }],
  ["unknown", { kind: "any" }],
  ["object", { kind: "any" }],
  ["pulumi.asset.Asset", { kind: "asset", accepts: "asset" }],
  ["pulumi.asset.Archive", { kind: "asset", accepts: "archive" }],
  ["pulumi.Asset", { kind: "asset", accepts: "asset" }],
  ["pulumi.Archive", { kind: "asset", accepts: "archive" }],
]);
const ANY: PropertyType = { kind: "any" };
const TRANSPARENT = new Set(["pulumi.Input", "pulumi.Output", "pulumi.Unwrap", "Promise"]);
const TOKEN =
  /\s*(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*\n|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|[\w$.]+|[^\s\w]))/y;

/** Reads a type expression of a generated declaration file; undefined where it is none that generators write. */
export function parseType(text: string, packageName: string): PropertyType | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const parser = new Parser(tokens, packageName);
  try {
    const type = parser.union();
    return parser.atEnd() ? (type ?? ANY) : undefined;
  } catch (error) {
    if (error instanceof Unrecognised) return undefined;
    throw error;
  }
}

class Unrecognised extends Error {}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #package: string;
  #at = 0;

  constructor(tokens: readonly string[], packageName: string) {
    this.#tokens = tokens;
    this.#package = packageName;
  }

  atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Undefined stands for `undefined` and `null`, which say nothing about a present value. */
  union(): PropertyType | undefined {
    this.#skip("|");
    const members: PropertyType[] = [];
    do {
      const member = this.#postfix();
      if (member?.kind === "union") members.push(...member.members);
      else if (member) members.push(member);
    } while (this.#skip("|"));
    return oneOf(members);
  }

  #postfix(): PropertyType | undefined {
    let type = this.#primary();
    while (this.#skip("[")) {
      this.#expect("]");
      type = { kind: "list", element: type ?? ANY };
    }
    return type;
  }

  #primary(): PropertyType | undefined {
    const token = this.#next();
    if (token === "(") {
      const inner = this.union();
      this.#expect(")");
      return inner;
    }
    if (token === "{") return this.#map();
    if (token === "undefined" || token === "null") return undefined;
    if (token === "true" || token === "false") return { kind: "literal", value: token === "true" };
    if (/^["']/.test(token)) return { kind: "literal", value: unquote(token) };
    if (/^-?\d/.test(token)) return { kind: "literal", value: Number(token) };
    if (token === "readonly" || token === "typeof") return this.#postfix();
    if (!/^[A-Za-z_$]/.test(token)) throw new Unrecognised();
    return this.#named(token);
  }

  #named(name: string): PropertyType | undefined {
    const args = this.#skip("<") ? this.#typeArguments() : [];
    if (TRANSPARENT.has(name)) return args[0];
    if (name === "Array" || name === "ReadonlyArray") return { kind: "list", element: args[0] ?? ANY };
    if (name === "Record") return { kind: "map", element: args[1] ?? ANY };
    const plain = PLAIN.get(name);
    if (plain) return plain;
    if (/^(?:inputs|outputs)\./.test(name)) return { kind: "ref", package: this.#package, name };
    if (name.startsWith("enums.")) return { kind: "enum", package: this.#package, name: name.slice("enums.".length) };
    // a nested type of another package: its members are not ours to judge
    if (/\.types\.(?:input|output)\./.test(name)) return ANY;
    return { kind: "resource", name };
  }

  #typeArguments(): (PropertyType | undefined)[] {
    const args: (PropertyType | undefined)[] = [];
    do args.push(this.union());
    while (this.#skip(","));
    this.#expect(">");
    return args;
  }

  #map(): PropertyType {
    if (this.#skip("}")) return { kind: "map", element: ANY };
    this.#expect("[");
    this.#next();
    this.#expect(":");
    this.union();
    this.#expect("]");
    this.#expect(":");
    const element = this.union() ?? ANY;
    this.#skip(";");
    this.#expect("}");
    return { kind: "map", element };
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Unrecognised();
    return token;
  }

  #skip(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#skip(token)) throw new Unrecognised();
  }
}

function oneOf(members: readonly PropertyType[]): PropertyType | undefined {
  if (members.length <= 1) return members[0];
  const distinct = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
  return distinct.length === 1 ? distinct[0] : { kind: "union", members: distinct };
}

function unquote(token: string): string {
  const body = token.slice(1, -1);
  const json = token.startsWith("'") ? body.replace(/\\'/g, "'").replace(/(^|[^\\])"/g, '$1\\"') : body;
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return body;
  }
}
