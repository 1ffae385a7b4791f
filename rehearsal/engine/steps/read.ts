import { PartialFailure, type ReadResult } from "../../wire/provider.ts";
import { UNKNOWN_STRING } from "../../wire/signatures.ts";
import { equal } from "../../wire/value.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { identityOf } from "./life.ts";
import { markSecrets } from "./secrets.ts";
import type { Step } from "./step.ts";

export async function readResource(run: Run, step: Step): Promise<void> {
  const state = step.new as ResourceState;
  const { old } = step;
  let failure: PartialFailure | undefined;
  if (state.id !== UNKNOWN_STRING) {
    if (!run.options.preview) run.snapshot.begin(step, "reading", state);
    try {
      failure = await look(run, state);
    } finally {
      if (!run.options.preview) run.snapshot.end(step);
    }
  }
  markSecrets(run, state);
  stamp(run, state, old);
  run.reads.set(state.urn, state);
  if (step.op === "read-replacement" && old) old.delete = true;
  else run.snapshot.drop(old);
  run.snapshot.add(state);
  if (failure) throw failure;
}

async function look(run: Run, state: ResourceState): Promise<PartialFailure | undefined> {
  const provider = await run.providers.get(state.provider);
  const request = {
    ...identityOf(state),
    id: state.id,
    inputs: state.inputs,
    state: state.inputs,
    timeout: state.customTimeouts.read,
  };
  let found: ReadResult | undefined;
  let failure: PartialFailure | undefined;
  try {
    found = await provider.read(request);
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    failure = error;
    found = { id: error.id, properties: error.properties };
    state.initErrors = error.reasons;
  }
  if (!found) throw new Error(`resource '${state.id}' does not exist`);
  state.outputs = found.properties;
  if (found.id) state.id = found.id;
  return failure;
}

function stamp(run: Run, state: ResourceState, old: ResourceState | undefined): void {
  const unchanged = old && equal(old.outputs, state.outputs);
  const now = run.options.now().toISOString();
  state.created = old?.created || now;
  state.modified = unchanged ? old.modified : now;
}
