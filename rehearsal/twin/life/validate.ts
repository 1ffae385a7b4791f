import { joinPath } from "../../wire/path.ts";
import type { CheckFailure } from "../../wire/provider.ts";
import { isList, isObject, OutputValue, type Properties, Secret, Special, type Value } from "../../wire/value.ts";
import type { ByName, EnumValue, Member, PropertyType, RefType, Schemas } from "../schema/types.ts";
import { nearest } from "./nearest.ts";

/** What a validation needs to know and where it writes. */
export interface Validation {
  readonly schemas: Schemas;
  /** Takes "5" for 5 and writes `__defaults` into objects. */
  readonly bridged: boolean;
  readonly failures: CheckFailure[];
  /** Values that the SDK does not list; it may not know them all. */
  readonly doubts: string[];
}

/** Compares a value with its type, notes every mistake with its path, and gives the value as the provider keeps it. */
export function validate(value: Value, type: PropertyType, path: string, to: Validation): Value {
  if (value instanceof Secret) {
    const inner = validate(value.value, type, path, to);
    return inner === value.value ? value : new Secret(inner);
  }
  if (value === null || value instanceof OutputValue) return value;
  if (value instanceof Special) return special(value, type, path, to);
  switch (type.kind) {
    case "any":
      return value;
    case "asset":
      return to.bridged && typeof value === "string" ? value : wrong(value, "an asset or archive", path, to);
    case "list":
      return isList(value)
        ? keep(
            value,
            value.map((item, i) => validate(item, type.element, joinPath(path, i), to)),
          )
        : wrong(value, "a list", path, to);
    case "map":
      return isObject(value) ? mapValues(value, type.element, path, to) : wrong(value, "a map", path, to);
    case "ref":
      if (isObject(value)) return object(value, type, path, to);
      return to.bridged && isOnly(value)
        ? validate(value[0] as Value, type, path, to)
        : wrong(value, "an object", path, to);
    case "union":
      return union(value, type.members, path, to);
    case "enum":
      if (typeof value === "object") return wrong(value, "a single value", path, to);
      return listed(value, to.schemas.enumValues(type), path, to);
    case "literal":
      return typeof value === "object" ? wrong(value, "a single value", path, to) : value;
    case "resource":
      return primitive(value, "string", path, to);
    case "string":
    case "number":
    case "boolean":
      return primitive(value, type.kind, path, to);
  }
}

/** States of older provider versions hold a list of one where there is an object today. */
const isOnly = (value: Value): value is readonly [Properties] =>
  isList(value) && value.length === 1 && isObject(value[0]);

const keep = (before: readonly Value[], after: readonly Value[]): readonly Value[] =>
  after.some((item, i) => item !== before[i]) ? after : before;

function listed(
  value: string | number | boolean,
  known: readonly EnumValue[] | undefined,
  path: string,
  to: Validation,
): Value {
  if (known && !known.includes(value)) {
    const close = nearest(String(value), known.map(String));
    const hint = close === undefined ? `it lists ${known.slice(0, 8).join(", ")}` : `did you mean '${close}'?`;
    to.doubts.push(`${path}: the SDK does not list the value '${value}'; ${hint}`);
  }
  return value;
}

function special(value: Special, type: PropertyType, path: string, to: Validation): Value {
  const asset = value.kind === "asset" || value.kind === "archive";
  const fits = !asset || accepts(type);
  return fits ? value : wrong(value, "plain data", path, to);
}
const accepts = (type: PropertyType): boolean =>
  type.kind === "asset" ||
  type.kind === "any" ||
  (type.kind === "union" && type.members.some(accepts)) ||
  ((type.kind === "list" || type.kind === "map") && accepts(type.element));

function mapValues(value: Properties, element: PropertyType, path: string, to: Validation): Value {
  if (element.kind === "any") return value;
  const next: Record<string, Value> = {};
  let changed = false;
  for (const key of Object.keys(value)) {
    const item = value[key] as Value;
    if (key === "__defaults") continue;
    const checked = validate(item, element, joinPath(path, key), to);
    changed ||= checked !== item;
    next[key] = checked;
  }
  return changed || "__defaults" in value ? next : value;
}

function object(value: Properties, ref: RefType, path: string, to: Validation): Value {
  const members = to.schemas.resolve(ref);
  return members ? membersOf(value, members, path, to) : value;
}

/** Checks the members of one object; also used for the top level. */
function membersOf(value: Properties, members: ByName<Member>, path: string, to: Validation): Properties {
  const next: Record<string, Value> = to.bridged ? { __defaults: [] } : {};
  for (const key of Object.keys(value)) {
    const item = value[key] as Value;
    // x-kubernetes-…: the SDK's types spell it with underscores, and the provider takes both
    const member = members[key] ?? members[key.replaceAll("-", "_")];
    if (member) {
      if (item !== null || !to.bridged) next[key] = validate(item, member.type, joinPath(path, key), to);
    } else if (!key.startsWith("__")) {
      to.failures.push({ property: joinPath(path, key), reason: unknownKey(key, members) });
    }
  }
  for (const key of Object.keys(members)) {
    if (members[key]?.required && (value[key] === undefined || value[key] === null)) {
      to.failures.push({ property: joinPath(path, key), reason: missing(joinPath(path, key)) });
    }
  }
  return next;
}

/** Says that a property must be given. */
export const missing = (path: string): string => `missing required property '${path}'`;
/** Says that there is no such property, and which one may have been meant. */
export function unknownKey(key: string, members: ByName<unknown>): string {
  const close = nearest(key, Object.keys(members));
  return `Invalid or unknown key '${key}'.${close === undefined ? "" : ` Did you mean '${close}'?`}`;
}

function union(value: Value, kinds: readonly PropertyType[], path: string, to: Validation): Value {
  const choice = kinds.find((kind) => kind.kind === "enum");
  if (choice && typeof value === "string") return validate(value, choice, path, to);
  const fitting = kinds.filter((kind) => couldBe(value, kind));
  if (fitting.length === 1) return validate(value, fitting[0] as PropertyType, path, to);
  const attempts = (fitting.length > 0 ? fitting : kinds).map((kind) => {
    const failures: CheckFailure[] = [];
    return {
      failures,
      value: validate(value, kind, path, { ...to, failures, doubts: [] }),
      named: isNamed(value, kind, to),
    };
  });
  const best = attempts.find(({ named }) => named) ?? attempts.sort((a, b) => a.failures.length - b.failures.length)[0];
  if (!best) return value;
  to.failures.push(...best.failures);
  return best.value;
}

function couldBe(value: Value, type: PropertyType): boolean {
  if (type.kind === "any") return true;
  if (type.kind === "union") return type.members.some((member) => couldBe(value, member));
  if (isList(value)) return type.kind === "list";
  if (isObject(value)) return type.kind === "ref" || type.kind === "map";
  if (type.kind === "enum" || type.kind === "literal") return typeof value !== "object";
  return typeof value === (type.kind === "resource" ? "string" : type.kind);
}

/** Whether a literal member of the object names this very kind (`odataType`, `type`). */
function isNamed(value: Value, type: PropertyType, { schemas }: Validation): boolean {
  if (!isObject(value) || type.kind !== "ref") return false;
  const members = schemas.resolve(type) ?? {};
  return Object.keys(members).some((key) => {
    const member = members[key]?.type;
    return member?.kind === "literal" && member.value === value[key];
  });
}

function primitive(value: Value, want: "string" | "number" | "boolean", path: string, to: Validation): Value {
  if (typeof value === want) return value;
  if (to.bridged) {
    if (want === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
    if (want === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
      return Number(value);
    if (want === "boolean" && (value === "true" || value === "false")) return value === "true";
  }
  return wrong(value, `a ${want}`, path, to);
}

function wrong(value: Value, want: string, path: string, to: Validation): Value {
  to.failures.push({ property: path, reason: `expected ${want}, got ${nameOf(value)}` });
  return value;
}
const nameOf = (value: Value): string => {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  if (value instanceof Special) return `an ${value.kind}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
};
