import type messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { isServiceError } from "../../wire/grpc.ts";
import type { EnforcementLevel, PolicyFinding, PolicyStage } from "../events.ts";
import type { Goal, ResourceState } from "../resource.ts";
import { messageOf, type Run } from "../run.ts";
import { LEVELS, SEVERITIES } from "./config.ts";
import type { PolicyPack } from "./pack.ts";
import { analyzeRequest, withoutInternals } from "./requests.ts";

/** Asks all packs about one resource; true if a mandatory finding forbids to touch it. */
export async function analyzeResource(
  run: Run,
  packs: readonly PolicyPack[],
  state: ResourceState,
  goal: Goal,
): Promise<boolean> {
  const request = analyzeRequest(run, state, withoutInternals(state.inputs), goal.deleteBeforeReplace);
  const answers = await Promise.all(packs.map(async (pack) => [pack, await ask(() => pack.analyze(request))] as const));
  let invalid = false;
  for (const [pack, diagnostics] of answers) {
    const findings = diagnostics.map((diagnostic) => findingOf(pack, diagnostic, state.urn, run.options.preview));
    for (const finding of findings) {
      run.emit({ kind: "policy", finding });
      if (finding.level !== "mandatory") continue;
      run.outcome.sawError ||= run.options.preview;
      invalid ||= !run.options.preview;
    }
    summarize(run, pack, "analyze", state.urn, findings);
  }
  return invalid;
}

/** A pack that breaks stops the operation, and says what it said. */
export async function ask<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`failed to run policy: ${isServiceError(error) ? error.details : messageOf(error)}`);
  }
}

export function findingOf(
  pack: PolicyPack,
  diagnostic: messages.AnalyzeDiagnostic,
  urn: string,
  _preview: boolean,
): PolicyFinding {
  const policy = diagnostic.getPolicyname();
  const level = LEVELS[diagnostic.getEnforcementlevel()] ?? "advisory";
  const known = pack.policies.find(({ name }) => name === policy);
  return {
    urn,
    policy,
    pack: diagnostic.getPolicypackname(),
    packVersion: diagnostic.getPolicypackversion(),
    // what a remediation left unmended counts as mandatory
    level: (level === "remediate" ? "mandatory" : level) satisfies EnforcementLevel,
    severity: SEVERITIES[diagnostic.getSeverity()] || known?.severity || "",
    description: diagnostic.getDescription(),
    message: diagnostic.getMessage(),
  };
}

export function summarize(
  run: Run,
  pack: PolicyPack,
  stage: PolicyStage,
  urn: string,
  findings: readonly PolicyFinding[],
): void {
  const failed = new Set(findings.map(({ policy }) => policy));
  const asked = pack.policies.filter(({ level }) => level !== "disabled").map(({ name }) => name);
  const passed = asked.filter((name) => !failed.has(name));
  run.emit({ kind: "policies", stage, urn, pack: pack.name, packVersion: pack.version, passed, failed: [...failed] });
}
