import { ProviderError } from "../../wire/provider.ts";
import { linksOf } from "../links.ts";
import { Bail, diagnose, type Run } from "../run.ts";
import { apply } from "./apply.ts";
import { ProtectedError } from "./delete.ts";
import { failureText } from "./retry.ts";
import { metadataOf, type Step, subjectOf } from "./step.ts";

const IN_DOUBT: ReadonlySet<string> = new Set(["internal", "unknown", "dataLoss"]);

/** Runs chains of steps, several at a time. The first failure stops everything not yet begun, unless told to go on. */
export class Executor {
  readonly #run: Run;
  readonly #onStop: () => void;
  readonly #waiting: (() => void)[] = [];
  /** Failed, or passed over because of that, while the operation goes on. */
  readonly failedSteps: Step[] = [];
  readonly #failedUrns = new Set<string>();
  #busy = 0;
  #stopped = false;
  failure: unknown;
  /** Errors are reported, and stop nothing: a refresh looks at everything it can. */
  keepGoing = false;

  constructor(run: Run, onStop: () => void) {
    this.#run = run;
    this.#onStop = onStop;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** No step begins after this. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    for (const wake of this.#waiting.splice(0)) wake();
    this.#onStop();
  }

  /** Runs the steps in order; true when all were done. */
  async chain(steps: readonly Step[]): Promise<boolean> {
    const left = steps.filter((step) => !this.#skips(step));
    if (left.length === 0) return steps.length === 0;
    await this.#enter();
    try {
      for (const [i, step] of left.entries()) {
        if (this.#stopped) return false;
        if (await this.#step(step)) continue;
        return this.passOver(left.slice(i + 1));
      }
      return left.length === steps.length;
    } finally {
      this.#leave();
    }
  }

  /** Begins none of these: what they need did not come about. */
  passOver(steps: readonly Step[]): false {
    if (!this.#stopped) for (const step of steps) this.#skip(step);
    return false;
  }

  async parallel(steps: readonly Step[]): Promise<void> {
    await Promise.all(steps.map((step) => this.chain([step])));
  }

  // what needs a failed resource is passed over when the operation goes on after errors
  #skips(step: Step): boolean {
    const failed = this.#failedUrns;
    if (failed.size === 0 || !step.new || !linksOf(step.new).some(({ urn }) => failed.has(urn))) return false;
    this.#skip(step);
    return true;
  }

  #skip(step: Step): void {
    if (!step.new) return;
    this.#noteFailed(step);
    step.registration?.done({ state: step.new, outcome: "skip" });
  }

  #noteFailed(step: Step): void {
    this.failedSteps.push(step);
    this.#failedUrns.add(step.urn);
  }

  async #step(step: Step): Promise<boolean> {
    const run = this.#run;
    const planning = run.options.preview;
    run.emit({ kind: "pre", step: metadataOf(step), planning });
    try {
      await apply[step.op](run, step);
    } catch (error) {
      this.#failed(step, error);
      return false;
    }
    run.emit({ kind: "done", step: metadataOf(step), found: step.found?.op });
    // components and the stack show their outputs when they register them
    if (planning || step.op === "refresh" || subjectOf(step).custom || !step.registration) {
      run.emit({ kind: "outputs", step: metadataOf(step), planning });
    }
    if (step.registration && step.op !== "replace" && step.op !== "import" && step.op !== "import-replacement") {
      const state = subjectOf(step);
      step.registration.done({ state, outcome: "success", ...(step.skippedCreate && { unknown: true }) });
    }
    step.complete?.(step.new);
    if (run.outcome.afterHookFailed && !run.options.continueOnError) this.stop();
    return true;
  }

  #failed(step: Step, error: unknown): void {
    const run = this.#run;
    const inDoubt = error instanceof ProviderError && IN_DOUBT.has(error.status) && error.name === "ProviderError";
    if (inDoubt) run.outcome.maybeCorrupt = true;
    // a preview says what would fail, in words only
    if (!run.options.preview) run.emit({ kind: "failed", step: metadataOf(step), status: inDoubt ? 2 : 1 });
    if (!(error instanceof Bail)) {
      const prefix = run.options.preview ? "Preview failed: " : "";
      diagnose(run, "error", step.urn, prefix + failureText(error));
    }
    this.failure ??= error;
    step.fail?.(error);
    if (run.options.continueOnError || error instanceof ProtectedError) {
      this.#noteFailed(step);
      step.registration?.done({ state: subjectOf(step), outcome: "fail" });
    } else if (!this.keepGoing) this.stop();
  }

  async #enter(): Promise<void> {
    while (this.#busy >= this.#run.options.parallel && !this.#stopped) {
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    this.#busy++;
  }

  #leave(): void {
    this.#busy--;
    this.#waiting.shift()?.();
  }
}
