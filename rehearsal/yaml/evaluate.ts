import * as pulumi from "@pulumi/pulumi";
import type { Expression, Kind, Of, Options } from "./expression.ts";
import { FUNCTIONS, kindOf } from "./functions.ts";
import { formatPath, type Path } from "./interpolation.ts";
import type { Notes, Place } from "./notes.ts";

/** Values by name. */
export type Bag = { readonly [name: string]: unknown };

/** Turns written values into those of a program: plain where everything is plain, else outputs. */
export class Evaluator {
  /** Everything that has a name: settings, variables, resources. */
  readonly #scope = new Map<string, unknown>();
  readonly #notes: Notes;
  readonly #kinds: { readonly [kind in Kind]: (of: Of<kind>) => unknown } = {
    literal: ({ value }) => value,
    reference: ({ path, at }) => this.#follow(path, at),
    text: ({ parts, at }) => {
      const values = parts.map((part) => (typeof part === "string" ? part : this.#follow(part, at)));
      return lift(values, (known) => known.map(format).join(""));
    },
    list: ({ items }) => items.map((item) => this.evaluate(item)),
    object: ({ entries }) => {
      const values = entries.map(([, value]) => this.evaluate(value));
      const keys = entries.map(([key]) => this.evaluate(key));
      return lift(keys, (known) => Object.fromEntries(known.map((key, i) => [format(key), values[i]])));
    },
    call: ({ name, argument, at }) => {
      const { whole, call } = FUNCTIONS[name];
      const given = this.evaluate(argument);
      const answer = (known: unknown): unknown => this.#told(at, `fn::${name}`, () => call(known));
      return whole ? answer(given) : lift(given, answer);
    },
    invoke: ({ token, single, argument, options, returns, at }) => {
      const ask = single ? pulumi.runtime.invokeSingleOutput : pulumi.runtime.invokeOutput;
      const args = argument ? this.evaluate(argument) : {};
      const result = ask<unknown>(token, args as pulumi.Inputs, this.options(options) as pulumi.InvokeOutputOptions);
      return returns === undefined ? result : this.#into(result, [returns], at, `the answer of ${token}`);
    },
  };

  constructor(scope: Bag, notes: Notes) {
    this.#notes = notes;
    this.define(scope);
  }

  define(named: Bag): void {
    for (const [name, value] of Object.entries(named)) this.#scope.set(name, value);
  }

  evaluate(expression: Expression): unknown {
    return this.#kinds[expression.kind](expression as never);
  }

  options(options: Options): Bag {
    return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, this.evaluate(value)]));
  }

  #follow(path: Path, at: Place): unknown {
    return this.#into(this.#scope.get(path.root), path.tail, at, `\${${formatPath(path)}}`);
  }

  #into(value: unknown, tail: Path["tail"], at: Place, what: string): unknown {
    const [first, ...rest] = tail;
    if (first === undefined) return value;
    if (isOutput(value)) return value.apply((known) => this.#into(known, tail, at, what));
    const isList = Array.isArray(value);
    if (value === null || typeof value !== "object" || (isList && (typeof first !== "number" || first >= value.length)))
      throw new pulumi.RunError(
        this.#notes.tell(
          at,
          `${what}: there is no '${first}' in ${isList ? `a list of ${value.length}` : kindOf(value)}`,
        ),
      );
    return this.#into((value as Bag)[first], rest, at, what);
  }

  #told(at: Place, what: string, work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      throw new pulumi.RunError(this.#notes.tell(at, `${what}: ${problem}`));
    }
  }
}

/** Goes on with a value once all of it is known: at once where it holds no output. */
export const lift = <T>(value: T, go: (known: T) => unknown): unknown =>
  holdsOutput(value) ? (pulumi.output(value) as pulumi.Output<T>).apply(go) : go(value);

export const isOutput = (value: unknown): value is pulumi.Output<unknown> => pulumi.Output.isInstance(value);

export function holdsOutput(value: unknown): boolean {
  if (isOutput(value)) return true;
  if (value === null || typeof value !== "object" || pulumi.Resource.isInstance(value)) return false;
  return Object.values(value).some(holdsOutput);
}

/** A value within a text. */
function format(value: unknown): string {
  if (value === null || value === undefined) return "<nil>";
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}
