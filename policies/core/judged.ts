import type { Example, Sample } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { graphOf, Judge } from "./judge.ts";
import { type Registration, Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import { Settings } from "./settings.ts";
import { normalise } from "./token.ts";

/** What a rule says about the subject of an example, without a pack. */
export function judged(rule: Rule, example: Example): readonly Finding[] {
  return judgedFirst(rule, registrationsOf(example), example.config ?? {});
}

/** What a rule says about the first resource of a stack. */
export function judgedFirst(rule: Rule, stack: readonly Registration[], config: object): readonly Finding[] {
  const settings = new Settings({ context: { ...config } }, "context");
  const judge = new Judge([rule]);
  const resources = stack.map((one) => new Resource(one));
  const [subject] = resources;
  if (subject === undefined) return [];
  const findings = [...judge.resource(subject, settings), ...judge.stack(graphOf(resources), settings)];
  return findings.filter(({ urn }) => urn === subject.urn);
}

/** The resources of an example as a host would name them, its subject first. */
export function registrationsOf({
  beside = [],
  ...subject
}: Example): readonly [subject: Registration, ...beside: Registration[]] {
  return [registrationOf(subject), ...beside.map(registrationOf)];
}

function registrationOf({ name = "it", props, provider, by, edges = {}, ...sample }: Sample): Registration {
  const { configured } = sample;
  return {
    ...sample,
    secrets: sample.secrets?.map((path) => ({ path, ...(configured && { configured: configured.includes(path) }) })),
    urn: urnOf(name === "it" ? name : `${normalise(sample.type).text}::${name}`),
    name,
    inputs: props,
    provider: makerOf(provider, by),
    edges: Object.fromEntries(Object.entries(edges).map(([key, targets]) => [key, [targets].flat().map(urnOf)])),
  };
}

function makerOf(props: Sample["provider"], by: string | undefined): Registration["provider"] {
  if (by !== undefined) return { urn: urnOf(by), props: props ?? {} };
  return props && { urn: urnOf("pulumi:providers:x::p"), props };
}

// the subject is `it`, so that an example can name what it is joined to
function urnOf(place: string): string {
  return `urn:pulumi:test::test::${place}`;
}
