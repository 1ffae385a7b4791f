import type { Report, ReportFinding } from "./model.ts";
import { inOrder } from "./words.ts";

/** One finding, however many steps reported it. */
export interface MergedFinding extends Omit<ReportFinding, "step"> {
  readonly steps: readonly number[];
}
/** The findings of one policy. */
export interface PolicyGroup {
  readonly pack: string;
  readonly policy: string;
  readonly severity: ReportFinding["severity"];
  readonly level: ReportFinding["level"];
  readonly findings: readonly MergedFinding[];
}

const LEVELS = ["mandatory", "advisory", "remediate", "disabled"];
const SEVERITIES = ["critical", "high", "medium", "low", ""];

/** A severity in the words people read. */
export const severityTitle = (severity: string): string =>
  severity === "" ? "Unrated" : `${severity[0]?.toUpperCase()}${severity.slice(1)}`;

/** Whether a finding makes the rehearsal fail. */
export const blocks = ({ level, remediated }: Pick<ReportFinding, "level" | "remediated">): boolean =>
  level === "mandatory" && !remediated;

/** Findings without repetition: packs report the same thing in every step that sees the resource. */
export function mergeFindings(findings: Report["policies"]["findings"]): MergedFinding[] {
  const merged = new Map<string, MergedFinding & { steps: number[] }>();
  for (const { step, ...finding } of findings) {
    const key = JSON.stringify([finding.pack, finding.policy, finding.urn, finding.message, finding.remediated]);
    const known = merged.get(key);
    if (!known) merged.set(key, { ...finding, steps: [step] });
    else if (!known.steps.includes(step)) known.steps.push(step);
  }
  return [...merged.values()];
}

/** Findings by policy: what blocks first, then by severity and name. */
export function findingsByPolicy(report: Report): PolicyGroup[] {
  const groups = new Map<string, PolicyGroup & { findings: MergedFinding[] }>();
  for (const finding of mergeFindings(report.policies.findings)) {
    const { pack, policy, severity, level } = finding;
    const key = JSON.stringify([pack, policy, severity, level]);
    const group = groups.get(key) ?? { pack, policy, severity, level, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  const rank = ({ severity, level }: PolicyGroup) => SEVERITIES.indexOf(severity) * 10 + LEVELS.indexOf(level);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || (a.policy < b.policy ? -1 : 1));
}

/** The severities that occur, gravest first. */
export const severitiesInOrder = (groups: readonly Pick<PolicyGroup, "severity">[]): string[] =>
  inOrder(
    groups.map(({ severity }) => severity),
    SEVERITIES,
  );
