import type { Deployment } from "../deployment.ts";
import { diagnose, messageOf, type Run } from "../run.ts";
import { checkTargets } from "./check-targets.ts";
import { refreshLeftovers } from "./refresh.ts";

/** What is done when everything has been asked for: leftovers, outputs and the stack's policies. False when not all went well. */
export async function finish(run: Run, deployment: Deployment, askedForAll: boolean): Promise<boolean> {
  await deployment.drain();
  const completed = askedForAll && !deployment.executor.stopped;
  let ok = askedForAll;
  if (completed) ok = await wrapUp(run, deployment);
  const { executor, bailed } = deployment;
  const { sawError, afterHookFailed } = run.outcome;
  const stumbled = bailed || executor.failure !== undefined;
  await deployment.finalizeStackOutputs(!ok || stumbled || sawError || afterHookFailed);
  if (completed && !stumbled && !executor.stopped) await judgeStack(run, deployment);
  return ok;
}

async function wrapUp(run: Run, deployment: Deployment): Promise<boolean> {
  const known = checkTargets(run, run.options.targets, deployment.planner.ledger.seen);
  if (run.options.mode === "refresh") await refreshLeftovers(run, deployment);
  else await deployment.deleteLeftovers();
  if (!known) deployment.bailed = true;
  return known;
}

async function judgeStack(run: Run, deployment: Deployment): Promise<void> {
  try {
    await run.policies.judgeStack(run);
  } catch (error) {
    diagnose(run, "error", "", messageOf(error));
    deployment.bailed = true;
  }
}
