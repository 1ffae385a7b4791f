import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { every, fail, notApplicable, notCovered, PASS, type Verdict } from "../../core/verdict.ts";
import { controlsOf } from "./controls.ts";
import { covers, stepsOf } from "./property-path.ts";

const SHOWN = 3;

function judge(resource: Resource): readonly Verdict[] {
  const { type, ignoreChanges: paths } = resource;
  if (paths === undefined) return [notApplicable("its host does not say which changes are ignored")];
  return every(paths.map((path) => ignored(path, type)));
}

/** Nobody sees what changes there, and a rule goes on judging the old value. */
function ignored(path: string, type: string): Verdict {
  const steps = stepsOf(path);
  if (steps === undefined) return notCovered(path, "is ignored, and is no path that can be read");
  const hidden = controlsOf(type).filter((control) => covers(steps, control.steps));
  const rules = [...new Set(hidden.flatMap((control) => control.rules))].toSorted();
  const [first] = hidden;
  if (first === undefined) return PASS;
  const more = rules.length > SHOWN ? ` and ${rules.length - SHOWN} more` : "";
  const where = first.path === path ? "it" : first.path;
  return fail(path, `is ignored when it changes, but ${where} is read by ${rules.slice(0, SHOWN).join(", ")}${more}`);
}

export const ignoreChangesHidesControl: Rule = {
  id: "ignore-changes-hides-control",
  packs: ["zero-trust", "gdpr", "cost", "reliability"],
  title: "No ignored change hides what a mandatory rule reads",
  severity: "high",
  scope: "resource",
  since: "0.2.0",
  why: "The engine puts the old value back before anybody judges it: what is set in the cloud stays, and every rule passes.",
  fixText: ({ path }) =>
    `Take \`${path}\` out of \`ignoreChanges\`, or ignore only the path inside it that a controller writes.`,
  checks: each(["aws:*", "gcp:*", "azure-native:*", "kubernetes:*"], judge),
};
