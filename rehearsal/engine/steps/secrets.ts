import { Secret, type Value } from "../../wire/value.ts";
import type { ResourceState } from "../resource.ts";
import { diagnose, type Run } from "../run.ts";

/** Wraps the outputs that must be secret: those listed, and those whose input of the same name is. */
export function markSecrets(run: Run, state: ResourceState): void {
  const outputs: Record<string, Value> = { ...state.outputs };
  for (const key of state.additionalSecretOutputs) {
    if (key === "id") {
      diagnose(
        run,
        "warning",
        state.urn,
        "The 'id' property cannot be made secret. See pulumi/pulumi#2717 for more details.",
      );
    } else wrap(outputs, key);
  }
  for (const key of Object.keys(outputs)) if (state.inputs[key] instanceof Secret) wrap(outputs, key);
  state.outputs = outputs;
}

function wrap(outputs: Record<string, Value>, key: string): void {
  const value = outputs[key];
  if (value !== undefined && !(value instanceof Secret)) outputs[key] = new Secret(value);
}
