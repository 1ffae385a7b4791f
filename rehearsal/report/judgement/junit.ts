import { html, type Markup, NOTHING } from "../html/markup.ts";
import type { JudgedFinding, JudgedRule, Judgement } from "./model.ts";

/** JUnit XML, as CI servers read it: a case for each rule that was asked, failed by what stops a deployment. */
export function junitOf({ rules, findings }: Pick<Judgement, "rules" | "findings">): string {
  const cases = rules.map((rule) => ({ rule, own: findings.filter((finding) => finding.rule === rule.id) }));
  const failures = cases.filter(({ own }) => own.some(stops)).length;
  const errors = cases.filter(({ own }) => own.some(isBroken)).length;
  const skipped = cases.filter(({ rule }) => wasSilent(rule)).length;
  const suite = html`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="archipel" tests="${rules.length}" failures="${failures}" errors="${errors}">
<testsuite name="policies" tests="${rules.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">
${cases.map(({ rule, own }) => caseOf(rule, own))}</testsuite>
</testsuites>
`;
  return suite.text;
}

const stops = ({ level, verdict }: JudgedFinding): boolean => level === "mandatory" && verdict !== "rule-error";
const isBroken = ({ verdict }: JudgedFinding): boolean => verdict === "rule-error";
const wasSilent = ({ passed, failed, undetermined, notCovered, excepted, broken }: JudgedRule): boolean =>
  passed + failed + undetermined + notCovered + excepted + broken === 0;

function caseOf(rule: JudgedRule, findings: readonly JudgedFinding[]): Markup {
  const bad = findings.filter((finding) => stops(finding) || isBroken(finding));
  const rest = findings.filter((finding) => !bad.includes(finding));
  const said = rest.length > 0 ? html`<system-out>${rest.map(lineOf).join("\n")}</system-out>` : NOTHING;
  const skipped = wasSilent(rule) ? html`<skipped message="nothing to judge"/>` : NOTHING;
  return html`<testcase classname="${rule.packs.join(", ")}" name="${rule.id}">${bad.map(faultOf)}${skipped}${said}</testcase>
`;
}

function faultOf(finding: JudgedFinding): Markup {
  const text = `${lineOf(finding)}\n${finding.fix}`;
  return isBroken(finding)
    ? html`<error message="${finding.message}">${text}</error>`
    : html`<failure type="${finding.severity}" message="${finding.message}">${text}</failure>`;
}

function lineOf({ verdict, address, file, line, message }: JudgedFinding): string {
  const place = file ? ` (${file}${line > 0 ? `:${line}` : ""})` : "";
  return `${verdict}: ${address}${place}: ${message}`;
}
