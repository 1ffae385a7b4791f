import type { Finding, Level } from "./finding.ts";
import type { Phase } from "./findings-file.ts";
import type { Rule } from "./rule.ts";
import type { Severity } from "./verdict.ts";

export type Configured = Level | "disabled" | "remediate";
/** What decides how hard a finding strikes, beside its severity. */
export interface Circumstance {
  readonly phase: Phase;
  readonly environment: string | undefined;
  /** What the host configured, which is the registered level where nobody did. */
  readonly configured: Configured | undefined;
  /** Whether critical checks that are unknown stop a preview of production. */
  readonly unknownBlocks: boolean;
}

/** The level a rule is registered with. */
export function registeredLevel(severity: Severity): Level {
  return severity === "critical" || severity === "high" ? "mandatory" : "advisory";
}

export function isProduction(environment: string | undefined): boolean {
  return environment === "prod" || environment === "production";
}

/** The level of a finding, or nothing where it is not told to the engine. */
export function levelOf(finding: Finding, rule: Rule, circumstance: Circumstance): Level | undefined {
  const { phase, environment, configured, unknownBlocks } = circumstance;
  switch (finding.verdict) {
    case "rule-error":
      return "mandatory";
    case "excepted":
      return "advisory";
    case "undetermined(unknown)": {
      const critical = rule.starred === true && rule.severity === "critical";
      return critical && unknownBlocks && phase === "preview" && isProduction(environment) ? "mandatory" : undefined;
    }
    case "fail": {
      if (configured !== undefined && configured !== registeredLevel(rule.severity)) {
        return configured === "advisory" ? "advisory" : "mandatory";
      }
      if (finding.severity === "medium") return isProduction(environment) ? "mandatory" : "advisory";
      return registeredLevel(finding.severity);
    }
    case "pass":
    case "not applicable":
    case "undetermined(not covered)":
      return undefined;
  }
}
