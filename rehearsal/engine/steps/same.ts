import { isProviderType } from "../../wire/urn.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { markSecrets } from "./secrets.ts";
import type { Step } from "./step.ts";

/** Keeps the object; options, inputs and links are those of the new registration. */
export function keepResource(run: Run, step: Step): Promise<void> {
  const { old, skippedCreate, untargeted } = step;
  const state = step.new as ResourceState;
  if (old) {
    state.id = old.id;
    state.outputs = old.outputs;
    state.created = old.created;
    state.modified = old.modified;
  }
  if (skippedCreate) {
    run.news.set(state.urn, state);
    return Promise.resolve();
  }
  // a provider that stays is configured as it was
  if (isProviderType(state.type) && !untargeted && old) run.providers.same({ ...state, inputs: old.inputs });
  markSecrets(run, state);
  run.news.set(state.urn, state);
  run.snapshot.drop(old);
  run.snapshot.add(state);
  return Promise.resolve();
}

/** Says that the two steps around it belong together; does nothing. */
export const replaceResource = (): Promise<void> => Promise.resolve();
