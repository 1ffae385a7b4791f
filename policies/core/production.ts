import { isProduction } from "./level.ts";
import type { Resource } from "./resource.ts";
import type { Run } from "./rule.ts";
import { effectiveTag, tagName } from "./tags.ts";
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

/** Judges only what runs elsewhere than in production; while that is not known, nothing is at fault yet. */
export function outsideProduction({ environment }: Run, judge: () => readonly Verdict[]): readonly Verdict[] {
  if (environment.state === "absent") return [UNCONFIGURED];
  if (environment.state === "known" && isProduction(environment.value)) return [notApplicable("is production")];
  const verdicts = every(judge());
  const faulty = verdicts.some(({ word }) => word === "fail");
  return environment.state === "unknown" && faulty ? [undetermined(environment)] : verdicts;
}

/** Judges what production cannot do without: nothing whose loss is said to matter little. */
export function ifMissed(resource: Resource, run: Run, judge: () => readonly Verdict[]): readonly Verdict[] {
  const criticality = effectiveTag(resource, tagName(run.config, "criticality"));
  if (criticality.state === "known" && criticality.value === "low") return [notApplicable("has low criticality")];
  const verdicts = ifProduction(run, judge);
  const faulty = verdicts.some(({ word }) => word === "fail");
  return criticality.state === "unknown" && faulty ? [undetermined(criticality)] : verdicts;
}
