import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

type Options = Parameters<Instrumenter["instrument"]>[1];
type Ignorer = Options["ignorers"][number];
type Logger = ConstructorParameters<typeof Instrumenter>[0];

/** A change of a rule's code that its examples should notice. */
export interface Mutant {
  readonly id: string;
  readonly place: string;
  readonly change: string;
}

// what people read, and what says nothing about any resource
const TOLD = new Set(
  "id packs title severity starred since why equivalents changes fixText inPlace settings schema deprecated".split(" "),
);
const FIX_TABLE = /^FIX(ES)?$/;
/** As much of a place in a syntax tree as is asked about: the tree's own types are not at hand. */
interface Place {
  readonly node: { readonly type: string; readonly key?: Name; readonly id?: Name };
  readonly parent?: { readonly type: string };
}
interface Name {
  readonly name?: string;
}
const ignorer: Ignorer = {
  shouldIgnore(path) {
    const { node, parent } = path as unknown as Place;
    const told = node.type === "ObjectProperty" && TOLD.has(node.key?.name ?? "");
    const table = node.type === "VariableDeclarator" && FIX_TABLE.test(node.id?.name ?? "");
    const type = parent?.type === "TSLiteralType";
    return told || table || type ? "says nothing about a resource" : undefined;
  },
};
const silent: Logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

/** Writes a copy of a rule's folder whose code holds all mutants, each asleep until it is named. */
export async function instrument(rule: string, target: string): Promise<readonly Mutant[]> {
  const sources = globSync(`${rule}/*.ts`)
    .filter((file) => !/^examples\b|\.test\.ts$/.test(basename(file)))
    .sort();
  const files = sources.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
  const options: Options = { plugins: null, excludedMutations: [], ignorers: [ignorer] };
  const made = await new Instrumenter(silent).instrument(files, options);
  const folder = join(target, basename(rule));
  // with what they read at run time
  cpSync(rule, folder, { recursive: true });
  for (const { name, content } of made.files) writeFileSync(join(folder, basename(name)), content);
  const awake = made.mutants.filter(({ status }) => status !== "Ignored");
  return awake.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    place: `${basename(dirname(fileName))}/${basename(fileName)}:${location.start.line + 1}`,
    change: `${mutatorName}: ${replacement.replace(/\s+/g, " ").slice(0, 60)}`,
  }));
}
