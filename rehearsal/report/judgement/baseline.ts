import type { Judgement } from "./model.ts";

/** What a baseline file holds: the findings of today, which stop nobody tomorrow. */
export function baselineOf({ findings }: Pick<Judgement, "findings">): object {
  const known = findings
    .filter(({ verdict }) => verdict === "fail")
    .map(({ fingerprint, rule, urn, propertyPath }) => ({ fingerprint, rule, urn, path: propertyPath }));
  return { version: 1, findings: known.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)) };
}
