import { DependencyGraph } from "../graph.ts";
import type { ResourceState } from "../resource.ts";
import { Bail, diagnose } from "../run.ts";
import type { Step } from "../steps/step.ts";
import { cascadeReplacements, dependentReplacements } from "./dependents.ts";
import type { Planner } from "./planner.ts";

export interface Deletes {
  /** Old entries that the operation leaves out. */
  readonly keeps: readonly Step[];
  /** Groups that may run at once, one group after the other. */
  readonly waves: readonly (readonly Step[])[];
}

/** Everything left over from the old state: what the program no longer names, and old halves of replacements. */
export async function planDeletes(planner: Planner): Promise<Deletes> {
  const { run, ledger, aliases } = planner;
  const isIncluded = await deletable(planner);
  const keeps: Step[] = [];
  const deletes: Step[] = [];
  for (const original of run.base.resources) {
    if (!isIncluded(original)) {
      if (!ledger.isOperatedOn(original.urn, aliases.claimed)) {
        keeps.push({ op: "same", urn: original.urn, old: original, new: { ...original, id: "" }, untargeted: true });
      }
      continue;
    }
    const state = ledger.refreshed.get(original) ?? original;
    const step = deleteStep(planner, state);
    if (!step) continue;
    ledger.deletes.add(state.urn);
    deletes.push(step);
    await run.providers.ensureFor(state);
  }
  for (const state of ledger.toDelete) {
    if (!isIncluded(state)) continue;
    ledger.deletes.add(state.urn);
    deletes.push(removal(state));
  }
  refuseUnspecified(planner, deletes);
  return { keeps, waves: wavesOf(planner, deletes) };
}

function deleteStep({ ledger, aliases }: Planner, state: ResourceState): Step | undefined {
  if (state.delete) {
    if (ledger.condemned.has(state)) return undefined;
    return { op: state.external ? "discard-replaced" : "delete-replaced", urn: state.urn, old: state };
  }
  if (ledger.isOperatedOn(state.urn, aliases.claimed)) return undefined;
  return state.pendingReplacement ? { op: "remove-pending-replace", urn: state.urn, old: state } : removal(state);
}

const removal = (state: ResourceState): Step => ({
  op: state.external ? "discard" : "delete",
  urn: state.urn,
  old: state,
});

async function deletable(planner: Planner): Promise<(state: ResourceState) => boolean> {
  const { targets, excludes } = planner.run.options;
  if (targets.constrained) {
    const allowed = await targetClosure(planner);
    return ({ urn }) => allowed.has(urn);
  }
  if (excludes.constrained) {
    const kept = excludeClosure(planner);
    return ({ urn }) => !kept.has(urn);
  }
  return () => true;
}

const schedulingGraph = ({ run, ledger }: Planner): DependencyGraph => {
  const graph = new DependencyGraph([...ledger.toDelete, ...run.base.resources]);
  for (const [old, refreshed] of ledger.refreshed) graph.alias(refreshed, old);
  return graph;
};

/** The targets, all that depends on them, and what their deletion would replace. */
async function targetClosure(planner: Planner): Promise<Set<string>> {
  const { run, ledger } = planner;
  const graph = schedulingGraph(planner);
  const targets = new Set<string>();
  const open = run.base.resources.filter(({ urn }) => run.options.targets.matches(urn));
  // grows while it is walked
  for (const next of open) {
    if (targets.has(next.urn)) continue;
    targets.add(next.urn);
    open.push(...graph.dependents(next, true));
  }
  const closure = new Set<string>();
  for (const urn of targets) {
    for (const state of run.base.all(urn)) {
      closure.add(urn);
      const dependents = [
        ...(await dependentReplacements(run, ledger, state)),
        ...cascadeReplacements(run, ledger, urn),
      ];
      for (const dependent of dependents) closure.add(dependent.state.urn);
    }
  }
  return closure;
}

function excludeClosure(planner: Planner): Set<string> {
  const { run } = planner;
  const graph = schedulingGraph(planner);
  const kept = new Set<string>();
  const open = run.base.resources.filter(({ urn }) => run.options.excludes.matches(urn));
  for (const next of open) {
    if (kept.has(next.urn)) continue;
    kept.add(next.urn);
    open.push(...graph.dependencies(next));
    if (run.options.excludeDependents) open.push(...graph.dependents(next, true));
  }
  return new Set([...kept].filter((urn) => run.base.get(urn)));
}

function refuseUnspecified({ run }: Planner, deletes: readonly Step[]): void {
  const { targets, targetDependents, preview } = run.options;
  if (!targets.constrained || targetDependents) return;
  const unspecified = deletes.filter(({ urn }) => !targets.matches(urn));
  for (const { urn } of unspecified) {
    diagnose(
      run,
      "error",
      urn,
      `Resource '${urn}' will be destroyed but was not specified in --target list.\n` +
        "Either include resource in --target list or pass --target-dependents to proceed.",
    );
    run.outcome.sawError = true;
  }
  if (unspecified.length > 0 && !preview) throw new Bail("delete of an untargeted resource");
}

/** Dependents go before what they depend on: one wave for each length of the longest way down to what needs nothing. */
function wavesOf(planner: Planner, deletes: readonly Step[]): Step[][] {
  const graph = schedulingGraph(planner);
  const states = new Set(deletes.map(({ old }) => old as ResourceState));
  const leaning = new Map<ResourceState, ResourceState[]>();
  const left = new Map<ResourceState, number>();
  for (const state of states) {
    const needs = [...graph.dependencies(state)].filter((needed) => states.has(needed));
    left.set(state, needs.length);
    for (const needed of needs) {
      const list = leaning.get(needed);
      if (list) list.push(state);
      else leaning.set(needed, [state]);
    }
  }
  const level = new Map<ResourceState, number>();
  const free = [...states].filter((state) => left.get(state) === 0);
  for (const state of free) level.set(state, 0);
  for (const state of free) {
    for (const leaner of leaning.get(state) ?? []) {
      const rest = (left.get(leaner) as number) - 1;
      left.set(leaner, rest);
      level.set(leaner, Math.max(level.get(leaner) ?? 0, (level.get(state) as number) + 1));
      if (rest === 0) free.push(leaner);
    }
  }
  if (free.length < states.size) throw new Error("the state has a cycle of dependencies");
  const waves: Step[][] = [];
  for (const step of deletes) (waves[level.get(step.old as ResourceState) as number] ??= []).push(step);
  return waves.reverse();
}
