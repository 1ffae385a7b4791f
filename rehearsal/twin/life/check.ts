import type { CheckFailure, CheckRequest, CheckResult } from "../../wire/provider.ts";
import { containsUnknown, isObject, type Properties, unwrapSecretsIn, type Value } from "../../wire/value.ts";
import { withHint } from "../hints.ts";
import { makeName, type NameRule, proposedName } from "../names/rule.ts";
import type { CheckScene, Subject } from "../package.ts";
import type { InputProperty } from "../schema/types.ts";
import type { Context } from "../type.ts";
import { defaultsOf, withoutBookkeeping } from "./bookkeeping.ts";
import { missing, unknownKey, validate } from "./validate.ts";

/** What one check gathers on its way. */
interface Draft {
  readonly inputs: Record<string, Value>;
  readonly filled: Set<string>;
  readonly failures: CheckFailure[];
  readonly doubts: string[];
}

/** The result, and what may be wrong but is no failure. */
export interface Checked extends CheckResult {
  readonly doubts: readonly string[];
}

/** Checks the inputs of one object as its provider would, and fills in what the provider fills in. */
export function check(request: CheckRequest, scene: CheckScene, contextOf: (inputs: Properties) => Context): Checked {
  const { subject } = scene;
  const { hand, package: pkg } = subject;
  const draft: Draft = { inputs: {}, filled: new Set(), failures: [], doubts: [] };
  takeInputs(draft, subject, request.news);
  carryOver(draft, subject, request.oldInputs);
  fillDefaults(draft, subject);
  fillName(draft, subject, request);
  const inputs = pkg.fill?.(draft.inputs, scene) ?? draft.inputs;
  noteMissing(draft, subject, inputs);
  if (hand?.limits && draft.failures.length === 0) {
    const known = withoutBookkeeping(unwrapSecretsIn(inputs));
    for (const [property, broken, reason] of hand.limits(known, contextOf(known))) {
      const top = known[property.split(/[.[]/, 1)[0] as string];
      if (broken && (top === undefined || !containsUnknown(top))) {
        draft.failures.push({ property, reason: withHint(reason, "limit", { what: property }) });
      }
    }
  }
  return {
    inputs: pkg.bridged ? withRecord(inputs, draft.filled) : inputs,
    failures: draft.failures,
    doubts: draft.doubts,
  };
}

function takeInputs(
  { inputs, failures, doubts }: Draft,
  { schema, schemas, package: pkg }: Subject,
  news: Properties,
): void {
  const validation = { schemas, bridged: pkg.bridged, failures, doubts };
  for (const key of Object.keys(news)) {
    const value = news[key] as Value;
    const input = schema?.inputs[key];
    if (key.startsWith("__") || (value === null && pkg.bridged)) continue;
    if (!schema || (!input && schema.outputs[key])) inputs[key] = value;
    else if (!input) failures.push({ property: key, reason: unknownKey(key, schema.inputs) });
    else if (isJsonText(input, schema.outputs[key]?.type.kind, value)) inputs[key] = JSON.stringify(value);
    else inputs[key] = validate(value, input.type, key, validation);
  }
  for (const key of Object.keys(schema?.inputs ?? {})) {
    const constant = schema?.inputs[key]?.constant;
    if (constant !== undefined) inputs[key] = constant;
  }
}

/** Policy documents arrive as objects where the SDK allows it, and are kept as text. */
const isJsonText = ({ type }: InputProperty, kept: string | undefined, value: Value): boolean =>
  kept === "string" &&
  type.kind === "union" &&
  type.members.some(({ kind }) => kind === "string") &&
  isObject(value) &&
  !containsUnknown(value);

function carryOver({ inputs, filled }: Draft, { package: pkg, name }: Subject, olds: Properties | undefined): void {
  if (!olds || !pkg.bridged) return;
  for (const key of defaultsOf(olds)) {
    const old = olds[key];
    if (inputs[key] !== undefined || old === undefined) continue;
    if (key === name?.property && !stillFits(name, old, inputs)) continue;
    inputs[key] = old;
    filled.add(key);
  }
}

/** A made-up name is kept unless the program now asks for another form of name. */
function stillFits({ unless, suffix }: NameRule, old: Value, inputs: Properties): boolean {
  if (unless !== undefined && inputs[unless] !== undefined) return false;
  const end = suffix?.(inputs);
  return end === undefined || typeof old !== "string" || end === "" || old.endsWith(end);
}

function fillDefaults({ inputs, filled }: Draft, { schema, hand, package: pkg }: Subject): void {
  const fill = (key: string, value: Value): void => {
    if (inputs[key] !== undefined) return;
    inputs[key] = value;
    filled.add(key);
  };
  const own = typeof hand?.defaults === "function" ? hand.defaults(inputs) : (hand?.defaults ?? {});
  for (const key of Object.keys(own)) fill(key, own[key] as Value);
  for (const key of Object.keys(schema?.inputs ?? {})) {
    const input = schema?.inputs[key] as InputProperty;
    const value = input.default ?? (pkg.bridged && !hand?.defaults ? documented(input) : undefined);
    if (value !== undefined) fill(key, value);
  }
}

/** A default that the documentation states plainly enough to act on. */
export function documented({ type, docDefault, validValues }: InputProperty): Value | undefined {
  if (docDefault === undefined) return undefined;
  if (type.kind === "boolean") return docDefault === "true" ? true : docDefault === "false" ? false : undefined;
  if (type.kind === "number") return /^-?\d+(\.\d+)?$/.test(docDefault) ? Number(docDefault) : undefined;
  if (type.kind !== "string") return undefined;
  const listed = validValues === undefined || validValues.includes(docDefault);
  return listed && /^[A-Za-z0-9_.-]+$/.test(docDefault) && !/^(null|none|nil|undefined)$/i.test(docDefault)
    ? docDefault
    : undefined;
}

function fillName(
  { inputs, filled, failures }: Draft,
  { name: rule, package: pkg }: Subject,
  request: CheckRequest,
): void {
  if (!rule || inputs[rule.property] !== undefined) return;
  if (rule.unless !== undefined && inputs[rule.unless] !== undefined) return;
  const old = request.oldInputs?.[rule.property];
  const { autonaming } = request;
  const kept = !pkg.bridged || defaultsOf(request.oldInputs).has(rule.property);
  if (typeof old === "string" && kept && stillFits(rule, old, inputs)) {
    inputs[rule.property] = old;
    if (request.oldInputs?.["__createBeforeDelete"] === true) inputs["__createBeforeDelete"] = true;
  } else if (autonaming?.mode === "disable") {
    if (!pkg.bridged) return;
    failures.push({
      property: rule.property,
      reason: "automatic naming is disabled but no explicit name was provided",
    });
  } else {
    const proposes = autonaming && (autonaming.mode === "enforce" || rule.kind !== "uuid");
    const named =
      proposes && autonaming.mode === "enforce"
        ? { name: autonaming.proposedName }
        : proposes
          ? proposedName(rule, autonaming.proposedName, inputs)
          : makeName(rule, request.name, request.randomSeed, inputs);
    if ("failure" in named) failures.push({ property: rule.property, reason: named.failure });
    else inputs[rule.property] = named.name;
    if (!pkg.bridged && !proposes && (rule.kind ?? "random") === "random") inputs["__createBeforeDelete"] = true;
  }
  filled.add(rule.property);
}

function noteMissing({ failures }: Draft, { schema }: Subject, inputs: Properties): void {
  for (const key of Object.keys(schema?.inputs ?? {})) {
    const input = schema?.inputs[key];
    if (!input?.required || (inputs[key] !== undefined && inputs[key] !== null)) continue;
    if (!failures.some(({ property }) => property === key)) failures.push({ property: key, reason: missing(key) });
  }
}

function withRecord(inputs: Properties, filled: ReadonlySet<string>): Properties {
  const names = [...filled].filter((key) => inputs[key] !== undefined).sort();
  return { ...inputs, __defaults: names };
}
