import { containsPath, joinPath, parsePath } from "../../wire/path.ts";
import type { DiffKind, DiffResult, PropertyDiff, Provider } from "../../wire/provider.ts";
import { nameOf, typeOf } from "../../wire/urn.ts";
import { equal, isList, isObject, type Properties, unwrapSecretsIn, type Value } from "../../wire/value.ts";
import type { Run } from "../run.ts";
import { applyIgnoreChanges } from "./ignore-changes.ts";

export const SAME: DiffResult = { changes: "none", replaces: [], diffs: [], stables: [], deleteBeforeReplace: false };
/** A difference that forces a replacement for a reason of the engine's own. */
export const replaceBecause = (key: string): DiffResult => ({ ...SAME, changes: "some", replaces: [key] });
export const CHANGED: DiffResult = { ...SAME, changes: "some" };

const REPLACING: ReadonlySet<DiffKind> = new Set(["add-replace", "delete-replace", "update-replace"]);
const asReplace: { readonly [kind in DiffKind]: DiffKind } = {
  add: "add-replace",
  "add-replace": "add-replace",
  delete: "delete-replace",
  "delete-replace": "delete-replace",
  update: "update-replace",
  "update-replace": "update-replace",
};
const inverted: { readonly [kind in DiffKind]: DiffKind } = {
  add: "delete",
  "add-replace": "delete-replace",
  delete: "add",
  "delete-replace": "add-replace",
  update: "update",
  "update-replace": "update-replace",
};

export const needsReplace = (diff: DiffResult): boolean =>
  diff.replaces.length > 0 || Object.values(diff.detailedDiff ?? {}).some(({ kind }) => REPLACING.has(kind));

/** The same difference seen from the other side: what a refresh found. */
export function invert(diff: DiffResult): DiffResult {
  if (!diff.detailedDiff) return diff;
  const entries = Object.entries(diff.detailedDiff).map(([path, { kind, inputDiff }]) => [
    path,
    { kind: inverted[kind], inputDiff },
  ]);
  return { ...diff, detailedDiff: Object.fromEntries(entries) as { [path: string]: PropertyDiff } };
}

export interface DiffSubject {
  readonly urn: string;
  readonly id: string;
  readonly oldInputs: Properties;
  readonly oldOutputs: Properties;
  readonly news: Properties;
  readonly ignoreChanges: readonly string[];
}

/** Asks the provider; where it leaves the answer open, compares the inputs. */
export async function diffWith(run: Run, provider: Pick<Provider, "diff">, subject: DiffSubject): Promise<DiffResult> {
  const { urn, oldInputs, news, ignoreChanges } = subject;
  const diff = await provider.diff({ ...subject, name: nameOf(urn), type: typeOf(urn) });
  if (diff.changes !== "unknown") return diff;
  const kept = applyIgnoreChanges(run, urn, news, oldInputs, ignoreChanges);
  const detailedDiff = compare(unwrapSecretsIn(oldInputs), unwrapSecretsIn(kept));
  const diffs = [...new Set(Object.keys(detailedDiff).map((path) => String(parsePath(path)?.[0] ?? path)))];
  return diffs.length > 0 ? { ...diff, changes: "some", diffs, detailedDiff } : { ...diff, changes: "none" };
}

/** Every path where two bags differ. */
export function compare(olds: Properties, news: Properties): { [path: string]: PropertyDiff } {
  const out: { [path: string]: PropertyDiff } = {};
  walk("", olds, news, out);
  return out;
}

function walk(path: string, a: Value | undefined, b: Value | undefined, out: { [path: string]: PropertyDiff }): void {
  if (equal(a, b)) return;
  if (a === undefined) out[path] = { kind: "add", inputDiff: true };
  else if (b === undefined) out[path] = { kind: "delete", inputDiff: true };
  else if (isObject(a) && isObject(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) walk(joinPath(path, key), a[key], b[key], out);
  } else if (isList(a) && isList(b)) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) walk(joinPath(path, i), a[i], b[i], out);
  } else out[path] = { kind: "update", inputDiff: true };
}

const INIT_ERROR = "#initerror";

/** Turns differences on the listed paths into replacements. */
export function applyReplaceOnChanges(diff: DiffResult, paths: readonly string[], hasInitErrors: boolean): DiffResult {
  if (diff.changes !== "some" && !hasInitErrors) return diff;
  const listed = paths.flatMap((text) => {
    const path = parsePath(text);
    return path ? [path] : [];
  });
  if (listed.length === 0) return diff;
  const isListed = (text: string): boolean => {
    const path = parsePath(text);
    return path !== undefined && listed.some((outer) => containsPath(outer, path));
  };
  const replaces = new Set(diff.replaces);
  for (const key of diff.diffs) if (isListed(key)) replaces.add(key);
  const detailed: { [path: string]: PropertyDiff } = {};
  for (const [path, property] of Object.entries(diff.detailedDiff ?? {})) {
    detailed[path] = isListed(path) ? { ...property, kind: asReplace[property.kind] } : property;
  }
  let changes = diff.changes;
  if (hasInitErrors && isListed(INIT_ERROR)) {
    replaces.add(INIT_ERROR);
    detailed[INIT_ERROR] = { kind: "update-replace", inputDiff: false };
    changes = "some";
  }
  return { ...diff, changes, replaces: [...replaces], ...(diff.detailedDiff && { detailedDiff: detailed }) };
}
