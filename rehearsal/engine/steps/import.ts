import { PartialFailure, type ReadResult } from "../../wire/provider.ts";
import { packageOf } from "../../wire/urn.ts";
import { reportFailures } from "../plan/check.ts";
import { applyIgnoreChanges } from "../plan/ignore-changes.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { identityOf } from "./life.ts";
import { markSecrets } from "./secrets.ts";
import type { Step } from "./step.ts";

/** Takes over an object that is there already. */
export async function importResource(run: Run, step: Step): Promise<void> {
  const wanted = step.new as ResourceState;
  if (!run.options.preview) run.snapshot.begin(step, "importing", wanted);
  const state: ResourceState = { ...wanted, ...(step.planned && { importId: "" }) };
  try {
    await adopt(run, state, wanted.importId);
  } finally {
    if (!run.options.preview) run.snapshot.end(step);
  }
  step.new = state;
  state.created = state.modified = run.options.now().toISOString();
  if (step.planned) await judge(run, step, state);
  else state.inputs = applyIgnoreChanges(run, state.urn, state.inputs, state.inputs, step.ignoreChanges ?? []);
  if (step.op === "import-replacement" && step.old) step.old.delete = true;
  markSecrets(run, state);
  run.news.set(state.urn, state);
  run.snapshot.add(state);
}

async function adopt(run: Run, state: ResourceState, id: string): Promise<void> {
  const provider = await run.providers.get(state.provider);
  let found: ReadResult | undefined;
  try {
    found = await provider.read({
      ...identityOf(state),
      id,
      inputs: undefined,
      state: undefined,
      timeout: state.customTimeouts.read,
    });
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    state.initErrors = error.reasons;
    found = { id: error.id, properties: error.properties, ...(error.inputs && { inputs: error.inputs }) };
  }
  if (!found) throw new Error(`resource '${id}' does not exist`);
  if (!found.inputs) {
    throw new Error(
      `provider does not support importing resources; please try updating the '${packageOf(state.type)}' plugin`,
    );
  }
  state.id = found.id || id;
  state.inputs = found.inputs;
  state.outputs = found.properties;
}

// inputs that fail their own provider's check are worth a warning, not a stop
async function judge(run: Run, step: Step, state: ResourceState): Promise<void> {
  const provider = await run.providers.get(state.provider);
  const { inputs, failures } = await provider.check({
    ...identityOf(state),
    oldInputs: state.inputs,
    news: state.inputs,
    randomSeed: step.randomSeed as Uint8Array,
  });
  reportFailures(run, state.urn, state.type, inputs, failures, "warning");
}
