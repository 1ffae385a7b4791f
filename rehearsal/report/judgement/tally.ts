import type { FindingLine } from "./lines.ts";

type Tally = "passed" | "failed" | "undetermined" | "notCovered" | "excepted" | "notApplicable" | "broken";
export type Counts = Record<Tally, number>;
const TALLY: Readonly<Record<FindingLine["verdict"], Tally>> = {
  pass: "passed",
  fail: "failed",
  "undetermined(unknown)": "undetermined",
  "undetermined(not covered)": "notCovered",
  excepted: "excepted",
  "not applicable": "notApplicable",
  "rule-error": "broken",
};

/** How often each verdict was given: a resource counts once for a rule, however many places of it are wrong. */
export function countsOf(lines: readonly FindingLine[]): Counts {
  const counts = { passed: 0, failed: 0, undetermined: 0, notCovered: 0, excepted: 0, notApplicable: 0, broken: 0 };
  const once = new Map(lines.map(({ rule, urn, verdict }) => [[rule, urn, verdict].join("\n"), verdict]));
  for (const verdict of once.values()) counts[TALLY[verdict]] += 1;
  return counts;
}
