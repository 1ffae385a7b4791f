import { ProviderError } from "../../wire/provider.ts";
import type { ArmedFaults, Call } from "./armed.ts";
import { type Failures, PLAIN_FAILURES } from "./failures.ts";
import type { Fault, FaultKind, FaultPoint, Refusal } from "./fault.ts";

/** How a call that has an effect can fail in the middle. */
export interface Middle<Result> {
  /** Seconds; 0 is the provider's own limit, which is not modelled. */
  readonly timeoutSeconds: number;
  /** The object is there and not ready; absent where it is one that goes. */
  readonly unready?: (result: Result, reason: string) => ProviderError;
}

/** A slow call takes its time on paper; really it only lets the others go first. */
const REAL_MS = 20;

/** What strikes the calls of one provider process. */
export class Blows {
  readonly #armed: () => ArmedFaults;
  readonly #failures: Failures;
  #gone = false;

  constructor(armed: () => ArmedFaults, failures: Failures = PLAIN_FAILURES) {
    this.#armed = armed;
    this.#failures = failures;
  }

  /** Does what the call asks for, unless a fault strikes it. */
  async around<Result>(call: Call, effect: () => Promise<Result>, middle?: Middle<Result>): Promise<Result> {
    const armed = this.#armed();
    for (let tries = 0; ; tries++) {
      if (armed.crashed) throw KILLED;
      if (this.#gone) throw gone();
      const fault = armed.take(call);
      if (!fault) return await effect();
      if (fault.point === "before-effect" && tries < this.#retriesOf(fault)) armed.note(fault, call, "absorbed");
      else if (fault.kind === "slow") return await this.#slow(fault, call, effect, middle);
      else return await this.#fail(fault, call, effect, middle);
    }
  }

  /** Whether nothing answers this call and all like it. */
  isOut(call: Call): boolean {
    return this.#armed().isOut(call);
  }

  // an endless failure of a cloud that is asked without end comes out when time is over
  #retriesOf({ kind, times }: Fault): number {
    const retries = this.#failures.retries[kind as Refusal] ?? 0;
    return times === Infinity && retries === Infinity ? 0 : retries;
  }

  async #slow<Result>(
    fault: Fault,
    call: Call,
    effect: () => Promise<Result>,
    middle: Middle<Result> | undefined,
  ): Promise<Result> {
    const { delaySeconds = 0 } = fault;
    const limit = middle?.timeoutSeconds ?? 0;
    await new Promise((wake) => setTimeout(wake, Math.min(REAL_MS, delaySeconds * 1000)));
    if (limit > 0 && delaySeconds > limit) {
      return await this.#fail({ ...fault, kind: "timeout", point: "after-effect" }, call, effect, middle, fault);
    }
    this.#armed().note(fault, call, "delayed");
    return await effect();
  }

  async #fail<Result>(
    fault: Fault,
    call: Call,
    effect: () => Promise<Result>,
    middle: Middle<Result> | undefined,
    asked = fault,
  ): Promise<never> {
    const result = HAS_EFFECT[fault.point](call) ? { made: await effect() } : undefined;
    this.#armed().note(asked, call, "failed");
    const failure = this.#failure(fault.kind);
    const unready = fault.point === "waiting" && !isCrash(fault.kind) ? middle?.unready : undefined;
    throw result && unready ? unready(result.made, failure.message) : failure;
  }

  #failure(kind: FaultKind): ProviderError {
    if (kind === "crash-engine") {
      this.#armed().crash();
      return KILLED;
    }
    if (kind === "crash-provider") {
      this.#gone = true;
      return gone();
    }
    const [status, words] = this.#failures.words[kind as Refusal];
    return new ProviderError(status, words);
  }
}

const KILLED = new ProviderError("cancelled", "the engine was killed");
const gone = (): ProviderError => new ProviderError("unavailable", "error reading from server: EOF");
const isCrash = (kind: FaultKind): boolean => kind === "crash-engine" || kind === "crash-provider";

/** An object that goes slowly is still there while one waits for its end. */
const HAS_EFFECT: { readonly [point in FaultPoint]: (call: Call) => boolean } = {
  "before-effect": () => false,
  "after-effect": () => true,
  waiting: ({ operation }) => operation !== "delete",
};
