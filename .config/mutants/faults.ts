import { type Example, type Examples, type Sample, UNKNOWN } from "../../policies/core/examples.ts";
import { judged, judgedFirst, registrationsOf } from "../../policies/core/judged.ts";
import type { Registration } from "../../policies/core/resource.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { stepsOf } from "../../policies/core/testing.ts";
import { normalise } from "../../policies/core/token.ts";

/** Something that breaks a sound stack, found by a rule in its own failing examples. */
export interface Fault {
  readonly what: string;
  /** What the rule must be told to mind it. */
  readonly config: Json;
  /** The stack with the fault at one resource; undefined where it cannot be planted there. */
  readonly plant: (stack: readonly Registration[], at: Registration) => Broken | undefined;
}
/** A stack with a fault. */
export interface Broken {
  readonly stack: readonly Registration[];
  /** What was set, by property path, as the script of a rehearsal says it. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Whether a value of the same form was there before. */
  readonly known?: boolean;
}
type Json = Readonly<Record<string, unknown>>;

const typeOf = ({ type }: Pick<Sample, "type">): string => normalise(type).text;

/**
 * The faults that a rule knows about one type: properties that its findings name, and companions that it looks for.
 * Left out is what does not break even one of its passing examples: it needs something else to be a fault.
 */
export function faultsOf(rule: Rule, examples: Examples, type: string): readonly Fault[] {
  const failing = examples.fail.filter((example) => typeOf(example) === type);
  const passing = examples.pass.filter((example) => typeOf(example) === type);
  const properties = failing.flatMap((example) => propertyFaults(rule, example));
  const companions = passing.flatMap(({ beside = [], config = {} }) =>
    beside.map((one) => ({ type: typeOf(one), config })),
  );
  const all = [...properties, ...companions.map(companionFault)];
  const distinct = [...new Map(all.map((fault) => [`${fault.what} ${JSON.stringify(fault.config)}`, fault])).values()];
  return distinct.filter((fault) => passing.some((example) => breaks(rule, example, fault)));
}

function breaks(rule: Rule, { config, ...example }: Example, fault: Fault): boolean {
  const stack = registrationsOf(example);
  const [subject] = stack;
  const broken = fault.plant(stack, subject);
  if (broken === undefined) return false;
  const told = { ...config, ...fault.config };
  const fails = (registrations: readonly Registration[]) =>
    judgedFirst(rule, registrations, told).some(({ verdict }) => verdict === "fail");
  return !fails(stack) && fails(broken.stack);
}

// the value that the failing example has where its finding points
function propertyFaults(rule: Rule, { config = {}, ...example }: Example): readonly Fault[] {
  const paths = judged(rule, { ...example, config }).flatMap(({ verdict, path }) =>
    verdict === "fail" && path !== "" ? [path] : [],
  );
  // what nobody knows is no fault by itself
  const known = [...new Set(paths)].filter((path) => at(example.props, stepsOf(path)) !== UNKNOWN);
  return known.map((path) => {
    const steps = stepsOf(path);
    const value = at(example.props, steps);
    const shown = value === undefined ? "absent" : JSON.stringify(value);
    return {
      what: `${path} = ${shown.slice(0, 80)}`,
      config,
      plant: (stack, subject) => {
        const change = changeOf(subject.inputs, example.props, steps);
        if (change === undefined) return undefined;
        const inputs = changed(subject.inputs, change.steps, change.value);
        return {
          stack: stack.map((one) => (one.urn === subject.urn ? { ...one, inputs } : one)),
          set: { [pathOf(change.steps)]: change.value ?? null },
          known: change.value === undefined || formOf(at(subject.inputs, change.steps)) === formOf(change.value),
        };
      },
    };
  });
}

// what a rule finds beside the subject is taken away
function companionFault({ type, config }: { readonly type: string; readonly config: Json }): Fault {
  return {
    what: `no ${type}`,
    config,
    plant: (stack, subject) => {
      const left = stack.filter((one) => one.urn === subject.urn || typeOf(one) !== type || !isTied(one, subject));
      return left.length === stack.length ? undefined : { stack: left };
    },
  };
}

const isTied = (one: Registration, subject: Registration): boolean =>
  [one, subject].some((from) =>
    Object.values(from.edges ?? {}).some((urns) => urns.includes(from === one ? subject.urn : one.urn)),
  );

function at(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), value);
}

interface Change {
  readonly steps: readonly string[];
  readonly value: unknown;
}
// as deep as both have it, so that as little as possible is changed
function changeOf(
  target: unknown,
  source: unknown,
  steps: readonly string[],
  on: readonly string[] = [],
): Change | undefined {
  const [step = "", ...rest] = steps;
  if (steps.length === 0 || !isObject(target)) return same(target, source) ? undefined : { steps: on, value: source };
  const [has, wanted] = [target[step], isObject(source) ? source[step] : undefined];
  if (rest.length > 0 && isObject(has) && isObject(wanted)) return changeOf(has, wanted, rest, [...on, step]);
  return same(has, wanted) ? undefined : { steps: [...on, step], value: wanted };
}

function changed(target: unknown, [step = "", ...rest]: readonly string[], value: unknown): unknown {
  if (!isObject(target)) return target;
  const now = rest.length > 0 ? changed(target[step], rest, value) : value;
  if (Array.isArray(target))
    return now === undefined ? target.toSpliced(Number(step), 1) : target.toSpliced(Number(step), 1, now);
  const { [step]: _, ...others } = target;
  return now === undefined ? others : { ...others, [step]: now };
}

function pathOf(steps: readonly string[]): string {
  const written = steps.map((step) => {
    if (/^\d+$/.test(step)) return `[${step}]`;
    return /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return written.join("").replace(/^\./, "");
}

const formOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
