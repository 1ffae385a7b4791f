import type { Expression, Kind, Of } from "./expression.ts";
import type { Path } from "./interpolation.ts";
import type { Place } from "./notes.ts";
import type { Declaration, Template, Variable } from "./template.ts";

/** Something named where a value stands; `inText`: as a part of a longer text. */
export interface Reference {
  readonly path: Path;
  readonly at: Place;
  readonly inText: boolean;
}

/** The values that a value is made of. */
const PARTS: { readonly [kind in Kind]: (of: Of<kind>) => readonly Expression[] } = {
  literal: () => [],
  reference: () => [],
  text: () => [],
  list: ({ items }) => items,
  object: ({ entries }) => entries.flat(),
  call: ({ argument }) => [argument],
  invoke: ({ argument, options }) => [...(argument ? [argument] : []), ...Object.values(options)],
};

/** Every reference in the values that something is made of. */
export function referencesOf(of: Variable | Declaration): readonly Reference[] {
  const values = "value" in of ? [of.value] : [of.properties, of.id, ...Object.values(of.options)];
  return values.flatMap((value) => (value ? referencesIn(value) : []));
}

function referencesIn(expression: Expression): readonly Reference[] {
  const { at, kind } = expression;
  if (kind === "reference") return [{ path: expression.path, at, inText: false }];
  if (kind === "text")
    return expression.parts.flatMap((path) => (typeof path === "string" ? [] : [{ path, at, inText: true }]));
  return PARTS[kind](expression as never).flatMap(referencesIn);
}

/** The properties that each thing is asked for, by its name. */
export function askedOf({ resources, variables, outputs }: Template): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  for (const { path } of [...resources, ...variables, ...outputs].flatMap(referencesOf)) {
    const [first] = path.tail;
    if (first === undefined || first === "id" || first === "urn") continue;
    asked.set(path.root, [...(asked.get(path.root) ?? []), String(first)]);
  }
  return asked;
}
