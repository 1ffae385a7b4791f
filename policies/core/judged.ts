import type { Example, Sample } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { Judge } from "./judge.ts";
import { Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import { Settings } from "./settings.ts";
import { normalise } from "./token.ts";

/** What a rule says about the subject of an example, without a pack. */
export function judged(rule: Rule, example: Example): readonly Finding[] {
  const resources = [{ name: "it", ...example }, ...(example.beside ?? [])].map(resourceOf);
  const settings = new Settings({ context: example.config ?? {} }, "context");
  const judge = new Judge([rule]);
  const [subject] = resources;
  if (subject === undefined) return [];
  const findings = rule.scope === "resource" ? judge.resource(subject, settings) : judge.stack(resources, settings);
  return findings.filter(({ urn }) => urn === subject.urn);
}

function resourceOf({ type, name = "it", props, provider, protect, edges = {} }: Sample): Resource {
  return new Resource({
    urn: urnOf(name === "it" ? name : `${normalise(type).text}::${name}`),
    type,
    name,
    inputs: props,
    protect,
    provider: provider && { urn: urnOf("pulumi:providers:x::p"), props: provider },
    edges: Object.fromEntries(Object.entries(edges).map(([key, targets]) => [key, [targets].flat().map(urnOf)])),
  });
}

// the subject is `it`, so that an example can name what it is joined to
function urnOf(place: string): string {
  return `urn:pulumi:test::test::${place}`;
}
