import { effectiveRegion, isAllowed } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { ALLOWED_REGIONS, strings } from "../../core/settings.ts";
import { decide, notApplicable, UNCONFIGURED, type Verdict } from "../../core/verdict.ts";

function resident(resource: Resource, { config }: Run): Verdict {
  const allowed = strings(config, ALLOWED_REGIONS);
  if (allowed === undefined) return UNCONFIGURED;
  const region = effectiveRegion(resource);
  if (region.state === "global") return notApplicable("has no region of its own");
  return decide(region, { known: (name) => (isAllowed(name, allowed) ? undefined : `is ${name}`) });
}

export const dataResidencyAllowedRegions: Rule = {
  id: "data-residency-allowed-regions",
  packs: ["gdpr"],
  title: "Data rests in allowed regions",
  severity: "critical",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "Personal data may leave the jurisdiction only under conditions that nobody checks once it is there.",
  fixText: ({ path }) => `Set \`${path}\` to one of the allowed regions.`,
  settings: [ALLOWED_REGIONS],
  checks: each(["aws:*", "gcp:*", "azure-native:*"], resident),
};
