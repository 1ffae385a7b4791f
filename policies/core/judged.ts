import type { Example, Sample } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { Judge } from "./judge.ts";
import { type Registration, Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import { Settings } from "./settings.ts";
import { normalise } from "./token.ts";

export type Props = Readonly<Record<string, unknown>>;
/** How an example's properties reach the rule. */
export type Wrapping = (props: Props) => unknown;

export const plain: Wrapping = (props) => props;

/** What a rule says about the subject of an example. */
export function judged(rule: Rule, example: Example, wrapping: Wrapping = plain): readonly Finding[] {
  const [first, ...others] = registrationsOf(example, wrapping);
  const subject = new Resource(first);
  const settings = new Settings({ context: example.config ?? {} }, "context");
  const judge = new Judge([rule]);
  const findings =
    rule.scope === "resource"
      ? judge.resource(subject, settings)
      : judge.stack([subject, ...others.map((one) => new Resource(one))], settings);
  return findings.filter(({ urn }) => urn === subject.urn);
}

/** The resources of an example as a host would name them, its subject first. */
export function registrationsOf(
  { beside = [], ...subject }: Example,
  wrapping: Wrapping = plain,
): readonly [subject: Registration, ...beside: Registration[]] {
  return [registrationOf(subject, wrapping), ...beside.map((sample) => registrationOf(sample, wrapping))];
}

function registrationOf(sample: Sample, wrapping: Wrapping): Registration {
  const { type, name = "it", props, provider, protect, edges = {} } = sample;
  return {
    urn: urnOf(type, name),
    type,
    name,
    inputs: wrapping(props),
    protect,
    provider: provider && { urn: "urn:pulumi:test::test::pulumi:providers:x::p", props: wrapping(provider) },
    edges: Object.fromEntries(Object.entries(edges).map(([key, target]) => [key, [target].flat()])),
  };
}

// the name alone, so that an example can name what it is joined to
function urnOf(type: string, name: string): string {
  return name === "it" ? name : `${normalise(type).text}::${name}`;
}
