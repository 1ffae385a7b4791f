import type { Deployment } from "../deployment.ts";
import { linksOf } from "../links.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { followRenames } from "../state/renames.ts";
import { repairLinks } from "../state/repair.ts";
import type { Step } from "../steps/step.ts";
import { checkTargets } from "./check-targets.ts";

/** Looks at every object of the old state, and goes on from what was found. False when something could not be read. */
export async function refreshBase(run: Run, deployment: Deployment): Promise<boolean> {
  const { base } = run;
  if (base.resources.length === 0) return true;
  if (!checkTargets(run, run.options.targets) || !checkTargets(run, run.options.excludes)) {
    deployment.bailed = true;
    return false;
  }
  const steps = new Map<ResourceState, Step>();
  for (const state of chosen(run)) steps.set(state, { op: "refresh", urn: state.urn, old: state });
  for (const state of steps.keys()) await run.providers.ensureFor(state);
  await deployment.runRefresh([...steps.values()]);
  const found = base.resources.flatMap((state) => {
    const step = steps.get(state);
    if (!step?.found) return [state];
    return step.new ? [step.new] : [];
  });
  const repaired = repairLinks(found, base.resources);
  base.rebase(repaired);
  run.snapshot.rebase(repaired);
  return deployment.executor.failure === undefined && !deployment.executor.stopped;
}

/** After the program has had its resources refreshed: looks at those it did not name. */
export async function refreshLeftovers(run: Run, deployment: Deployment): Promise<void> {
  const { ledger, aliases } = deployment.planner;
  const left = chosen(run).filter(({ urn }) => !ledger.isOperatedOn(urn, aliases.claimed));
  const steps = left.map((old): Step => ({ op: "refresh", urn: old.urn, old }));
  for (const { provider } of left) if (provider) await run.providers.ensure(provider);
  await deployment.runRefresh(steps);
  const all = run.snapshot.entries();
  const found = new Map(steps.flatMap((step) => (step.found ? [[step.old, step.new] as const] : [])));
  const now = all.flatMap((state) => (found.has(state) ? (found.get(state) ?? []) : [state]));
  run.snapshot.rebase(repairLinks(followRenames(now), all));
}

function chosen(run: Run): ResourceState[] {
  const { targets, excludes, targetDependents, excludeDependents } = run.options;
  const taken = targets.copy();
  const left = excludes.copy();
  const leansOn = (state: ResourceState, set: { matches(urn: string): boolean }): boolean =>
    linksOf(state).some(({ urn }) => set.matches(urn));
  return run.base.resources.filter((state) => {
    if (excludes.constrained) {
      const out = left.matches(state.urn) || (excludeDependents && leansOn(state, left));
      if (out) left.add(state.urn);
      return !out;
    }
    if (!targets.constrained) return true;
    const include = targets.matches(state.urn) || (targetDependents && leansOn(state, taken));
    if (include) taken.add(state.urn);
    return include;
  });
}
