import { isList, isObject, type Properties, Secret, type Value } from "./value.ts";

/** A parsed property path: keys, indexes, and `*` for any of them. */
export type Path = readonly (string | number)[];

/** Parses `a.b[0]["k.k"]`; undefined when the text is no path. */
export function parsePath(text: string): Path | undefined {
  const parts: (string | number)[] = [];
  let rest = text;
  while (rest.length > 0) {
    const bracket = /^\[(?:(\d+)|"((?:[^"\\]|\\.)*)"|(\*))\]/.exec(rest);
    const name = /^(\.?)([^.[\]]+)/.exec(rest);
    if (bracket) {
      parts.push(
        bracket[1] !== undefined ? Number(bracket[1]) : (bracket[3] ?? (bracket[2] as string).replace(/\\(.)/g, "$1")),
      );
      rest = rest.slice(bracket[0].length);
    } else if (name && (name[1] === ".") === parts.length > 0) {
      parts.push(name[2] as string);
      rest = rest.slice(name[0].length);
    } else return undefined;
  }
  return parts.length > 0 ? parts : undefined;
}

/** Writes one more step of a path in the form that parsePath reads. */
export function joinPath(base: string, key: string | number): string {
  if (typeof key === "number") return `${base}[${key}]`;
  if (/^[^.[\]"]+$/.test(key)) return base ? `${base}.${key}` : key;
  return `${base}["${key.replace(/["\\]/g, "\\$&")}"]`;
}

/** Whether `outer` is a prefix of `inner`, wildcards matching anything. */
export const containsPath = (outer: Path, inner: Path): boolean =>
  outer.length <= inner.length && outer.every((part, i) => part === "*" || String(part) === String(inner[i]));

const bare = (value: Value | undefined): Value | undefined => (value instanceof Secret ? value.value : value);

/**
 * The new inputs with one path put back to its old value, as `ignoreChanges` asks.
 * `ok` is false where the path runs through something that was added or removed.
 */
export function resetPath(path: Path, olds: Properties, news: Properties): { value: Properties; ok: boolean } {
  const { value, ok } = reset(path, olds, news);
  return ok ? { value: value as Properties, ok } : { value: news, ok };
}

interface Reset {
  readonly value: Value | undefined;
  readonly ok: boolean;
}

function reset(path: Path, old: Value | undefined, now: Value | undefined): Reset {
  const [head, ...tail] = path;
  if (head === undefined) return { value: old, ok: true };
  const from = bare(old);
  const to = bare(now);
  const result = isList(from) || isList(to) ? resetList(head, tail, from, to) : resetObject(head, tail, from, to);
  if (!result.ok || result.value === undefined) return result;
  const changed = result.value !== to;
  return { value: changed ? (now instanceof Secret ? new Secret(result.value) : result.value) : now, ok: true };
}

function resetList(head: string | number, tail: Path, from: Value | undefined, to: Value | undefined): Reset {
  if (!isList(from) || !isList(to) || from.length !== to.length)
    return { value: to, ok: from === undefined && to === undefined };
  if (typeof head !== "number" && head !== "*") return { value: to, ok: false };
  const items: Value[] = [];
  for (const [i, item] of to.entries()) {
    const { value, ok } = head === "*" || head === i ? reset(tail, from[i], item) : { value: item, ok: true };
    if (!ok) return { value: to, ok };
    items.push(value as Value);
  }
  return { value: items, ok: typeof head !== "number" || head < to.length };
}

function resetObject(head: string | number, tail: Path, from: Value | undefined, to: Value | undefined): Reset {
  if (from === undefined && to === undefined) return { value: to, ok: true };
  if (!isObject(from) || !isObject(to) || typeof head !== "string") return { value: to, ok: false };
  const keys = head === "*" ? [...new Set([...Object.keys(from), ...Object.keys(to)])] : [head];
  const next: Record<string, Value> = { ...to };
  for (const key of keys) {
    const { value, ok } = reset(tail, from[key], to[key]);
    if (!ok) return { value: to, ok };
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return { value: next, ok: true };
}
