import { isList, isObject, type Properties, Secret, Unknown, type Value } from "../../wire/value.ts";
import { sameDocument } from "../life/changes.ts";
import { isVolatile } from "./volatile.ts";

const bare = (value: Value | undefined): Value | undefined => {
  let inner = value;
  while (inner instanceof Secret) inner = inner.value;
  return inner;
};

/** Null and nothing inside are one; a number or a truth value is never nothing. */
export function isEmpty(value: Value | undefined): boolean {
  const inner = bare(value);
  if (inner === undefined || inner === null || inner === "") return true;
  return isList(inner) ? inner.length === 0 : isObject(inner) && Object.keys(inner).length === 0;
}

const kindOf = (value: Value | undefined): string => {
  const inner = bare(value);
  if (inner === null || inner === undefined) return "null";
  return isList(inner) ? "list" : isObject(inner) ? "map" : typeof inner;
};

/** String, number, boolean, list or map; all empty ones are of one kind. */
export const sameKind = (a: Value | undefined, b: Value | undefined): boolean =>
  kindOf(a) === kindOf(b) || (isEmpty(a) && isEmpty(b));

/** Equal, or made in the same way: parts that name something are equal, random ones alike. */
export function sameForm(recorded: Value | undefined, made: Value | undefined, name: string): boolean {
  const a = bare(recorded);
  const b = bare(made);
  if (a instanceof Unknown || isVolatile(name, a)) return true;
  if (isEmpty(a) && isEmpty(b)) return true;
  if (isList(a) && isList(b)) return sameItems(a, b, name);
  if (isObject(a) && isObject(b)) return sameMembers(a, b);
  if (typeof a === "string" && typeof b === "string") {
    const form = /version$/i.test(name) ? (text: string) => formOf(text).replace(/\d+/g, "<n>") : formOf;
    return form(a) === form(b) || sameDocument(a, b);
  }
  if (typeof a === "number" && typeof b === "number") return a === b || (isLong(a) && isLong(b));
  return a === b;
}

/** Sets come back in an order of the provider's own. */
function sameItems(a: readonly Value[], b: readonly Value[], name: string): boolean {
  const left = [...b];
  return (
    a.length === b.length &&
    a.every((item) => {
      const at = left.findIndex((other) => sameForm(item, other, name));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

/** A member that the recorded version did not have yet may be there, saying nothing. */
function sameMembers(a: Properties, b: Properties): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)].filter((key) => !key.startsWith("__")));
  const isNothing = (value: Value | undefined): boolean => isEmpty(value) || value === false || value === 0;
  return [...keys].every((key) => sameForm(a[key], b[key], key) || (a[key] === undefined && isNothing(b[key])));
}

/** Numbers of this length are counted up or drawn by the service. */
const isLong = (value: number): boolean => Number.isInteger(value) && value >= 1_000_000;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const ADDRESS = /\b\d{1,3}([.-])\d{1,3}\1\d{1,3}\1\d{1,3}\b/g;
const BASE64 = /^(?=.*[A-Z0-9])[A-Za-z0-9+/]{7,}=+$/;

/** A text with its random parts named by their form: prefixes, separators, words and lengths stay. */
export function formOf(text: string): string {
  if (BASE64.test(text)) return "<base64>";
  return text
    .replace(UUID, "<uuid>")
    .replace(ADDRESS, "<address>")
    .replace(/[A-Za-z0-9]+/g, (word, at: number) => (text[at - 1] === "<" ? word : wordForm(word)));
}

function wordForm(word: string): string {
  if (/^\d{7,}$/.test(word)) return "<digits>";
  if (/^(?=.*\d)(?=.*[a-f])[0-9a-f]{7,}$/.test(word)) return `<hex ${word.length}>`;
  if (/^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{10,}$/.test(word)) return `<capitals ${word.length}>`;
  if (/^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{12,}$/.test(word)) return `<mixed ${word.length}>`;
  return word;
}
