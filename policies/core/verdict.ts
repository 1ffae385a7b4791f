import type { Read, Unknown } from "./props.ts";

/** What a rule answers about one resource. */
export type Verdict = Pass | Fail | Undetermined | NotApplicable;
export interface Pass {
  readonly word: "pass";
}
/** `what` completes the sentence that `path` begins: "minimumTlsVersion" "is TLS1_0". */
export interface Fail {
  readonly word: "fail";
  readonly path: string;
  readonly what: string;
  /** Where the context makes it worse or better than the rule says. */
  readonly severity?: Severity;
}
/** Unknown values exist after `up` and are judged there; what is not covered never is. */
export interface Undetermined {
  readonly word: "undetermined";
  readonly kind: "unknown" | "not covered";
  readonly path: string;
  readonly reason: string;
}
export interface NotApplicable {
  readonly word: "not applicable";
  readonly reason: string;
}
export type Severity = "low" | "medium" | "high" | "critical";

export const PASS: Pass = { word: "pass" };
export const UNCONFIGURED: NotApplicable = { word: "not applicable", reason: "no configuration" };

export function fail(path: string, what: string, severity?: Severity): Fail {
  return { word: "fail", path, what, ...(severity !== undefined && { severity }) };
}

export function notApplicable(reason: string): NotApplicable {
  return { word: "not applicable", reason };
}

export function notCovered(path: string, reason: string): Undetermined {
  return { word: "undetermined", kind: "not covered", path, reason };
}

/** The verdict on a value that could not be had. */
export function undetermined({ path, reason }: Unknown): Undetermined {
  if (reason !== undefined) return notCovered(path, reason);
  return { word: "undetermined", kind: "unknown", path, reason: "is not known yet" };
}

type Answer = Verdict | string | undefined;

/** Judges one property: a string is what is wrong with it, `undefined` is a pass. */
export function decide<T>(
  read: Read<T>,
  { known, absent }: { readonly known: (value: T) => Answer; readonly absent?: Answer },
): Verdict {
  if (read.state === "unknown") return undetermined(read);
  const answer = read.state === "known" ? known(read.value) : absent;
  if (answer === undefined) return PASS;
  return typeof answer === "string" ? fail(read.path, answer) : answer;
}

/** Judges each element of a list, or the list that could not be had; none at all is a pass. */
export function forAll<T>(read: Read<readonly T[]>, judge: (item: T) => Verdict): readonly Verdict[] {
  if (read.state === "known") return every(read.value.map(judge));
  return [read.state === "unknown" ? undetermined(read) : PASS];
}

/** Everything must pass: all that fails, else all that is open. */
export function every(verdicts: readonly Verdict[]): readonly Verdict[] {
  return worst(verdicts, ["fail", "undetermined", "pass", "not applicable"]);
}

/** One pass is enough; without one, what is open counts before what fails. */
export function some(verdicts: readonly Verdict[]): readonly Verdict[] {
  return worst(verdicts, ["pass", "undetermined", "fail", "not applicable"]);
}

function worst(verdicts: readonly Verdict[], order: readonly Verdict["word"][]): readonly Verdict[] {
  if (verdicts.length === 0) return [PASS];
  const word = order.find((candidate) => verdicts.some((verdict) => verdict.word === candidate));
  // a promise, for one: what nobody waited for is no pass
  if (word === undefined) throw new Error("a check gave something that is no verdict");
  const those = verdicts.filter((verdict) => verdict.word === word);
  return word === "pass" || word === "not applicable" ? those.slice(0, 1) : those;
}
