import { PartialFailure } from "../../wire/provider.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { identityOf, lifeOf } from "./life.ts";
import { withErrorHooks } from "./retry.ts";
import { markSecrets } from "./secrets.ts";
import type { Step } from "./step.ts";

export async function updateResource(run: Run, step: Step): Promise<void> {
  const state = step.new as ResourceState;
  const old = step.old as ResourceState;
  state.id = old.id;
  state.created = old.created;
  state.modified = old.modified;
  const subject = { urn: state.urn, hooks: state.hooks, old, new: state };
  const inputs = { id: state.id, newInputs: state.inputs, oldInputs: old.inputs, oldOutputs: old.outputs };
  await run.hooks.before("beforeUpdate", subject, inputs);
  if (!run.options.preview) run.snapshot.begin(step, "updating", old);
  let failure: PartialFailure | undefined;
  try {
    if (state.custom) failure = await change(run, step, old, state);
  } finally {
    if (!run.options.preview) run.snapshot.end(step);
  }
  markSecrets(run, state);
  // an object that did not become ready is tried again with the inputs that it last had
  if (failure) state.inputs = old.inputs;
  run.news.set(state.urn, state);
  run.snapshot.drop(old);
  run.snapshot.add(state);
  if (failure) throw failure;
  if (state.custom) await run.hooks.after("afterUpdate", subject, { ...inputs, newOutputs: state.outputs });
}

async function change(
  run: Run,
  step: Step,
  old: ResourceState,
  state: ResourceState,
): Promise<PartialFailure | undefined> {
  const life = await lifeOf(run, state);
  const request = {
    ...identityOf(state),
    id: old.id,
    oldInputs: old.inputs,
    oldOutputs: old.outputs,
    news: state.inputs,
    timeout: state.customTimeouts.update,
    ignoreChanges: step.ignoreChanges ?? [],
    preview: run.options.preview,
  };
  const subject = { urn: state.urn, hooks: state.hooks, old, new: state };
  let failure: PartialFailure | undefined;
  try {
    state.outputs = (await withErrorHooks(run, "update", subject, () => life.update(request))).properties;
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    failure = error;
    state.outputs = error.properties;
    state.initErrors = error.reasons;
  }
  state.modified = run.options.now().toISOString();
  return failure;
}
