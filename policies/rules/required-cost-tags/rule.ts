import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { TAG_NAMES } from "../../core/settings.ts";
import { isTaggable } from "../../core/taggable.ts";
import { effectiveTag, isTagged, tagName, tagPath, tagsConfigured } from "../../core/tags.ts";
import { decide, every, notApplicable, UNCONFIGURED, type Verdict } from "../../core/verdict.ts";

const WORDS = ["cost-center", "owner", "environment"] as const;

function tagged(resource: Resource, { config }: Run): readonly Verdict[] {
  if (!tagsConfigured(config)) return [UNCONFIGURED];
  if (!isTaggable(resource.type) && !isTagged(resource)) return [notApplicable("cannot be tagged")];
  const path = tagPath(resource);
  return every(
    WORDS.map((word) => {
      const name = tagName(config, word);
      const read = effectiveTag(resource, name);
      return decide({ ...read, path: `${path}.${name}` }, { known: () => undefined, absent: "is not set" });
    }),
  );
}

export const requiredCostTags: Rule = {
  id: "required-cost-tags",
  packs: ["cost"],
  title: "Everything says who pays for it",
  severity: "medium",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "What nobody is charged for, nobody switches off.",
  fixText: ({ type, path }) =>
    type.startsWith("azure-native:")
      ? `Set \`${path}\`; a resource does not inherit the tags of its group.`
      : `Set \`${path}\`, or once for all in the provider's default tags.`,
  settings: [TAG_NAMES],
  checks: each(["aws:*", "gcp:*", "azure-native:*"], tagged),
};
