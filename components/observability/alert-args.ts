import { notWhole, validate } from "../core/validate.ts";
import { SEVERITIES, type Severity } from "./alerting.ts";
import type { RuleTransforms } from "./native.ts";
import type { RulesPlace } from "./place.ts";
import { runbookLimit } from "./runbook.ts";

export interface AlertArgs {
  readonly observability: RulesPlace;
  /** PromQL: there is an alert for each series that it gives. */
  readonly expression: string;
  /** How long it must hold. @default 300 */
  readonly forSeconds?: number;
  readonly severity: Severity;
  /** What is wrong, in one line. */
  readonly summary: string;
  /** What to do: `https://…`. */
  readonly runbook: string;
  /** Changes to its objects. @default {} */
  readonly transform?: RuleTransforms;
}
/** `AlertArgs` with every default applied and every limit checked. */
export type AlertSpec = Required<Omit<AlertArgs, "observability" | "transform">>;

export function resolveAlert(name: string, args: AlertArgs): AlertSpec {
  const { expression, forSeconds = 300, severity, summary, runbook } = args;
  validate(`invalid alert ${name}`, [
    ["expression", expression.trim() === "", "must say what is wrong"],
    ["expression", !balanced(expression), "must close every bracket that it opens"],
    ["forSeconds", notWhole(forSeconds, 0, 86_400), `must be 0 to 86400, got ${forSeconds}`],
    ["severity", !SEVERITIES.includes(severity), `must be one of ${SEVERITIES.join(", ")}, got ${severity}`],
    ["summary", summary.trim() === "" || /[\r\n]/.test(summary), "must be one line"],
    runbookLimit(runbook),
  ]);
  return { expression, forSeconds, severity, summary, runbook };
}

const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Whether every bracket outside of quotes is closed by its own. */
export function balanced(expression: string): boolean {
  const open: string[] = [];
  const brackets = expression.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, "").match(/[()[\]{}]/g) ?? [];
  for (const bracket of brackets) {
    const opener = PAIRS[bracket];
    if (opener === undefined) open.push(bracket);
    else if (open.pop() !== opener) return false;
  }
  return open.length === 0;
}
