import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { type Setting, strings, TAG_NAMES } from "../../core/settings.ts";
import { DATA_STORES } from "../../core/stores.ts";
import { effectiveTag, tagName, tagsConfigured } from "../../core/tags.ts";
import { decide, every, UNCONFIGURED, type Verdict } from "../../core/verdict.ts";

const CLASSES = {
  name: "classes",
  schema: {
    type: "array",
    items: { type: "string" },
    default: ["public", "internal", "confidential", "personal", "special"],
    description: "The values that a class tag may have.",
  },
} as const satisfies Setting;

function classified(store: Resource, { config }: Run): readonly Verdict[] {
  if (!tagsConfigured(config)) return [UNCONFIGURED];
  const classes = strings(config, CLASSES);
  const [kind, owner] = [tagName(config, "class"), tagName(config, "owner")];
  return every([
    decide(effectiveTag(store, kind), {
      known: (value) => (classes.includes(value) ? undefined : `has ${kind} = ${value}, which is no class`),
      absent: `lacks ${kind}`,
    }),
    decide(effectiveTag(store, owner), { known: () => undefined, absent: `lacks ${owner}` }),
  ]);
}

export const dataClassified: Rule = {
  id: "data-classified",
  packs: ["gdpr"],
  title: "Every store says what it holds and who answers for it",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "Retention, residency and erasure depend on the class of the data; a store without one is outside of all of them.",
  fixText: ({ path }) => `Add the missing names to \`${path}\`.`,
  settings: [TAG_NAMES, CLASSES],
  checks: each(DATA_STORES, classified),
};
