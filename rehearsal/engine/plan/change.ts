import type { DiffResult } from "../../wire/provider.ts";
import { containsUnknown, equal, unwrapSecrets, type Value } from "../../wire/value.ts";
import type { ResourceState } from "../resource.ts";
import { diagnose } from "../run.ts";
import type { Step } from "../steps/step.ts";
import type { Checker } from "./check.ts";
import { applyReplaceOnChanges, CHANGED, diffWith, needsReplace, replaceBecause, SAME } from "./diff.ts";
import { providerReplaces } from "./provider-change.ts";
import { planReplacement, type Replacement } from "./replacement.ts";
import type { PlanContext, Prepared } from "./subject.ts";

export interface Change extends Prepared {
  readonly old: ResourceState;
  /** `--replace` or a taint asks for a new object whatever the inputs say. */
  readonly forced: boolean;
  readonly recheck: Checker | undefined;
  readonly judged: Replacement["judged"];
}

/** Same, update or replace: what becomes of a resource that is there already. */
export async function planChange(planner: PlanContext, change: Change): Promise<Step[]> {
  const { run, ledger } = planner;
  const { goal, old, state, registration } = change;
  const trigger = goal.replacementTrigger;
  if (trigger !== undefined && containsUnknown(trigger) && !run.options.preview) {
    throw new Error(`replacement trigger contains unknowns for ${state.urn}`);
  }
  const triggered = triggers(old.replacementTrigger, state.replacementTrigger);
  const diff = applyReplaceOnChanges(
    triggered ? CHANGED : await difference(planner, change),
    goal.replaceOnChanges,
    old.initErrors.length > 0,
  );
  if (diff.changes === "some" || old.pendingReplacement) {
    if (needsReplace(diff) || triggered || old.pendingReplacement) {
      return await planReplacement(run, ledger, { ...change, new: state, diff });
    }
    return [update(planner, change, diff)];
  }
  if (old.initErrors.length > 0) return [update(planner, change, diff)];
  if (ledger.imports.has(state.urn)) {
    registration.done({ state: old, outcome: "success" });
    return [];
  }
  ledger.sames.add(state.urn);
  return [{ op: "same", urn: state.urn, old, new: state, registration }];
}

function update(planner: PlanContext, { goal, old, state, registration }: Change, diff: DiffResult): Step {
  planner.ledger.updates.add(state.urn);
  return { op: "update", urn: state.urn, old, new: state, registration, diff, ignoreChanges: goal.ignoreChanges };
}

async function difference(planner: PlanContext, { goal, old, state, provider, forced }: Change): Promise<DiffResult> {
  const { run, ledger, aliases } = planner;
  if (forced) return replaceBecause("id");
  if (state.replaceWith.some((urn) => ledger.replaces.has(urn))) return replaceBecause("replaceWith");
  if (state.deletedWith && ledger.replaces.has(state.deletedWith)) return replaceBecause("deletedWith");
  if (await providerReplaces(run, aliases, old, state)) return replaceBecause("provider");
  if (!provider) return equal(old.inputs, state.inputs) ? SAME : CHANGED;
  if (run.providers.isUnknown(state.provider)) {
    diagnose(
      run,
      "warning",
      state.urn,
      "The provider for this resource has inputs that are not known during preview.\nThis preview may not correctly represent the changes that will be applied during an update.",
    );
    return CHANGED;
  }
  const { urn } = state;
  const subject = { urn, id: old.id, oldInputs: old.inputs, oldOutputs: old.outputs, news: state.inputs };
  return await diffWith(run, provider, { ...subject, ignoreChanges: goal.ignoreChanges });
}

/** Whether a changed trigger replaces: nothing on either side is no trigger, an unknown counts as changed. */
function triggers(old: Value | undefined, now: Value | undefined): boolean {
  const a = unwrapSecrets(old ?? null);
  const b = unwrapSecrets(now ?? null);
  if (containsUnknown(a) || containsUnknown(b)) return true;
  return a !== null && b !== null && !equal(a, b);
}
