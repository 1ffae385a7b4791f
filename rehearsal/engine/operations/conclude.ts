import type { Deployment } from "../deployment.ts";
import { diagnose, type Run } from "../run.ts";

/** How the work ended; what went wrong has been reported. */
export interface Ended {
  readonly failed: boolean;
  readonly broken: boolean;
}

/** Says once more at the end that the operation failed, where that was not the program's or the plan's own error. */
export function conclude(run: Run, deployment: Deployment, ok: boolean, detail = ""): Ended {
  const { outcome } = run;
  const failed =
    !ok ||
    deployment.bailed ||
    deployment.executor.failure !== undefined ||
    outcome.sawError ||
    outcome.afterHookFailed;
  if (failed && !deployment.bailed) {
    const kind = run.options.preview ? "preview" : "update";
    diagnose(run, "error", "", `${kind} failed${detail}`);
  }
  return { failed, broken: false };
}
