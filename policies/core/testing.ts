import { createRequire } from "node:module";
import { Secret } from "@pulumi/policy";
import { type Example, UNKNOWN } from "./examples.ts";
import type { Finding } from "./finding.ts";
import type { Props, Wrapping } from "./judged.ts";

type Wrap = (value: object) => object;
// both are there, and neither is in the typings
const sdk = createRequire(import.meta.url);
const { unknownCheckingProxy } = sdk("@pulumi/policy/proxy") as { readonly unknownCheckingProxy: Wrap };
const { secretsPreservingProxy } = sdk("@pulumi/policy/secret") as { readonly secretsPreservingProxy: Wrap };

/** As a pack gets them: a read of an unknown throws. */
export const proxied: Wrapping = (props) => unknownCheckingProxy(props);
/** As remediation gets them: every value secret, behind two proxies. */
export const secret: Wrapping = (props) =>
  unknownCheckingProxy(
    secretsPreservingProxy(Object.fromEntries(Object.entries(props).map(([key, value]) => [key, new Secret(value)]))),
  );

export function wordOf(findings: readonly Finding[]): string {
  return findings[0]?.verdict.replace(/\(.*/, "") ?? "not asked";
}

/** Findings as they are recorded: what is told to people, place included. */
export function record(findings: readonly Finding[]): string {
  return findings.map(({ verdict, severity, path, what }) => [verdict, severity, path, what].join(" | ")).join("\n");
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
