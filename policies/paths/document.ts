import { type Declaration, declarationsIn, isEntry, isText } from "./declaration.ts";

/** What a file of paths says of one stack. */
export interface Declared {
  readonly paths: readonly Declaration[];
  /** Clusters that a stack may be without; of any other, a path that names what is not there fails. */
  readonly mayBeAbsent: readonly string[];
}

const KEYS = ["paths", "mayBeAbsent", "values"];
type Values = Readonly<Record<string, string>>;

/** What a document says: a list of paths, or one with clusters that may be absent and values by stack; throws with every mistake. */
export function declaredIn(document: unknown, stack: string): Declared {
  const { list, mayBeAbsent, values } = partsOf(document);
  if (values === undefined) return { paths: declarationsIn(list), mayBeAbsent };
  const own = values[stack];
  if (own === undefined) {
    throw new TypeError(`values has none for the stack ${stack}; it has those of ${Object.keys(values).join(", ")}`);
  }
  return { paths: declarationsIn(filled(list, own)), mayBeAbsent };
}

/** The document itself, once it can be read for every stack that it has values for. */
export function readable(document: unknown): unknown {
  const { list, mayBeAbsent, values } = partsOf(document);
  const stacks = values === undefined ? [["", {}] as const] : Object.entries(values);
  for (const [stack, own] of stacks) {
    const paths = ofStack(stack, () => declarationsIn(values === undefined ? list : filled(list, own)));
    const named = new Set(
      paths.flatMap(({ from, to }) => [from, to]).flatMap((end) => ("cluster" in end ? [end.cluster] : [])),
    );
    const stray = mayBeAbsent.filter((name) => !named.has(name));
    if (stray.length > 0) throw new TypeError(`mayBeAbsent names ${stray.join(", ")}, which no path does`);
  }
  return document;
}

function ofStack<T>(stack: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (stack === "" || !(error instanceof Error)) throw error;
    throw new TypeError(`with the values of ${stack}: ${error.message}`);
  }
}

interface Parts {
  readonly list: unknown;
  readonly mayBeAbsent: readonly string[];
  readonly values: Readonly<Record<string, Values>> | undefined;
}

function partsOf(document: unknown): Parts {
  if (!isEntry(document)) return { list: document, mayBeAbsent: [], values: undefined };
  const { paths: list, mayBeAbsent = [], values } = document;
  const foreign = Object.keys(document).filter((key) => !KEYS.includes(key));
  const mistakes = [
    ...(foreign.length > 0 ? [`the document has ${foreign.join(", ")}; known are ${KEYS.join(", ")}`] : []),
    ...(isTexts(mayBeAbsent) ? [] : ["mayBeAbsent must be a list of names of clusters"]),
    ...(values === undefined || isValues(values) ? [] : ["values must be texts by name, by stack"]),
  ];
  if (mistakes.length > 0) throw new TypeError(mistakes.join("; "));
  return {
    list,
    mayBeAbsent: isTexts(mayBeAbsent) ? mayBeAbsent : [],
    values: isValues(values) ? values : undefined,
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isValues(value: unknown): value is Readonly<Record<string, Values>> {
  return isEntry(value) && Object.values(value).every((own) => isEntry(own) && Object.values(own).every(isText));
}

/** Every text with `${name}` in it, with the value of that name in its place. */
function filled(value: unknown, values: Values): unknown {
  if (typeof value === "string") {
    return value.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => {
      const own = values[name];
      if (own === undefined) throw new TypeError(`a path names the value ${name}, which is not there`);
      return own;
    });
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (!isEntry(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, values)]));
}
