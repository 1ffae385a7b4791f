import { createHash } from "node:crypto";
import type { Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import type { Severity, Verdict } from "./verdict.ts";

export type Level = "advisory" | "mandatory";
/** The words in which a verdict is told outside. */
export type Word =
  | "pass"
  | "fail"
  | "undetermined(unknown)"
  | "undetermined(not covered)"
  | "excepted"
  | "not applicable"
  | "rule-error";

/** One rule's word on one place of one resource. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Word;
  readonly severity: Severity;
  readonly urn: string;
  readonly type: string;
  readonly path: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
  /** The same fault has the same fingerprint in every pack and phase. */
  readonly fingerprint: string;
  readonly exception?: { readonly reason: string; readonly owner: string; readonly expires: string };
}

export function findingOf(rule: Rule, resource: Resource, verdict: Verdict): Finding {
  const path = verdict.word === "fail" || verdict.word === "undetermined" ? verdict.path : "";
  const { id, why } = rule;
  return {
    rule: id,
    verdict: verdict.word === "undetermined" ? `undetermined(${verdict.kind})` : verdict.word,
    severity: (verdict.word === "fail" ? verdict.severity : undefined) ?? rule.severity,
    urn: resource.urn,
    type: resource.type,
    path,
    what: wordsOf(verdict),
    why,
    how: verdict.word === "fail" ? rule.fixText({ type: resource.type, path }) : "",
    fingerprint: fingerprint(id, resource.urn, path),
  };
}

/** What remains of a rule that broke. */
export function errorOf(rule: Rule, resource: Resource, error: unknown): Finding {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : "threw something that is not an error";
  const { path: _, ...rest } = findingOf(rule, resource, { word: "not applicable", reason: what });
  return { ...rest, path: "", verdict: "rule-error", how: "This is a mistake in the rule: report it." };
}

// the page of the rule has all controls
const SHOWN = 3;

/** What, where, why and how, for people. */
export function message(finding: Finding, controls: readonly string[]): string {
  const { rule, verdict, path, what, why, how, urn, exception } = finding;
  const place = urn.slice(urn.lastIndexOf("::", urn.lastIndexOf("::") - 1) + 2);
  const subject = path === "" ? place : `${path} of ${place}`;
  const rest = controls.length > SHOWN ? ` and ${controls.length - SHOWN} more` : "";
  const about = controls.length > 0 ? ` (${controls.slice(0, SHOWN).join(", ")}${rest})` : "";
  const lines = [
    `${subject} ${what}${verdict === "fail" ? "" : ` [${verdict}]`}`,
    `  Why: ${why}${about}`,
    how && `  Fix: ${how}`,
    exception
      ? `  Excepted until ${exception.expires} by ${exception.owner}: ${exception.reason}`
      : verdict === "fail" && `  Except: rule ${rule}, resource ${place}`,
  ];
  return lines.filter(Boolean).join("\n");
}

export function fingerprint(rule: string, urn: string, path: string): string {
  return createHash("sha256").update([rule, urn, path].join("\n")).digest("hex").slice(0, 16);
}

function wordsOf(verdict: Verdict): string {
  if (verdict.word === "fail") return verdict.what;
  return verdict.word === "pass" ? "" : verdict.reason;
}
