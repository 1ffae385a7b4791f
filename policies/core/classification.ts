import type { Resource } from "./resource.ts";
import type { Run } from "./rule.ts";
import { PERSONAL_CLASSES, strings } from "./settings.ts";
import { effectiveTag, tagName } from "./tags.ts";
import { holds, type Truth } from "./truth.ts";
import { every, notApplicable, undetermined, type Verdict } from "./verdict.ts";

/** Judges only what holds data about people; while the class is unknown, nothing is at fault yet. */
export function ifPersonal(store: Resource, { config }: Run, judge: () => readonly Verdict[]): readonly Verdict[] {
  const kind = effectiveTag(store, tagName(config, "class"));
  if (kind.state === "absent") return [notApplicable("has no class")];
  const classes = strings(config, PERSONAL_CLASSES);
  if (kind.state === "known" && !classes.includes(kind.value)) return [notApplicable(`holds ${kind.value} data`)];
  const verdicts = judge();
  const faulty = verdicts.some(({ word }) => word === "fail");
  return kind.state === "unknown" && faulty ? [undetermined(kind)] : every(verdicts);
}

/** Whether a resource says that it holds data about people. */
export function isPersonal(resource: Resource, config: Run["config"]): Truth {
  const classes = strings(config, PERSONAL_CLASSES);
  return holds(effectiveTag(resource, tagName(config, "class")), (kind) => classes.includes(kind));
}
