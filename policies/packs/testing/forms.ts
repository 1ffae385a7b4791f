import type { Example, Sample } from "../../core/examples.ts";
import { SECRET_SIGNATURE, SIGNATURE } from "../../core/signatures.ts";
import { stepsOf } from "../../core/testing.ts";
import { normalise } from "../../core/token.ts";
import { type Sent, urn } from "./requests.ts";

type Props = Readonly<Record<string, unknown>>;
/** How the resources of an example reach a pack: one by one their inputs, then all together their outputs. */
export interface Form {
  readonly inputs: (props: Props) => Props;
  readonly outputs: (props: Props) => Props;
  readonly order: (stack: readonly Sent[]) => readonly Sent[];
}

const PLAIN: Form = { inputs: (props) => props, outputs: (props) => props, order: (stack) => stack };
export const FORMS = {
  plain: PLAIN,
  /** Every value a secret, and every value in it. */
  "as secrets": { ...PLAIN, inputs: (props) => mapped(props, secret) },
  /** A preview need not have outputs, not even unknown ones. */
  "without outputs": { ...PLAIN, outputs: () => ({}) },
  /** The engine keeps the stack in a map that many write to. */
  "in another order": { ...PLAIN, order: (stack) => stack.toReversed() },
} as const satisfies Record<string, Form>;

/** The stack of an example, its subject first. */
export function stackOf(example: Example, { inputs }: Form): readonly [subject: Sent, ...others: Sent[]] {
  const samples = [example, ...(example.beside ?? [])];
  const beside = [...samples.slice(1), ...unwritten(samples)];
  const places = new Map([example, ...beside].map((sample) => [placeOf(sample), urn(named(sample))]));
  const sent = (sample: Sample): Sent => ({
    ...named(sample),
    props: inputs(sealed(onWire(sample.props), sample.secrets ?? [])),
    marked: sample.secrets !== undefined,
    held: sample.configured?.map((path) =>
      stepsOf(path).reduce<unknown>((inner, step) => partOf(inner, step), sample.props),
    ),
    ignoreChanges: sample.ignoreChanges,
    provider: sample.provider && inputs(onWire(sample.provider)),
    maker: sample.by === undefined ? undefined : (places.get(sample.by) ?? sample.by),
    // the engine always says; an example that does not is about something else
    protect: sample.protect ?? true,
    edges: mapped(sample.edges ?? {}, (targets) => [targets].flat().map((target) => places.get(target) ?? target)),
  });
  return [sent(example), ...beside.map(sent)];
}

// the server drops an edge to what is not in the stack: where an example names something, it is there
function unwritten(samples: readonly Sample[]): readonly Sample[] {
  const written = new Set(samples.map(placeOf));
  const targets = new Set(samples.flatMap(({ edges = {}, by = [] }) => [...Object.values(edges), by].flat()));
  return [...targets].flatMap((target) => {
    if (written.has(target)) return [];
    const [type = "", name = ""] = target.split("::");
    return [{ type, name, props: {} }];
  });
}

const named = ({ type, name = "it" }: Sample): { type: string; name: string } => ({ type, name });

// as examples write the target of an edge
function placeOf({ type, name }: Sample): string {
  return name === undefined ? "it" : `${normalise(type).text}::${name}`;
}

// a secret stays one in every form
function sealed(props: Props, paths: readonly string[]): Props {
  return paths.reduce<Props>((whole, path) => sealedAt(whole, stepsOf(path)) as Props, props);
}

const partOf = (value: unknown, step: string): unknown => (value as Props | undefined)?.[step];

function sealedAt(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return { [SIGNATURE]: SECRET_SIGNATURE, value };
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === step ? sealedAt(item, rest) : item));
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: sealedAt((value as Props)[step], rest) };
}

// the wire has no word for `undefined`
function onWire(props: Props): Props {
  return JSON.parse(JSON.stringify(props)) as Props;
}

function secret(value: unknown): unknown {
  return { [SIGNATURE]: SECRET_SIGNATURE, value: inner(value) };
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(secret);
  if (typeof value !== "object" || value === null || SIGNATURE in value) return value;
  return mapped(value, secret);
}

function mapped<From, To>(object: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To>;
function mapped(object: object, to: (value: unknown) => unknown): Record<string, unknown>;
function mapped(object: object, to: (value: never) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value as never)]));
}
