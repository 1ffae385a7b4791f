import { equal, isList, isObject, type Properties, Secret, UNKNOWN, type Value } from "../../wire/value.ts";
import type { Subject } from "../package.ts";
import type { InputProperty, OutputProperty, PropertyType, Schemas } from "../schema/types.ts";
import type { Context } from "../type.ts";
import { documented } from "./check.ts";
import { byPattern } from "./patterns.ts";
import { filledUp, madeUp, zero } from "./zero.ts";

/** Everything a provider would report of an object that exists; `wanted` are its inputs, secrets wrapped. */
export function outputs(wanted: Properties, context: Context, subject: Subject, id: string): Properties {
  const { schema, hand, package: pkg, schemas } = subject;
  const own = hand?.computed?.(context, id) ?? {};
  if (!schema) return { ...wanted, ...own };
  const out: Record<string, Value> = pkg.bridged ? { id } : {};
  for (const key of Object.keys(schema.outputs)) {
    const { type } = schema.outputs[key] as OutputProperty;
    const given = wanted[key];
    if (given !== undefined && given !== null) {
      out[key] = pkg.zeroes === "all" ? filledUp(given, type, schemas) : given;
      continue;
    }
    const value = own[key] ?? unset(key, type, context, subject, id);
    if (value !== undefined) out[key] = value;
  }
  for (const key of Object.keys(own)) {
    const type = schema.outputs[key]?.type;
    out[key] = type && pkg.zeroes === "all" ? filledUp(own[key] as Value, type, schemas) : (own[key] as Value);
  }
  const made = pkg.finish?.(out, context, id) ?? out;
  return secretly(made, hand?.secrets);
}

function unset(key: string, type: PropertyType, context: Context, subject: Subject, id: string): Value | undefined {
  const { schema, package: pkg, schemas } = subject;
  const input = schema?.inputs[key];
  const value = pkg.output(key, type, context, id) ?? (input && documented(input as InputProperty));
  if (value !== undefined) return value;
  if (!input && pkg.zeroes !== "none") {
    const ask = (name: string, kind: PropertyType) =>
      pkg.output(name, kind, context, id) ?? byPattern(name, kind, context);
    return ask(key, type) ?? madeUp(type, schemas, ask);
  }
  return pkg.zeroes === "all" ? zero(type) : undefined;
}

/** What is known before the object exists: its inputs and the little that providers plan. */
export function plannedOutputs(wanted: Properties, context: Context, subject: Subject): Properties {
  const { schema, package: pkg } = subject;
  if (!schema) return wanted;
  const out: Record<string, Value> = pkg.bridged ? { id: UNKNOWN } : {};
  const planned = pkg.planned?.(context) ?? {};
  const whole = completer(subject);
  for (const [key, { type }] of Object.entries(schema.outputs)) {
    out[key] = whole(wanted[key], type) ?? planned[key] ?? UNKNOWN;
  }
  return out;
}

// the types of Kubernetes say of every member that it is there, and mean none
const completer =
  ({ package: { zeroes }, schemas }: Subject) =>
  (value: Value | undefined, type: PropertyType, old?: Value): Value | undefined =>
    zeroes === "none" ? value : completed(value, type, schemas, old);

/** What was asked for, with the members that only the service fills in: known from before, or not known yet. */
function completed(value: Value | undefined, type: PropertyType, schemas: Schemas, old?: Value): Value | undefined {
  if (value instanceof Secret) return new Secret(completed(value.value, type, schemas, old) ?? value.value);
  if (isList(value) && type.kind === "list") {
    const olds = isList(old) ? old : [];
    return value.map((item, index) => completed(item, type.element, schemas, olds[index]) ?? item);
  }
  const members = type.kind === "ref" && isObject(value) ? schemas.resolve(type) : undefined;
  if (members === undefined || !isObject(value)) return value;
  const before = isObject(old) ? old : {};
  const full: Record<string, Value> = { ...value };
  for (const [key, member] of Object.entries(members)) {
    const inner =
      completed(value[key], member.type, schemas, before[key]) ??
      (member.required ? (before[key] ?? UNKNOWN) : undefined);
    if (inner !== undefined) full[key] = inner;
  }
  return full;
}

/** What is known of an object before an update in place. */
export function plannedUpdate(wanted: Properties, olds: Properties, context: Context, subject: Subject): Properties {
  const { schema, hand, package: pkg } = subject;
  if (!schema) return { ...olds, ...wanted };
  const planned = pkg.planned?.(context) ?? {};
  const renewed = new Set(hand?.renewed);
  const kept = new Set(hand?.kept);
  const whole = completer(subject);
  const out: Record<string, Value> = olds["id"] === undefined ? {} : { id: olds["id"] };
  for (const [key, { type }] of Object.entries(schema.outputs)) {
    const stays = kept.has(key) || (pkg.keeps && !renewed.has(key) && !RENEWED.test(key));
    out[key] =
      whole(wanted[key], type, olds[key]) ?? planned[key] ?? (stays && olds[key] !== undefined ? olds[key] : UNKNOWN);
  }
  return out;
}

/** Names of outputs that services renew at every change. */
export const RENEWED =
  /^(etag|.*[Ff]ingerprint|version|versionId|generation|last(Modified|Updated).*|updat(ed|e)(At|Time|Date)|metageneration)$/;

/** The object before and after an update, as its context sees it. */
export interface Update {
  readonly wanted: Properties;
  readonly before: Context;
  readonly after: Context;
  readonly olds: Properties;
  readonly id: string;
}

/** What an update in place leaves: what follows from changed inputs changes, everything else stays. */
export function updatedOutputs({ wanted, before, after, olds, id }: Update, subject: Subject): Properties {
  const was = outputs(before.inputs, before, subject, id);
  const is = outputs(wanted, after, subject, id);
  const renewed = new Set(subject.hand?.renewed);
  const planned = subject.package.planned?.(after) ?? {};
  const next: Record<string, Value> = { ...is };
  for (const key of Object.keys(is)) {
    const old = olds[key];
    if (old === undefined || wanted[key] !== undefined || planned[key] !== undefined) continue;
    if (subject.schema?.inputs[key] === undefined && (renewed.has(key) || RENEWED.test(key))) {
      next[key] = renew(key, old, is[key] as Value, after);
    } else if (equal(was[key], is[key])) next[key] = old;
  }
  return next;
}

function renew(key: string, old: Value, fresh: Value, { dice, now }: Context): Value {
  if (typeof old === "number") return old + 1;
  if (typeof old !== "string") return fresh;
  if (/^\d{4}-\d\d-\d\dT/.test(old)) return now;
  if (/^\d{1,9}$/.test(old)) return String(Number(old) + 1);
  return /etag|fingerprint/i.test(key) ? dice.hex(`${key} after ${old}`, 32) : fresh;
}

function secretly(properties: Properties, paths: readonly string[] | undefined): Properties {
  if (!paths) return properties;
  const next: Record<string, Value> = { ...properties };
  for (const path of paths) {
    const value = next[path];
    if (value !== undefined && value !== null && !(value instanceof Secret)) next[path] = new Secret(value);
  }
  return next;
}
