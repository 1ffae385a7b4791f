import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy/policy.js";
import { Judge } from "./judge.ts";
import { unwrap } from "./props.ts";
import { Resource } from "./resource.ts";
import type { Remediate, Rule } from "./rule.ts";
import type { Settings } from "./settings.ts";

type Mend = NonNullable<ResourceValidationPolicy["remediateResource"]>;

/** Mends what a rule fails on, where the provider can change it in place; the host asks only if told to. */
export function remediator(rule: Rule, remediate: Remediate, settings: () => Settings): Mend {
  const judge = new Judge([rule]);
  return ({ urn, type, name, props, provider, opts }: ResourceValidationArgs) => {
    const resource = new Resource({ urn, type, name, inputs: props, provider, parent: opts.parent });
    if (rule.inPlace?.includes(resource.type) !== true || holdsArchive(props)) return undefined;
    const faulty = judge.resource(resource, settings()).some(({ verdict }) => verdict === "fail");
    return faulty ? remediate(props, resource.type) : undefined;
  };
}

// the server would send back the names of an archive's files instead of the files
function holdsArchive(value: unknown): boolean {
  const raw = unwrap(value);
  if (typeof raw !== "object" || raw === null) return false;
  return "__pulumiArchive" in raw || Object.values(raw).some(holdsArchive);
}
