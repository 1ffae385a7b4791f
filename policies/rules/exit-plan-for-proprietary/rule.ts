import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { AS_OF, type Setting, strings } from "../../core/settings.ts";
import { effectiveTag, tagName, tagPath, tagsConfigured } from "../../core/tags.ts";
import { decide, every, notApplicable, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";

const CRITICAL = ["high", "critical"];
const CRITICAL_WORDS = {
  name: "criticalWords",
  schema: {
    type: "array",
    items: { type: "string" },
    description:
      "Values of the criticality tag that mean a critical or important function; high and critical unless said.",
  },
} as const satisfies Setting;

/** What nobody else sells carries the way out and the day on which somebody looks at it again. */
function judge(service: Resource, { config }: Run): readonly Verdict[] {
  const critical = effectiveTag(service, tagName(config, "criticality"));
  if (critical.state === "absent") return [notApplicable("does not say how critical it is")];
  const words = strings(config, CRITICAL_WORDS) ?? CRITICAL;
  if (critical.state === "known" && !words.includes(critical.value)) {
    return [notApplicable(`has ${critical.value} criticality`)];
  }
  const [plan, review] = [named(service, config, "exit-plan"), named(service, config, "exit-review")];
  // under names of their own they may be there
  if (!tagsConfigured(config) && [plan, review].some(({ state }) => state === "absent")) return [UNCONFIGURED];
  const verdicts = every([
    decide(plan, { known: readable, absent: "is not set" }),
    decide(review, { known: (text) => due(text, config.text(AS_OF.name)), absent: "is not set" }),
  ]);
  const isFaulty = verdicts.some(({ word }) => word === "fail");
  return critical.state === "unknown" && isFaulty ? [undetermined(critical)] : verdicts;
}

function named(service: Resource, config: Run["config"], word: "exit-plan" | "exit-review"): Read<string> {
  const name = tagName(config, word);
  return { ...effectiveTag(service, name), path: `${tagPath(service)}.${name}` };
}

function readable(text: string): string | undefined {
  return text.trim() === "" ? "is empty" : undefined;
}

function due(text: string, today: Read<string>): string | Verdict | undefined {
  if (!isDay(text)) return "is no day of the form 2027-01-31";
  if (today.state === "unknown") return undetermined(today);
  return today.state === "known" && text < today.value ? `was due on ${text}` : undefined;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

export const exitPlanForProprietary: Rule = {
  id: "exit-plan-for-proprietary",
  packs: ["reliability"],
  title: "A critical service that only one cloud has names the way out of it",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "What nobody else sells cannot be left in a hurry, and a plan that nobody looks at again is none.",
  fixText: ({ path }) =>
    path.endsWith("review")
      ? `Set \`${path}\` to the day on which the plan is looked at again, such as 2027-01-31.`
      : `Set \`${path}\` to where the exit plan is kept.`,
  settings: [CRITICAL_WORDS, AS_OF],
  checks: each(
    [
      "aws:dynamodb/table:Table",
      "aws:sfn/stateMachine:StateMachine",
      "gcp:spanner/instance:Instance",
      "azure-native:cosmosdb:DatabaseAccount",
    ],
    judge,
  ),
};
