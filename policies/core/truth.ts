import type { Bag, Read, Unknown } from "./props.ts";
import { every, fail, notApplicable, PASS, type Severity, undetermined, type Verdict } from "./verdict.ts";

/** Yes, no, or the value that would have to be known. */
export type Truth = boolean | Unknown;

/** Asks a value; absent is no unless told otherwise. */
export function holds<T>(read: Read<T>, test: (value: T) => boolean, absent = false): Truth {
  if (read.state === "unknown") return read;
  return read.state === "known" ? test(read.value) : absent;
}

/** Whether anything is said at all. */
export function isSet(read: Read): Truth {
  return holds(read, () => true);
}

export function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) || (truths.find((truth) => truth !== false) ?? false);
}

/** Whether a list holds a text that passes the test. */
export function anyItem(read: Read<readonly Bag[]>, test: (item: string) => boolean): Truth {
  if (read.state !== "known") return read.state === "unknown" ? read : false;
  return anyOf(read.value.map((item) => holds(item.itself(), test)));
}

/** Whether something holds of an element of a list. */
export function someItem(read: Read<readonly Bag[]>, test: (item: Bag) => Truth): Truth {
  return read.state === "known" ? anyOf(read.value.map(test)) : isSet(read);
}

export function allOf(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : (truths.find((truth) => truth !== true) ?? true);
}

export function not(truth: Truth): Truth {
  return typeof truth === "boolean" ? !truth : truth;
}

/** A fail where the fault is certain, a pass where it is certainly absent. */
export function faultIf(truth: Truth, path: string, what: string, severity?: Severity): Verdict {
  if (typeof truth !== "boolean") return undetermined(truth);
  return truth ? fail(path, what, severity) : PASS;
}

/** Judges only where something holds; while that is open, nothing is at fault yet. */
export function onlyIf(
  condition: Truth,
  otherwise: string,
  judge: () => Verdict | readonly Verdict[],
): readonly Verdict[] {
  if (condition === false) return [notApplicable(otherwise)];
  const verdicts = every([judge()].flat());
  const faulty = verdicts.some(({ word }) => word === "fail");
  return typeof condition !== "boolean" && faulty ? [undetermined(condition)] : verdicts;
}
