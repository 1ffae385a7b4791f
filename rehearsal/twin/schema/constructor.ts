import type { EnumValue, InputProperty } from "./types.ts";

/** What the constructor of a generated resource class does with one argument. */
export type Assignment = Pick<InputProperty, "secret" | "default" | "env" | "constant" | "json">;

/** What a resource's script tells; types are in the declaration file beside it. */
export interface ConstructorFacts {
  /** As written: of a provider this is the bare package name. */
  readonly pulumiType: string;
  readonly kind: "custom" | "provider" | "component";
  readonly required: ReadonlySet<string>;
  readonly inputs: ReadonlyMap<string, Assignment>;
  readonly computed: ReadonlySet<string>;
  readonly additionalSecretOutputs: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly aliases: readonly string[];
}

const KINDS = new Map<string | undefined, ConstructorFacts["kind"]>([
  ["CustomResource", "custom"],
  ["ProviderResource", "provider"],
  ["ComponentResource", "component"],
]);
const PULUMI_TYPE = /(?:static |^\w+\.)__pulumiType = '([^']+)'/m;
const ASSIGNMENT = /^ +(?:resourceInputs|inputs)\["([^"]+)"\] = (.*);$/gm;
const LITERAL = String.raw`("(?:[^"\\]|\\.)*"|true|false|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
// new text, compiled-down text, and the text before both
const OTHERWISE = String.raw`(?:\?\? |!== void 0 \? _\w+ : |\|\| )`;
const DEFAULT = new RegExp(`${OTHERWISE}${LITERAL}`);
const ENVIRONMENT = new RegExp(String.raw`${OTHERWISE}\(?utilities\.getEnv(Boolean|Number|)\(([^)]*)\)`);
const CONSTANT = new RegExp(`^${LITERAL}$`);

/** Reads a generated resource script in any of its text styles; undefined where it declares no resource. */
export function readConstructor(script: string): ConstructorFacts | undefined {
  const pulumiType = PULUMI_TYPE.exec(script)?.[1];
  const kind = KINDS.get(/extends pulumi\.(\w+)/.exec(script)?.[1]);
  if (pulumiType === undefined || kind === undefined) return undefined;
  const inputs = new Map<string, Assignment>();
  const computed = new Set<string>();
  for (const [, name = "", value = ""] of script.matchAll(ASSIGNMENT)) {
    if (/^\(?state\b/.test(value)) continue;
    if (value === "undefined /*out*/") computed.add(name);
    else if (!inputs.has(name)) inputs.set(name, assignment(value));
  }
  for (const name of inputs.keys()) computed.delete(name);
  return {
    pulumiType,
    kind,
    required: new Set(strings(script, /throw new Error\("Missing required property '([^']+)'"\)/g)),
    inputs,
    computed,
    additionalSecretOutputs: quoted(/const \w+ = \{ additionalSecretOutputs: \[(.*)\] \};/.exec(script)?.[1]),
    replaceOnChanges: quoted(/const \w+ = \{ replaceOnChanges: \[(.*)\] \};/.exec(script)?.[1]),
    aliases: strings(/const aliasOpts = \{ aliases: \[.*\] \};/.exec(script)?.[0] ?? "", /\btype: "([^"]+)"/g),
  };
}

function assignment(value: string): Assignment {
  const otherwise = literal(DEFAULT.exec(value)?.[1]);
  const constant = literal(CONSTANT.exec(value)?.[1]);
  const [, parse = "", names] = ENVIRONMENT.exec(value) ?? [];
  return {
    secret: value.includes("pulumi.secret("),
    ...(otherwise !== undefined && { default: otherwise }),
    ...(names !== undefined && { env: { names: quoted(names), parse: PARSE[parse] ?? "string" } }),
    ...(constant !== undefined && { constant }),
    ...(value.includes("JSON.stringify") && { json: true as const }),
  };
}

const PARSE: { readonly [suffix: string]: "boolean" | "number" } = { Boolean: "boolean", Number: "number" };

function literal(text: string | undefined): EnumValue | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as EnumValue;
  } catch {
    return undefined;
  }
}

function quoted(list: string | undefined): string[] {
  return strings(list ?? "", /"((?:[^"\\]|\\.)*)"/g);
}

function strings(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}
