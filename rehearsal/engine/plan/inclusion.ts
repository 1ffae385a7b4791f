import { isProviderType, isStackUrn, parseReference } from "../../wire/urn.ts";
import { linksOf, providerUrnOf } from "../links.ts";
import type { ResourceState } from "../resource.ts";
import { Bail, diagnose, type Run } from "../run.ts";
import type { Registration, Step } from "../steps/step.ts";
import type { AliasBook } from "./aliases.ts";
import type { PlanLedger } from "./ledger.ts";
import type { Targets } from "./targets.ts";

/** Which resources `--target` and `--exclude` leave in the operation. */
export class Inclusion {
  readonly #run: Run;
  readonly #targeted: Targets;
  readonly #excluded: Targets;

  constructor(run: Run) {
    this.#run = run;
    this.#targeted = run.options.targets.copy();
    this.#excluded = run.options.excludes.copy();
  }

  /** Providers and the stack always take part. */
  includes(state: ResourceState): boolean {
    return isProviderType(state.type) || isStackUrn(state.urn) || this.includesPlainly(state);
  }

  includesPlainly(state: ResourceState): boolean {
    const { targets, excludes, targetDependents, excludeDependents } = this.#run.options;
    const leansOn = (set: Targets): boolean =>
      [providerUrnOf(state), ...linksOf(state).map(({ urn }) => urn)].some((urn) => urn !== "" && set.matches(urn));
    if (targets.constrained) return targets.matches(state.urn) || (targetDependents && leansOn(this.#targeted));
    if (!excludes.constrained) return true;
    return !(excludes.matches(state.urn) || (excludeDependents && leansOn(this.#excluded)));
  }

  /** Remembers the decision, so that dependents registered later can follow it. */
  note(state: ResourceState): void {
    const included = this.includesPlainly(state);
    if (!included && this.#run.options.excludes.constrained) this.#excluded.add(state.urn);
    else if (included && this.#run.options.targets.constrained) this.#targeted.add(state.urn);
  }

  isReplaceTarget(urn: string, old: ResourceState | undefined): boolean {
    return this.#run.options.replaceTargets.matches(urn) || (old?.taint ?? false);
  }
}

/** Steps that keep a left-out resource, and whatever it leans on that the program did not register, as they are. */
export function keepOldSteps(
  run: Run,
  ledger: PlanLedger,
  aliases: AliasBook,
  urn: string,
  old: ResourceState,
  registration: Registration | undefined,
): Step[] {
  if (old.delete) return [];
  ledger.seen.add(old.urn);
  ledger.sames.add(urn);
  ledger.sames.add(old.urn);
  const steps: Step[] = [];
  if (old.provider) {
    const { urn: providerUrn, id } = parseReference(old.provider);
    const provider = run.base.get(providerUrn);
    if (provider?.id === id && !ledger.hasStep(providerUrn) && !ledger.isOperatedOn(providerUrn, aliases.claimed)) {
      steps.push(...keepOldSteps(run, ledger, aliases, providerUrn, provider, undefined));
    }
  }
  for (const { kind, urn: needed } of linksOf(old)) {
    if (ledger.hasStep(needed)) continue;
    const entry = run.base.get(needed);
    if (!entry) {
      diagnose(run, "error", urn, `${kind} ${needed} of untargeted resource ${urn} has no old state`);
      throw new Bail("no old state");
    }
    steps.push(...keepOldSteps(run, ledger, aliases, needed, entry, undefined));
  }
  return [
    ...steps,
    { op: "same", urn, old, new: { ...old, id: "" }, untargeted: true, ...(registration && { registration }) },
  ];
}

/** Refuses steps that need a resource which `--target` leaves uncreated. */
export function refuseMissingDependencies(run: Run, ledger: PlanLedger, steps: readonly Step[]): void {
  if (!run.options.targets.constrained && !run.options.replaceTargets.constrained) return;
  for (const step of steps) {
    if (!step.new || step.skippedCreate) continue;
    for (const needed of [...linksOf(step.new).map(({ urn }) => urn), providerUrnOf(step.new)]) {
      if (!ledger.skippedCreates.has(needed)) continue;
      diagnose(
        run,
        "error",
        step.urn,
        `Resource '${step.urn}' depends on '${needed}' which was was not specified in --target list.`,
      );
      run.outcome.sawError = true;
      if (!run.options.preview) throw new Bail("untargeted create");
      ledger.skippedCreates.delete(needed);
    }
  }
}
