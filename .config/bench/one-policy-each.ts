import type { Policies } from "@pulumi/policy/policy.js";
import { message } from "../../policies/core/finding.ts";
import { graphOf, Judge } from "../../policies/core/judge.ts";
import { Resource } from "../../policies/core/resource.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { Settings } from "../../policies/core/settings.ts";

/** The same rules as anybody would first write them: each a policy of its own, that reads what it is given. */
export function onePolicyEach(rules: readonly Rule[]): Policies {
  return rules.map((rule) => {
    const judge = new Judge([rule]);
    const settings = new Settings({}, "context");
    const common = {
      name: rule.id,
      description: rule.why,
      severity: rule.severity,
      enforcementLevel: "mandatory",
    } as const;
    if (rule.scope === "resource") {
      return {
        ...common,
        validateResource: ({ urn, type, name, props, provider, opts }, report) => {
          const resource = new Resource({ urn, type, name, inputs: props, provider, protect: opts.protect });
          for (const finding of judge.resource(resource, settings)) {
            if (finding.verdict === "fail") report(message(finding, []));
          }
        },
      };
    }
    return {
      ...common,
      validateStack: ({ resources }, report) => {
        const all = resources.map(({ urn, type, name, props, provider, opts, propertyDependencies }) => {
          const edges = Object.entries(propertyDependencies).map(([key, targets]) => [
            key,
            targets.map((one) => one.urn),
          ]);
          const { protect } = opts;
          return new Resource({ urn, type, name, inputs: props, provider, protect, edges: Object.fromEntries(edges) });
        });
        for (const finding of judge.stack(graphOf(all), settings)) {
          if (finding.verdict === "fail") report(message(finding, []), finding.urn);
        }
      },
    };
  });
}
