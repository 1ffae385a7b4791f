import type { Resource } from "./resource.ts";
import type { Run } from "./rule.ts";
import { effectiveTag, tagName } from "./tags.ts";
import { holds, onlyIf } from "./truth.ts";
import { notApplicable, type Verdict } from "./verdict.ts";

const CRITICAL = new Set(["high", "critical"]);

/** Judges only what is said to be critical; while that is unknown, nothing is at fault yet. */
export function ifCritical(
  store: Resource,
  { config }: Run,
  judge: () => Verdict | readonly Verdict[],
): readonly Verdict[] {
  const said = effectiveTag(store, tagName(config, "criticality"));
  if (said.state === "absent") return [notApplicable("says nothing of its criticality")];
  const critical = holds(said, (word) => CRITICAL.has(word.toLowerCase()));
  return onlyIf(critical, said.state === "known" ? `has ${said.value} criticality` : "", judge);
}
