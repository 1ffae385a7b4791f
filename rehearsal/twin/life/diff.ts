import type { DiffKind, DiffRequest, DiffResult, PropertyDiff } from "../../wire/provider.ts";
import { containsUnknown, equal, type Properties, unwrapSecrets, type Value } from "../../wire/value.ts";
import type { Replacement, Subject } from "../package.ts";
import { bare, defaultsOf } from "./bookkeeping.ts";
import { changes, sameDocument } from "./changes.ts";
import type { Replacements } from "./replace.ts";

/** One answer about one changed property, for the fidelity ledger. */
export interface Decision extends Replacement {
  readonly type: string;
  readonly property: string;
}

/** Outputs that say the same as inputs. */
const DERIVED: { readonly [output: string]: readonly string[] } = {
  tagsAll: ["tags"],
  effectiveLabels: ["labels"],
  pulumiLabels: ["labels"],
};

/** Compares old and new inputs as the provider would; `planned` are the outputs that follow from them and the provider's arguments. */
export function diff(
  request: DiffRequest,
  subject: Subject,
  replacements: Replacements,
  planned: Properties,
  decided: (decision: Decision) => void,
): DiffResult {
  const { package: pkg } = subject;
  const { oldInputs, oldOutputs, news } = request;
  const detailedDiff: Record<string, PropertyDiff> = {};
  const replaces = new Set<string>();
  const diffs = new Set<string>();
  const oldFilled = defaultsOf(oldInputs);
  const newFilled = defaultsOf(news);
  const foreign = (top: string): boolean =>
    top.startsWith("__") ||
    (news[top] === undefined && oldFilled.has(top)) ||
    (oldInputs[top] === undefined && newFilled.has(top) && agrees(oldOutputs[top], news[top]));
  changes(
    oldInputs,
    news,
    (path, kind, top) => {
      if (foreign(top)) return;
      const answer = replacements.of(path);
      decided({ ...answer, type: subject.token, property: path });
      diffs.add(top);
      if (answer.replace) replaces.add(top);
      detailedDiff[path] = { kind: answer.replace ? (`${kind}-replace` as DiffKind) : kind, inputDiff: true };
    },
    pkg.bridged ? sameDocument : equal,
  );
  for (const key of Object.keys(planned)) {
    const old = bare(oldOutputs[key]);
    const now = planned[key] as Value;
    if (old === undefined || old === null || containsUnknown(now) || equal(unwrapSecrets(old), now)) continue;
    if (DERIVED[key]?.some((from) => diffs.has(from)) || diffs.has(key)) continue;
    const answer = replacements.of(key);
    decided({ ...answer, type: subject.token, property: key });
    diffs.add(key);
    if (answer.replace) replaces.add(key);
    detailedDiff[key] = { kind: answer.replace ? "update-replace" : "update", inputDiff: false };
  }
  const must = replaces.size > 0;
  return {
    changes: diffs.size > 0 ? "some" : "none",
    replaces: [...replaces],
    diffs: [...diffs],
    stables: stables(subject, request, replacements),
    deleteBeforeReplace: must && deletesFirst(subject, request),
    detailedDiff,
  };
}

/** A provider's own default says nothing new about an object whose state has the same, or says nothing. */
const agrees = (was: Value | undefined, is: Value | undefined): boolean => {
  const old = bare(was);
  const now = bare(is);
  return old === undefined || now === undefined || containsUnknown(now) || equal(old, now) || old === null;
};

function deletesFirst(subject: Subject, { oldInputs, news }: DiffRequest): boolean {
  const own = subject.hand?.deleteBeforeReplace;
  if (own !== undefined) return typeof own === "function" ? own(oldInputs, news) : own;
  return subject.package.deleteBeforeReplace({ subject, oldInputs, news });
}

/** Inputs that cannot change in place keep their value through an update. */
function stables({ schema }: Subject, { oldInputs, news }: DiffRequest, replacements: Replacements): string[] {
  const names = Object.keys(schema?.inputs ?? {}).filter(
    (key) => oldInputs[key] !== undefined && equal(oldInputs[key], news[key]) && replacements.of(key).replace,
  );
  return names.sort();
}
