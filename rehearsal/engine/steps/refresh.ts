import { PartialFailure, type ReadResult } from "../../wire/provider.ts";
import { isProviderType } from "../../wire/urn.ts";
import { equal } from "../../wire/value.ts";
import { diffWith, invert } from "../plan/diff.ts";
import type { ResourceState } from "../resource.ts";
import { diagnose, type Run } from "../run.ts";
import { identityOf } from "./life.ts";
import { markSecrets } from "./secrets.ts";
import type { Step } from "./step.ts";

/** Looks at the object and writes down what it is now; the state is rebuilt from the results afterwards. */
export async function refreshResource(run: Run, step: Step): Promise<void> {
  const old = step.old as ResourceState;
  if (!old.custom || isProviderType(old.type) || old.pendingReplacement) {
    step.new = step.persisted ? { ...old } : old;
    step.found = { op: "same", diff: undefined };
  } else await look(run, step, old);
  if (!step.persisted) return;
  run.snapshot.drop(old);
  if (step.new) run.snapshot.add(step.new);
}

async function look(run: Run, step: Step, old: ResourceState): Promise<void> {
  const provider = await run.providers.ensure(old.provider);
  const request = {
    ...identityOf(old),
    id: old.id,
    inputs: old.inputs,
    state: old.outputs,
    timeout: old.customTimeouts.read,
  };
  let found: ReadResult | undefined;
  let initErrors: readonly string[] = [];
  try {
    found = await provider.read(request);
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    initErrors = error.reasons;
    found = { id: error.id, properties: error.properties, ...(error.inputs && { inputs: error.inputs }) };
    const list = initErrors.map((reason) => `* ${reason}`).join("\n");
    diagnose(run, "warning", old.urn, `Refreshed resource is in an unhealthy state:\n${list}`);
  }
  if (!found) {
    delete step.new;
    step.found = { op: "delete", diff: undefined };
    return;
  }
  const state: ResourceState = {
    ...old,
    id: found.id,
    inputs: found.inputs ?? old.inputs,
    outputs: found.properties,
    initErrors,
  };
  markSecrets(run, state);
  if (!equal(state.inputs, old.inputs) || !equal(state.outputs, old.outputs))
    state.modified = run.options.now().toISOString();
  step.new = state;
  step.found = await difference(run, old, state);
}

async function difference(run: Run, old: ResourceState, state: ResourceState): Promise<NonNullable<Step["found"]>> {
  if (old.external) return { op: equal(old.outputs, state.outputs) ? "same" : "update", diff: undefined };
  const provider = await run.providers.ensure(old.provider);
  const diff = await diffWith(run, provider, {
    urn: state.urn,
    id: state.id,
    oldInputs: state.inputs,
    oldOutputs: state.outputs,
    news: old.inputs,
    ignoreChanges: old.ignoreChanges,
  });
  return { op: diff.changes === "none" ? "same" : "update", diff: invert(diff) };
}
