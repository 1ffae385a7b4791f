import { type Example, UNKNOWN } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { SIGNATURE } from "./signatures.ts";

type Props = Readonly<Record<string, unknown>>;

export function wordOf(findings: readonly Pick<Finding, "verdict">[]): string {
  return findings[0]?.verdict.replace(/\(.*/, "") ?? "not asked";
}

/** What may become of a verdict when something is no longer known: nothing that failed may pass. */
export const MAY_BECOME = {
  pass: ["pass", "undetermined", "not applicable"],
  fail: ["fail", "undetermined"],
  undetermined: ["pass", "fail", "undetermined", "not applicable"],
  "not applicable": ["not applicable", "undetermined", "pass"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Findings as they are recorded: what is told to people, place included. */
export function record(findings: readonly Finding[]): string {
  return findings.map(({ verdict, severity, path, what }) => [verdict, severity, path, what].join(" | ")).join("\n");
}

/** The names and numbers of a property path, as findings write it. */
export const stepsOf = (path: string): readonly string[] => path.split(/[.[\]]+/).filter(Boolean);

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
    // what marks an asset is always known
    if (key === SIGNATURE) return [];
    const put = (other: unknown) =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    const deeper = variants(item).map(([path, other]) => [`${key}.${path}`, put(other)] as const);
    return [[key, put(UNKNOWN)] as const, ...deeper];
  });
}
