import { ifPersonal } from "../../core/classification.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { PERSONAL_CLASSES, TAG_NAMES } from "../../core/settings.ts";
import { DATA_STORES } from "../../core/stores.ts";
import { effectiveTag, tagName, tagsConfigured } from "../../core/tags.ts";
import { decide, UNCONFIGURED, type Verdict } from "../../core/verdict.ts";

const WORDS = ["purpose", "basis", "retention-days", "owner"] as const;

function complete(store: Resource, run: Run): readonly Verdict[] {
  const { config } = run;
  if (!tagsConfigured(config)) return [UNCONFIGURED];
  return ifPersonal(store, run, () =>
    WORDS.map((word) => {
      const name = tagName(config, word);
      return decide(effectiveTag(store, name), {
        known: (value) => {
          if (value.trim() === "") return `has an empty ${name}`;
          return word === "retention-days" && !/^\d+$/.test(value) ? `has ${name} = ${value}, no number` : undefined;
        },
        absent: `lacks ${name}`,
      });
    }),
  );
}

export const ropaTagsComplete: Rule = {
  id: "ropa-tags-complete",
  packs: ["gdpr"],
  title: "Stores of personal data say what the record of processing asks",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "The record of processing is only right while each store says itself why, on what basis and how long it keeps.",
  fixText: ({ path }) => `Add the missing names to \`${path}\`.`,
  settings: [TAG_NAMES, PERSONAL_CLASSES],
  checks: each(DATA_STORES, complete),
};
