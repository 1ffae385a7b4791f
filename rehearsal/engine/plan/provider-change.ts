import { parseReference } from "../../wire/urn.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import type { AliasBook } from "./aliases.ts";
import { needsReplace } from "./diff.ts";

/** Whether another provider means another object: the new provider judges the two configurations. */
export async function providerReplaces(
  run: Run,
  aliases: AliasBook,
  old: ResourceState,
  state: ResourceState,
): Promise<boolean> {
  if (old.provider === state.provider) return false;
  if (old.provider === "" || state.provider === "") return true;
  const before = parseReference(old.provider);
  const now = parseReference(state.provider);
  if (aliases.claimed.get(before.urn) === now.urn) return false;
  const oldEntry = run.base.get(before.urn);
  const newEntry = run.providerStates.get(now.urn);
  if (!oldEntry || !newEntry) throw new Error(`provider ${before.urn} of ${state.urn} is not in the state`);
  const provider = await run.providers.get(state.provider);
  const diff = await provider.diffConfig({
    urn: now.urn,
    id: now.id,
    oldInputs: withoutInternal(oldEntry.inputs),
    oldOutputs: oldEntry.outputs,
    news: withoutInternal(newEntry.inputs),
  });
  return needsReplace(diff);
}

export const INTERNAL_KEY = "__internal";
/** Provider inputs as the plugin may see them. */
export function withoutInternal(inputs: ResourceState["inputs"]): ResourceState["inputs"] {
  const { [INTERNAL_KEY]: _, ...rest } = inputs;
  return rest;
}
