import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy/policy.js";
import { Judge } from "./judge.ts";
import { unwrap } from "./props.ts";
import { Resource } from "./resource.ts";
import type { Remediate, Rule } from "./rule.ts";
import type { Session } from "./session.ts";

type Mend = NonNullable<ResourceValidationPolicy["remediateResource"]>;

/** Mends what a rule fails on, where the provider can change it in place; the host asks only if told to. */
export function remediator(rule: Rule, remediate: Remediate, session: () => Session): Mend {
  const judge = new Judge([rule]);
  return ({ urn, type, name, props, provider, opts }: ResourceValidationArgs) => {
    const resource = new Resource({ urn, type, name, inputs: props, provider, parent: opts.parent });
    if (rule.inPlace?.includes(resource.type) !== true) return undefined;
    const faulty = judge.resource(resource, session().settings).some(({ verdict }) => verdict === "fail");
    if (!faulty) return undefined;
    const leave = (why: string) => session().leave(rule, urn, why);
    // the server would send back the names of an archive's files instead of the files
    if (holdsFiles(props)) return leave("it holds an archive of files, which a remediation would lose");
    try {
      return remediate(props, resource.type);
    } catch (error) {
      return leave(`the remediation broke: ${error instanceof Error ? error.message : "no error"}`);
    }
  };
}

function holdsFiles(value: unknown): boolean {
  const raw = unwrap(value);
  if (typeof raw !== "object" || raw === null) return false;
  if ("__pulumiArchive" in raw) return "assets" in raw;
  return Object.values(raw).some(holdsFiles);
}
