import { PartialFailure } from "../../wire/provider.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { identityOf, lifeOf } from "./life.ts";
import { withErrorHooks } from "./retry.ts";
import { markSecrets } from "./secrets.ts";
import type { Step } from "./step.ts";

export async function createResource(run: Run, step: Step): Promise<void> {
  const state = step.new as ResourceState;
  const { old, pendingDelete } = step;
  const subject = { urn: state.urn, hooks: state.hooks, new: state };
  await run.hooks.before("beforeCreate", subject, { newInputs: state.inputs });
  if (!run.options.preview) run.snapshot.begin(step, "creating", state);
  let failure: PartialFailure | undefined;
  try {
    if (state.custom) failure = await make(run, state);
  } finally {
    if (!run.options.preview) run.snapshot.end(step);
  }
  state.created = state.modified = run.options.now().toISOString();
  if (old && pendingDelete) old.delete = true;
  markSecrets(run, state);
  run.news.set(state.urn, state);
  if (old?.pendingReplacement) run.snapshot.drop(old);
  run.snapshot.add(state);
  if (failure) throw failure;
  if (state.custom) {
    await run.hooks.after("afterCreate", subject, { id: state.id, newInputs: state.inputs, newOutputs: state.outputs });
  }
}

async function make(run: Run, state: ResourceState): Promise<PartialFailure | undefined> {
  const life = await lifeOf(run, state);
  const { preview } = run.options;
  const request = { ...identityOf(state), properties: state.inputs, timeout: state.customTimeouts.create, preview };
  try {
    const made = await withErrorHooks(run, "create", { urn: state.urn, hooks: state.hooks, new: state }, () =>
      life.create(request),
    );
    if (!preview && made.id === "") throw new Error("provider did not return an ID from Create");
    state.id = made.id;
    state.outputs = made.properties;
    return undefined;
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    state.id = error.id;
    state.outputs = error.properties;
    state.initErrors = error.reasons;
    return error;
  }
}
