import type { ResourceState } from "../resource.ts";
import { type Run } from "../run.ts";
import { identityOf, lifeOf } from "./life.ts";
import { withErrorHooks } from "./retry.ts";
import type { Step } from "./step.ts";

/** A delete that protection forbids; the operation goes on to find the others. */
export class ProtectedError extends Error {
  override readonly name = "ProtectedError";
}

export async function deleteResource(run: Run, step: Step): Promise<void> {
  const old = step.old as ResourceState;
  const replacing = step.op === "delete-replaced" || step.op === "discard-replaced";
  const subject = { urn: old.urn, hooks: old.hooks, old };
  const known = { id: old.id, oldInputs: old.inputs, oldOutputs: old.outputs };
  await run.hooks.before("beforeDelete", subject, known);
  if (!replacing && old.protect && !run.options.ignoreProtect) throw new ProtectedError(protectedText(old.urn));
  if (!run.options.preview) {
    run.snapshot.begin(step, "deleting", old);
    try {
      if (needsProvider(run, old)) await remove(run, old);
    } finally {
      run.snapshot.end(step);
    }
  }
  if (step.pendingReplacement) old.pendingReplacement = true;
  else run.snapshot.drop(old);
  await run.hooks.after("afterDelete", subject, known);
}

export function removePendingReplace(run: Run, step: Step): Promise<void> {
  run.snapshot.drop(step.old);
  return Promise.resolve();
}

function needsProvider(run: Run, old: ResourceState): boolean {
  if (!old.custom || old.external || old.retainOnDelete) return false;
  return !old.deletedWith || !run.condemned.has(old.deletedWith);
}

async function remove(run: Run, old: ResourceState): Promise<void> {
  const life = await lifeOf(run, old);
  const request = {
    ...identityOf(old),
    id: old.id,
    oldInputs: old.inputs,
    oldOutputs: old.outputs,
    timeout: old.customTimeouts.delete,
  };
  await withErrorHooks(run, "delete", { urn: old.urn, hooks: old.hooks, old }, () => life.delete(request));
}

const protectedText = (urn: string): string =>
  `resource "${urn}" cannot be deleted\nbecause it is protected. To unprotect the resource, either remove the ` +
  "`protect` flag from the resource in your Pulumi program and run `pulumi up`, or use the command:\n" +
  `\`pulumi state unprotect '${urn}'\``;
