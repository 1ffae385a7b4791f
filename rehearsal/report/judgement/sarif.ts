import type { Log, ReportingDescriptor, Result } from "sarif";
import type { JudgedFinding, JudgedRule, Judgement } from "./model.ts";

/** The scale of code scanning, where 7 and above is high and 9 and above critical. */
const SCORES: Readonly<Record<JudgedFinding["severity"], string>> = {
  low: "3.0",
  medium: "5.0",
  high: "8.0",
  critical: "9.5",
};

/** SARIF 2.1.0, as code scanning reads it: a result for every finding, a suppressed one for every exception. */
export function sarifOf({ findings, rules }: Pick<Judgement, "findings" | "rules">, version: string): Log {
  const ids = rules.map(({ id }) => id);
  return {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "Archipel", version, rules: rules.map(descriptorOf) } },
        results: findings.filter(isResult).map((finding) => resultOf(finding, ids.indexOf(finding.rule))),
        columnKind: "utf16CodeUnits",
      },
    ],
  };
}

// what is not known yet is no alert: it is judged again once it is
const isResult = ({ verdict, level }: JudgedFinding): boolean =>
  verdict === "fail" || verdict === "excepted" || (verdict === "undetermined(unknown)" && level === "mandatory");

function descriptorOf({ id, version, title, why, severity, controls }: JudgedRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ["security", ...controls], "security-severity": SCORES[severity], version },
  };
}

function resultOf(finding: JudgedFinding, ruleIndex: number): Result {
  const { rule, severity, file, line, urn, address, propertyPath, message, fix, fingerprint, exception } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levelOf(severity),
    message: { text: [`${address}: ${message}`, fix].filter(Boolean).join("\n") },
    locations: [
      {
        // a place that is not known is the file that everything hangs on
        physicalLocation: {
          artifactLocation: { uri: (file || "Pulumi.yaml").replaceAll("\\", "/") },
          region: { startLine: Math.max(line, 1) },
        },
        logicalLocations: [{ fullyQualifiedName: propertyPath ? `${urn}#${propertyPath}` : urn, kind: "resource" }],
      },
    ],
    partialFingerprints: { "archipel/v1": fingerprint },
    ...(exception && {
      suppressions: [
        {
          kind: "external" as const,
          justification: `${exception.reason} (${exception.owner}, until ${exception.expires})`,
        },
      ],
    }),
  };
}

const levelOf = (severity: JudgedFinding["severity"]): "error" | "warning" | "note" =>
  severity === "critical" || severity === "high" ? "error" : severity === "medium" ? "warning" : "note";
