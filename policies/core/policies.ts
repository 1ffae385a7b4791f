import type { Policies, PolicyResource, ReportViolation, ResourceValidationArgs } from "@pulumi/policy/policy.js";
import { Controls } from "../mappings/controls.ts";
import type { Framework } from "../mappings/mapping.ts";
import { CONTEXT, GRAPH, SECRETS, settingsOf } from "./configuration.ts";
import { registeredLevel } from "./level.ts";
import type { Pack } from "./pack-definition.ts";
import { remediator } from "./remediate.ts";
import type { Registration } from "./resource.ts";
import { type Configured, secretsIn } from "./secrets.ts";
import type { Report, Session } from "./session.ts";
import type { Setting } from "./settings.ts";

// a type that no resource has: such a policy is listed and costs nothing
const NEVER = "archipel:never:Never";

/** One policy that asks all resource rules, one that asks all graph rules, and a name for each rule. */
export function toPolicies(
  { rules, frameworks, stamped }: Pack,
  session: () => Session,
  configured?: Configured,
): Policies {
  const controls = new Controls(frameworks);
  return [
    {
      name: CONTEXT,
      displayName: "What the rules must know about the stack",
      description: "Holds the settings that rules share, and asks them about each resource.",
      enforcementLevel: "mandatory",
      configSchema: schemaOf(settingsOf(rules)),
      validateResource: (args, report) => tell(session().resource(registrationOf(args), args.stackTags), report),
    },
    {
      name: GRAPH,
      displayName: "What only the whole stack shows",
      description: "Asks the rules that need more than one resource.",
      enforcementLevel: "mandatory",
      validateStack: ({ resources, stackTags }, report) =>
        tell(session().stack(resources.map(registrationInStack), stackTags), report),
    },
    ...(rules.some(({ asksForSecrets }) => asksForSecrets) ? [probe(session, configured)] : []),
    ...rules.map((rule) => ({
      name: rule.id,
      displayName: rule.title,
      description: rule.why,
      severity: rule.severity,
      enforcementLevel: registeredLevel(rule.severity),
      tags: [...controls.of(rule.id)],
      ...(stamped && { framework: stampOf(frameworks, controls.of(rule.id)) }),
      ...(rule.settings && { configSchema: schemaOf(rule.settings.map(withoutDefault)) }),
      ...(rule.scope === "resource" ? { validateResource: never() } : { validateStack: never() }),
      ...(rule.remediate && {
        remediateResource: remediator(rule, rule.remediate, session),
      }),
    })),
  ];
}

// only what may remediate is shown which values are secret: this changes nothing, and is asked before the rules
function probe(session: () => Session, configured: Configured | undefined): Policies[number] {
  return {
    name: SECRETS,
    displayName: "Which values are secret",
    description: "Notes where a resource has Pulumi secrets, for the rules that ask.",
    enforcementLevel: "remediate",
    validateResource: never(),
    remediateResource: ({ urn, props }) => session().noteSecrets(urn, secretsIn(props, configured)),
  };
}

// the engine fills in defaults: a rule's own would go before what was decided for all
function withoutDefault({ name, schema }: Setting): Setting {
  const { default: _, ...rest } = schema;
  return { name, schema: rest };
}

// a policy has room for one framework: where a rule stands for several, their names stand side by side
function stampOf(frameworks: readonly Framework[], controls: readonly string[]) {
  const own = frameworks.filter(({ id }) => controls.some((control) => control.startsWith(`${id}:`)));
  const joined = (key: "name" | "version" | "reference") => own.map((framework) => framework[key]).join("; ");
  const specification = controls.join(", ");
  return { name: joined("name"), version: joined("version"), reference: joined("reference"), specification };
}

function never(): () => undefined {
  return Object.assign(() => undefined, { __pulumiType: NEVER });
}

function schemaOf(settings: readonly Setting[]) {
  return { properties: Object.fromEntries(settings.map(({ name, schema }) => [name, schema])) };
}

function registrationOf({ urn, type, name, props, provider, opts }: ResourceValidationArgs): Registration {
  return { urn, type, name, inputs: props, provider, parent: opts.parent, ...decisionsIn(opts) };
}

function registrationInStack(resource: PolicyResource): Registration {
  const { urn, type, name, props, provider, opts, parent, propertyDependencies } = resource;
  const edges = Object.fromEntries(
    Object.entries(propertyDependencies).map(([key, targets]) => [key, targets.map((target) => target.urn)]),
  );
  return { urn, type, name, inputs: props, provider, parent: parent?.urn, edges, ...decisionsIn(opts) };
}

function decisionsIn({ protect, ignoreChanges }: PolicyResource["opts"]) {
  return { protect, ignoreChanges };
}

// the server takes an object, which its types do not say; the level is always one of the two it can answer with
function tell(reports: readonly Report[], report: ReportViolation): void {
  const send = report as unknown as (violation: object) => void;
  for (const { level, ...violation } of reports) send({ ...violation, enforcementLevel: level });
}
