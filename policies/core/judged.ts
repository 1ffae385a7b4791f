import type { Example, Sample } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { Judge } from "./judge.ts";
import { Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import { Settings } from "./settings.ts";
import { normalise } from "./token.ts";

export type Props = Readonly<Record<string, unknown>>;
/** How an example's properties reach the rule. */
export type Wrapping = (props: Props) => unknown;

export const plain: Wrapping = (props) => props;

/** What a rule says about the subject of an example. */
export function judged(rule: Rule, example: Example, wrapping: Wrapping = plain): readonly Finding[] {
  const resources = [{ name: "it", ...example }, ...(example.beside ?? [])].map((sample) =>
    resourceOf(sample, wrapping),
  );
  const settings = new Settings({ context: example.config ?? {} }, "context");
  const judge = new Judge([rule]);
  const [subject] = resources;
  if (subject === undefined) return [];
  const findings = [...judge.resource(subject, settings), ...judge.stack(resources, settings)];
  return findings.filter(({ urn }) => urn === subject.urn);
}

function resourceOf({ name = "it", props, provider, edges = {}, ...sample }: Sample, wrapping: Wrapping): Resource {
  const { configured } = sample;
  return new Resource({
    ...sample,
    secrets: sample.secrets?.map((path) => ({ path, ...(configured && { configured: configured.includes(path) }) })),
    urn: urnOf(sample.type, name),
    name,
    inputs: wrapping(props),
    provider: provider && { urn: "urn:pulumi:test::test::pulumi:providers:x::p", props: wrapping(provider) },
    edges: Object.fromEntries(Object.entries(edges).map(([key, target]) => [key, [target].flat()])),
  });
}

// the name alone, so that an example can name what it is joined to
function urnOf(type: string, name: string): string {
  return name === "it" ? name : `${normalise(type).text}::${name}`;
}
