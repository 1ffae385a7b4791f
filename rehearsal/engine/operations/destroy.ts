import type { Deployment } from "../deployment.ts";
import { diagnose, type Run } from "../run.ts";
import { checkTargets } from "./check-targets.ts";

/** Deletes everything in the state. Refuses where the program's own delete hooks would be passed over. */
export async function destroyWithoutProgram(run: Run, deployment: Deployment): Promise<boolean> {
  const { base } = run;
  let refused = false;
  for (const { urn, hooks } of base.resources) {
    const names = (["beforeDelete", "afterDelete"] as const).filter((kind) => (hooks[kind] ?? []).length > 0);
    if (names.length === 0) continue;
    refused = true;
    const message = `Resource has delete hooks registered, but the program is not running. Hooks: ${names.join(", ")}`;
    diagnose(run, "error", urn, message);
  }
  if (refused) {
    deployment.bailed = true;
    return false;
  }
  const targetsKnown = checkTargets(run, run.options.targets);
  await deployment.deleteLeftovers();
  return targetsKnown;
}
