import { joinPath } from "../../wire/path.ts";
import { equal, isList, isObject, Secret, type Value } from "../../wire/value.ts";

export type ChangeKind = "add" | "delete" | "update";
/** Sees one difference. */
export type SeeChange = (path: string, kind: ChangeKind, top: string) => void;

const bare = (value: Value | undefined): Value | undefined => {
  let inner = value;
  while (inner instanceof Secret) inner = inner.value;
  return inner === null ? undefined : inner;
};

/** Walks two values and shows every place where they differ, with the smallest path that names it. */
export function changes(
  old: Value | undefined,
  now: Value | undefined,
  see: SeeChange,
  same: (a: Value, b: Value) => boolean = equal,
): void {
  walk(bare(old), bare(now), "", "", see, same);
}

function walk(
  old: Value | undefined,
  now: Value | undefined,
  path: string,
  top: string,
  see: SeeChange,
  same: (a: Value, b: Value) => boolean,
): void {
  if (old === now) return;
  if (isList(old) && isList(now)) {
    for (let i = 0; i < Math.max(old.length, now.length); i++) {
      walk(bare(old[i]), bare(now[i]), joinPath(path, i), top, see, same);
    }
  } else if (isObject(old) && isObject(now)) {
    const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
    for (const key of [...keys].sort()) {
      if (key === "__defaults") continue;
      const inner = joinPath(path, key);
      walk(bare(old[key]), bare(now[key]), inner, top || key, see, same);
    }
  } else if (old === undefined || now === undefined) {
    see(path, old === undefined ? "add" : "delete", top);
  } else if (!same(old, now)) {
    see(path, "update", top);
  }
}

/** Equal, or two texts that are the same JSON document. */
export function sameDocument(a: Value, b: Value): boolean {
  if (equal(a, b)) return true;
  if (typeof a !== "string" || typeof b !== "string" || !isDocument(a) || !isDocument(b)) return false;
  try {
    return equal(JSON.parse(a) as Value, JSON.parse(b) as Value);
  } catch {
    return false;
  }
}
const isDocument = (text: string): boolean => /^\s*[{[]/.test(text);
