import { createRequire } from "node:module";
import { Secret } from "@pulumi/policy";
import { type Example, type Sample, UNKNOWN } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { Judge } from "./judge.ts";
import { Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import { Settings } from "./settings.ts";
import { normalise } from "./token.ts";

type Wrap = (value: object) => object;
// both are there, and neither is in the typings
const sdk = createRequire(import.meta.url);
const { unknownCheckingProxy } = sdk("@pulumi/policy/proxy") as { readonly unknownCheckingProxy: Wrap };
const { secretsPreservingProxy } = sdk("@pulumi/policy/secret") as { readonly secretsPreservingProxy: Wrap };

type Props = Readonly<Record<string, unknown>>;
/** How an example's properties reach the rule. */
export type Wrapping = (props: Props) => unknown;

export const plain: Wrapping = (props) => props;
/** As a pack gets them: a read of an unknown throws. */
export const proxied: Wrapping = (props) => unknownCheckingProxy(props);
/** As remediation gets them: every value secret, behind two proxies. */
export const secret: Wrapping = (props) =>
  unknownCheckingProxy(
    secretsPreservingProxy(Object.fromEntries(Object.entries(props).map(([key, value]) => [key, new Secret(value)]))),
  );

/** What a rule says about the subject of an example. */
export function judged(rule: Rule, example: Example, wrapping: Wrapping = plain): readonly Finding[] {
  const resources = [{ name: "it", ...example }, ...(example.beside ?? [])].map((sample) =>
    resourceOf(sample, wrapping),
  );
  const settings = new Settings({ context: example.config ?? {} }, "context");
  const judge = new Judge([rule]);
  const [subject] = resources;
  if (subject === undefined) return [];
  const findings = rule.scope === "resource" ? judge.resource(subject, settings) : judge.stack(resources, settings);
  return findings.filter(({ urn }) => urn === subject.urn);
}

export function wordOf(findings: readonly Finding[]): string {
  return findings[0]?.verdict.replace(/\(.*/, "") ?? "not asked";
}

/** The example with one of its properties unknown, for each of them. */
export function unknowns(example: Example): readonly (readonly [path: string, example: Example])[] {
  const own = variants(example.props).map(([path, props]) => [path, { ...example, props: props as Props }] as const);
  const beside = (example.beside ?? []).flatMap((sample, index) =>
    variants(sample.props).map(([path, props]) => {
      const others = (example.beside ?? []).with(index, { ...sample, props: props as Props });
      return [`${sample.type} ${path}`, { ...example, beside: others }] as const;
    }),
  );
  return [...own, ...beside];
}

function variants(value: unknown): readonly (readonly [path: string, value: unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const put = (other: unknown) =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    const deeper = variants(item).map(([path, other]) => [`${key}.${path}`, put(other)] as const);
    return [[key, put(UNKNOWN)] as const, ...deeper];
  });
}

function resourceOf({ type, name = "it", props, provider, protect, edges = {} }: Sample, wrapping: Wrapping): Resource {
  return new Resource({
    urn: urnOf(type, name),
    type,
    name,
    inputs: wrapping(props),
    protect,
    provider: provider && { urn: "urn:pulumi:test::test::pulumi:providers:x::p", props: wrapping(provider) },
    edges: Object.fromEntries(Object.entries(edges).map(([key, target]) => [key, [target].flat()])),
  });
}

// the name alone, so that an example can name what it is joined to
function urnOf(type: string, name: string): string {
  return name === "it" ? name : `${normalise(type).text}::${name}`;
}
