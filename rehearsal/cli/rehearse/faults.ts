import type { ReportFault } from "../../report/model.ts";
import { drawFaults, type Fault, faultText } from "../../twin/fault/index.ts";
import type { Operator } from "./operator.ts";
import type { ScriptStep } from "./script.ts";

/** The faults of a step; those left to chance are drawn from what it is about to do. */
export async function faultsFor(
  { verb, flags, faults }: ScriptStep,
  operator: Operator,
  seed: string,
): Promise<Fault[]> {
  const count = faults.reduce((sum, spec) => sum + ("random" in spec ? spec.random : 0), 0);
  const given = faults.flatMap((spec) => ("fault" in spec ? [spec.fault] : []));
  if (count === 0) return given;
  const command = verb === "decommission" ? "destroy" : verb;
  const isCommand = command === "up" || command === "destroy";
  return [...given, ...drawFaults(count, isCommand ? await operator.foresee(command, flags) : [], seed)];
}

/** What came of the faults of a step, for the report. */
export function firedOf({ armed }: Operator): ReportFault[] {
  return armed.fired.map(({ fault, operation, urn, outcome }) => ({
    fault: faultText(fault),
    operation,
    urn,
    outcome,
  }));
}

/** Faults that struck nothing are mistakes of the script, unless another one ended the step before. */
export function unfiredProblems({ armed }: Operator): string[] {
  if (armed.fired.some(({ outcome }) => outcome === "failed")) return [];
  return armed.unfired.map((fault) => `nothing happened that the fault ${faultText(fault)} could have struck`);
}
