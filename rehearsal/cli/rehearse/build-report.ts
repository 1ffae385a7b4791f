import { callerOf } from "../../engine/monitor/positions.ts";
import type { ResourceState } from "../../engine/resource.ts";
import { asAsked } from "../../report/faults.ts";
import type { Report, ReportResource } from "../../report/model.ts";
import type { Fidelity } from "../../twin/index.ts";
import { nameOf } from "../../wire/urn.ts";
import { cloudOf } from "./clouds.ts";
import { whereabouts } from "./whereabouts.ts";

/** The estate as the report shows it: everything but providers' own entries, in state order. */
export function resourcesOf(states: readonly ResourceState[], fidelity: Fidelity): ReportResource[] {
  const levels = new Map(fidelity.types.map(({ type, level }) => [type, level]));
  const byUrn = new Map(states.map((state) => [state.urn, state]));
  const places = whereabouts(states);
  return states
    .filter(({ delete: condemned }) => !condemned)
    .map((state) => ({
      urn: state.urn,
      type: state.type,
      name: nameOf(state.urn),
      id: state.id,
      cloud: cloudOf(state.type, state.provider),
      region: places.get(state.urn)?.region ?? "",
      network: places.get(state.urn)?.network ?? "",
      component: componentOf(state, byUrn),
      parent: state.parent,
      custom: state.custom,
      protect: state.protect,
      provider: state.provider,
      dependencies: [...state.dependencies].sort(),
      source: callerOf(state.sourcePosition, state.stackTrace).replace("project:///", ""),
      fidelity: state.custom ? (levels.get(state.type) ?? "none") : "none",
    }));
}

function componentOf(state: ResourceState, byUrn: ReadonlyMap<string, ResourceState>): string {
  for (let next = byUrn.get(state.parent); next; next = byUrn.get(next.parent)) {
    if (next.type === "pulumi:pulumi:Stack") return "";
    if (!next.custom) return next.urn;
  }
  return "";
}

export function fidelityOf(
  fidelity: Fidelity,
  resources: readonly ReportResource[],
  borrowed: readonly string[],
): Report["fidelity"] {
  const counts = { exact: 0, derived: 0, echoed: 0 };
  for (const { fidelity: level } of resources) if (level !== "none") counts[level]++;
  const assumed = fidelity.assumptions.map(({ type, what }) => `assumed to exist: ${type}: ${what}`);
  return { counts, notes: [...borrowed, ...assumed, ...fidelity.warnings] };
}

export function replacementsOf({ decisions }: Fidelity): Report["replacements"] {
  return decisions.map(({ type, property, source, confidence }) => ({ type, property, source, confidence }));
}

/** Why the verdict is not pass. */
export function judge(
  report: Omit<Report, "verdict" | "reasons">,
  minFidelity: string | undefined,
  interruption: string | undefined,
): Pick<Report, "verdict" | "reasons"> {
  const mandatory = report.policies.findings.filter(({ level, remediated }) => level === "mandatory" && !remediated);
  const rules = new Set(mandatory.map(({ policy }) => policy));
  const reasons = [
    ...report.steps
      .filter((step) => step.result === "failed" && !asAsked(step))
      .map(({ number, title }) => `step ${number} failed: ${title}`),
    ...report.steps.flatMap(({ number, problems }) => problems.map((problem) => `step ${number}: ${problem}`)),
    ...(rules.size > 0
      ? [
          `${rules.size === 1 ? "a mandatory policy is" : `${rules.size} mandatory policies are`} violated: ${[...rules].sort().join(", ")}`,
        ]
      : []),
    ...(minFidelity ? tooLow(report, minFidelity) : []),
  ];
  const verdict = reasons.length > 0 ? "fail" : interruption ? "undetermined" : "pass";
  return { verdict, reasons: [...reasons, ...(interruption ? [interruption] : [])] };
}

const ORDER = ["echoed", "derived", "exact"];
function tooLow({ resources }: Pick<Report, "resources">, minimum: string): string[] {
  const below = resources.filter(
    ({ fidelity }) => fidelity !== "none" && ORDER.indexOf(fidelity) < ORDER.indexOf(minimum),
  );
  const types = [...new Set(below.map(({ type }) => type))].sort();
  return types.length > 0 ? [`${below.length} resources are simulated below '${minimum}': ${types.join(", ")}`] : [];
}
