import { severityTitle } from "../findings.ts";
import { counted } from "../words.ts";
import type { JudgedFinding, Judgement } from "./model.ts";

/** How a finding is told apart from one that stops a deployment. */
export function standing({ verdict, level, known }: JudgedFinding): string {
  if (verdict !== "fail") return verdict;
  return known ? "known before" : level;
}

/** The findings that people must read, by rule: what stops first, then by severity. */
export function byRule({
  findings,
}: Judgement): readonly (readonly [rule: string, findings: readonly JudgedFinding[]])[] {
  return [...Map.groupBy(findings.filter(isRead), ({ rule }) => rule)];
}

/** What is said in the same words of several parts of one component, together: one cause. */
export function alike(findings: readonly JudgedFinding[]): readonly (readonly JudgedFinding[])[] {
  const keyOf = ({ cause, message, fix, verdict, level }: JudgedFinding) =>
    [cause, message, fix, verdict, level].join("\n");
  return [...Map.groupBy(findings, keyOf).values()];
}

// what is not known yet, or never will be, is counted
const isRead = ({ verdict, level }: JudgedFinding): boolean =>
  verdict === "fail" || verdict === "rule-error" || (verdict !== "excepted" && level === "mandatory");

/** All verdicts in one line. */
export function tally({ rules }: Judgement): string {
  const sum = (key: "passed" | "failed" | "undetermined" | "notCovered" | "excepted" | "broken") =>
    rules.reduce((total, rule) => total + rule[key], 0);
  const parts = [
    `${sum("passed")} passed`,
    `${sum("failed")} failed`,
    `${sum("undetermined")} not known yet`,
    `${sum("notCovered")} not covered`,
    `${sum("excepted")} excepted`,
  ];
  const broken = sum("broken");
  return [...parts, ...(broken > 0 ? [`${broken} broken`] : [])].join(", ");
}

/** A URN without what is the same in every URN of a stack; any other address as it is. */
export const shortened = (address: string): string => address.replace(/^urn:pulumi:[^:]*::[^:]*::/, "");

export function titleOf({ severity, rule }: JudgedFinding): string {
  return `${severityTitle(severity)}: ${rule}`;
}

/** Types that no rule has anything to say about. */
export function unread({ coverage }: Judgement): string {
  const types = coverage.filter(({ rules, type }) => rules === 0 && !type.startsWith("pulumi:"));
  if (types.length === 0) return "";
  return `no rule reads ${counted(types.length, "type")}: ${types.map(({ type }) => type).join(", ")}`;
}
