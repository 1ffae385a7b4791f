import { CONTEXT } from "../../policies/core/configuration.ts";
import { type Example, type Examples, type Sample, UNKNOWN } from "../../policies/core/examples.ts";
import { Judge } from "../../policies/core/judge.ts";
import { judged, registrationsOf } from "../../policies/core/judged.ts";
import type { Registration } from "../../policies/core/resource.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { Settings } from "../../policies/core/settings.ts";
import { normalise } from "../../policies/core/token.ts";
import { verdictsIn } from "./verdicts.ts";

/** Something that breaks a sound stack, found by a rule in its own failing examples. */
export interface Fault {
  readonly what: string;
  /** What the rule must be told to mind it. */
  readonly config: Json;
  /** The stack with the fault at one resource; undefined where it cannot be planted there. */
  readonly plant: (stack: readonly Registration[], at: Registration) => readonly Registration[] | undefined;
}
type Json = Readonly<Record<string, unknown>>;
type Step = string | number;

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
  const settings = new Settings({ [CONTEXT]: { ...config, ...fault.config } }, CONTEXT);
  const fails = (registrations: readonly Registration[]) =>
    verdictsIn(new Judge([rule]), registrations, settings).some(
      ({ urn, verdict }) => urn === subject.urn && verdict === "fail",
    );
  return !fails(stack) && fails(broken);
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
        const inputs = planted(subject.inputs, example.props, steps);
        return inputs === undefined
          ? undefined
          : stack.map((one) => (one.urn === subject.urn ? { ...one, inputs } : one));
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
      return left.length === stack.length ? undefined : left;
    },
  };
}

const isTied = (one: Registration, subject: Registration): boolean =>
  [one, subject].some((from) =>
    Object.values(from.edges ?? {}).some((urns) => urns.includes(from === one ? subject.urn : one.urn)),
  );

function stepsOf(path: string): readonly Step[] {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function at(value: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), value);
}

// as deep as both have it, so that as little as possible is changed
function planted(target: unknown, source: unknown, steps: readonly Step[]): unknown {
  const [step = "", ...rest] = steps;
  if (steps.length === 0 || !isObject(target)) return same(target, source) ? undefined : source;
  const [has, wanted] = [target[step], isObject(source) ? source[step] : undefined];
  const deeper = rest.length > 0 && isObject(has) && isObject(wanted);
  const value = deeper ? planted(has, wanted, rest) : wanted;
  if (deeper ? value === undefined : same(has, wanted)) return undefined;
  if (Array.isArray(target)) return value === undefined ? undefined : target.toSpliced(Number(step), 1, value);
  const { [step]: _, ...others } = target;
  return value === undefined ? others : { ...others, [step]: value };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isObject(value: unknown): value is Record<Step, unknown> & Json {
  return typeof value === "object" && value !== null;
}
