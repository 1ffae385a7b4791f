import * as pulumi from "@pulumi/pulumi";
import type { Expression, Invoke, Options } from "./expression.ts";
import { FUNCTIONS, kindOf } from "./functions.ts";
import { formatPath, type Path } from "./interpolation.ts";
import type { Notes, Place } from "./notes.ts";

/** Turns written values into those of a program: plain where everything is plain, else outputs. */
export class Evaluator {
  /** Everything that has a name: settings, variables, resources. */
  readonly scope: Map<string, unknown>;
  readonly #notes: Notes;

  constructor(scope: ReadonlyMap<string, unknown>, notes: Notes) {
    this.scope = new Map(scope);
    this.#notes = notes;
  }

  evaluate(expression: Expression): unknown {
    const { at } = expression;
    const kinds: { readonly [kind in Expression["kind"]]: (of: never) => unknown } = {
      literal: ({ value }: Extract<Expression, { kind: "literal" }>) => value,
      reference: ({ path }: Extract<Expression, { kind: "reference" }>) => this.#follow(path, at),
      text: ({ parts }: Extract<Expression, { kind: "text" }>) => {
        const values = parts.map((part) => (typeof part === "string" ? part : this.#follow(part, at)));
        return lift(values, (known) => (known as readonly unknown[]).map(format).join(""));
      },
      list: ({ items }: Extract<Expression, { kind: "list" }>) => items.map((item) => this.evaluate(item)),
      object: ({ entries }: Extract<Expression, { kind: "object" }>) => {
        const keys = entries.map(([key]) => this.evaluate(key));
        const values = entries.map(([, value]) => this.evaluate(value));
        return lift(keys, (known) => Object.fromEntries((known as readonly unknown[]).map((key, i) => [format(key), values[i]])));
      },
      call: ({ name, argument }: Extract<Expression, { kind: "call" }>) => {
        const { whole, call } = FUNCTIONS[name];
        const given = this.evaluate(argument);
        const answer = (known: unknown): unknown => this.#told(at, `fn::${name}`, () => call(known));
        return whole ? answer(given) : lift(given, answer);
      },
      invoke: (invoke: Invoke) => this.#invoke(invoke),
    };
    return kinds[expression.kind](expression as never);
  }

  options(options: Options): { readonly [name: string]: unknown } {
    return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, this.evaluate(value)]));
  }

  #invoke({ token, single, argument, options, returns, at }: Invoke): unknown {
    const args = (argument ? this.evaluate(argument) : {}) as pulumi.Inputs;
    const given = this.options(options) as pulumi.InvokeOutputOptions;
    const ask = single ? pulumi.runtime.invokeSingleOutput : pulumi.runtime.invokeOutput;
    const result = ask<unknown>(token, args, given);
    return returns === undefined ? result : this.#into(result, [returns], at, `the answer of ${token}`);
  }

  #follow(path: Path, at: Place): unknown {
    return this.#into(this.scope.get(path.root), path.tail, at, `\${${formatPath(path)}}`);
  }

  #into(value: unknown, tail: Path["tail"], at: Place, what: string): unknown {
    const [first, ...rest] = tail;
    if (first === undefined) return value;
    if (isOutput(value)) return value.apply((known) => this.#into(known, tail, at, what));
    if (Array.isArray(value)) {
      if (typeof first !== "number" || first >= value.length)
        throw new pulumi.RunError(this.#notes.tell(at, `${what}: there is no [${first}] in a list of ${value.length}`));
      return this.#into(value[first], rest, at, what);
    }
    if (value === null || typeof value !== "object")
      throw new pulumi.RunError(this.#notes.tell(at, `${what}: there is no '${first}' in ${kindOf(value)}`));
    return this.#into((value as { readonly [key: string]: unknown })[String(first)], rest, at, what);
  }

  #told(at: Place, what: string, work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      throw new pulumi.RunError(this.#notes.tell(at, `${what}: ${error instanceof Error ? error.message : String(error)}`));
    }
  }
}

/** Goes on with a value once all of it is known: at once where it holds no output. */
export const lift = (value: unknown, go: (known: unknown) => unknown): unknown =>
  holdsOutput(value) ? (pulumi.output(value) as pulumi.Output<unknown>).apply(go) : go(value);

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
