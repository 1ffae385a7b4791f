import { isStackUrn } from "../../wire/urn.ts";
import type { Deployment } from "../deployment.ts";
import type { Result } from "../events.ts";
import { Callbacks } from "../monitor/callbacks.ts";
import { PolicyHost } from "../policies/host.ts";
import { diagnose, messageOf, type Outcome, type Run } from "../run.ts";
import { assemble, baseOf, optionsOf } from "./assemble.ts";
import { checkTargets } from "./check-targets.ts";
import { conclude, type Ended } from "./conclude.ts";
import { ChangeCounter } from "./count.ts";
import { destroyWithoutProgram } from "./destroy.ts";
import { importObjects } from "./import.ts";
import { startPacks } from "./packs.ts";
import { refreshBase } from "./refresh.ts";
import { replayProgram } from "./replay-program.ts";
import type { OperationRequest, OperationResult } from "./request.ts";
import { type Lent, runProgram } from "./run-program.ts";

/** Runs one preview, up, refresh, destroy or import on a state, and says what became of it. */
export async function operate(request: OperationRequest): Promise<OperationResult> {
  const started = performance.now();
  const options = optionsOf(request);
  const counter = new ChangeCounter(request.verb === "refresh");
  const emit: Run["emit"] = (event) => {
    counter.note(event);
    request.emit(event);
  };
  const outcome: Outcome = { sawError: false, afterHookFailed: false, maybeCorrupt: false };
  const base = baseOf(request);
  const callbacks = new Callbacks();
  const policies = new PolicyHost();
  const { run, deployment, hooks } = assemble(request, options, base, emit, outcome, callbacks, policies);
  // packs and program start side by side; the program is not answered before the packs are there
  const starting = startPacks(request, (severity, message) => diagnose(run, severity, "", message)).then((packs) => {
    if (!packs) deployment.abort();
    policies.use(packs ?? []);
    if (packs)
      emit({
        kind: "packs",
        packs: packs.map(({ name, version, policies: all }) => ({ name, version, policies: all })),
      });
    return packs;
  });
  if (request.state.pending.length > 0 && !options.preview) warnPending(run);
  let ended: Ended = { failed: true, broken: true };
  try {
    const packsReady = starting.then((packs) => packs !== undefined);
    ended = await proceed(request, run, deployment, { callbacks, hooks, packsReady });
  } catch (error) {
    diagnose(run, "error", "", messageOf(error));
    ended = { failed: true, broken: true };
  } finally {
    for (const pack of (await starting) ?? []) pack.close();
    callbacks.close();
    await run.providers.cancel().catch(() => undefined);
    await run.providers.close();
  }
  const canceled = request.signal?.aborted ?? false;
  const result: Result = ended.failed ? "failed" : canceled ? "canceled" : "succeeded";
  emit({
    kind: "summary",
    result: canceled ? "canceled" : result,
    isPreview: options.preview,
    maybeCorrupt: outcome.maybeCorrupt,
    durationSeconds: Math.round((performance.now() - started) / 1000),
    resourceChanges: counter.changes,
    policyPacks: run.policies.versions,
  });
  const root = [...run.news.values(), ...base.resources].find(({ urn }) => isStackUrn(urn));
  const state = options.preview ? request.state : run.snapshot.state();
  return { result: canceled ? "canceled" : result, state, outputs: root?.outputs ?? {}, broken: ended.broken };
}

async function proceed(request: OperationRequest, run: Run, deployment: Deployment, lent: Lent): Promise<Ended> {
  const onAbort = (): void => {
    void run.providers.cancel();
    deployment.executor.stop();
  };
  request.signal?.addEventListener("abort", onAbort, { once: true });
  if (request.signal?.aborted) onAbort();
  try {
    const { verb, flags } = request;
    // nothing is touched where a pack is missing
    if (flags.refresh && !(await lent.packsReady)) return { failed: true, broken: true };
    if (verb === "import") return conclude(run, deployment, await importObjects(request, run, deployment));
    if (verb === "refresh" && !flags.runProgram) return conclude(run, deployment, await refreshBase(run, deployment));
    if (flags.refresh && !flags.runProgram && !(await refreshBase(run, deployment)))
      return conclude(run, deployment, false);
    if (!checkTargets(run, run.options.replaceTargets)) return { failed: true, broken: false };
    if (verb === "destroy" && !flags.runProgram) {
      return conclude(run, deployment, await destroyWithoutProgram(run, deployment));
    }
    if (request.replay) return await replayProgram(request.replay, run, deployment, request.edit);
    return await runProgram(request, run, deployment, lent);
  } finally {
    request.signal?.removeEventListener("abort", onAbort);
  }
}

function warnPending(run: Run): void {
  diagnose(
    run,
    "warning",
    "",
    "The stack has pending operations: an earlier deployment was interrupted. A refresh finds out what became of them.",
  );
}
