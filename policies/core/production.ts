import { isProduction } from "./level.ts";
import type { Run } from "./rule.ts";
import { every, notApplicable, UNCONFIGURED, undetermined, type Verdict } from "./verdict.ts";

/** Judges all but what is said to run elsewhere than in production. */
export function unlessElsewhere(run: Run, judge: () => readonly Verdict[]): readonly Verdict[] {
  return run.environment.state === "absent" ? every(judge()) : ifProduction(run, judge);
}

/** Judges only what runs in production; while that is not known, nothing is at fault yet. */
export function ifProduction({ environment }: Run, judge: () => readonly Verdict[]): readonly Verdict[] {
  if (environment.state === "absent") return [UNCONFIGURED];
  if (environment.state === "known" && !isProduction(environment.value)) {
    return [notApplicable(`is ${environment.value}, not production`)];
  }
  const verdicts = every(judge());
  const faulty = verdicts.some(({ word }) => word === "fail");
  return environment.state === "unknown" && faulty ? [undetermined(environment)] : verdicts;
}
