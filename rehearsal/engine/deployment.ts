import { isProviderType, isStackUrn, makeUrn } from "../wire/urn.ts";
import { type Properties } from "../wire/value.ts";
import { type Deletes, planDeletes } from "./plan/deletes.ts";
import { type Plan, Planner } from "./plan/planner.ts";
import { planRead, type ReadGoal } from "./plan/reads.ts";
import type { Goal, ResourceState } from "./resource.ts";
import { Bail, diagnose, messageOf, type Run } from "./run.ts";
import { Executor } from "./steps/executor.ts";
import { metadataOf, type RegisterResult, type Registration, type Step } from "./steps/step.ts";

/** The engine is shutting down: nobody waits for an answer any more. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/**
 * The loop of one operation: registrations are planned one at a time, their steps run several at a time, and the
 * first failure stops both.
 */
export class Deployment {
  readonly run: Run;
  readonly planner: Planner;
  readonly executor: Executor;
  readonly #waiting = new Set<(error: Error) => void>();
  readonly #inFlight = new Map<string, Set<Promise<unknown>>>();
  readonly #children = new Map<string, string[]>();
  readonly #registered = new Map<string, Step>();
  /** Chains that delete a resource to make room, by its URN. */
  readonly #going = new Map<string, Promise<unknown>>();
  readonly #stopped: Promise<void>;
  #resolveStopped: () => void = () => undefined;
  #stackOutputs: { readonly urn: string; readonly outputs: Properties } | undefined;
  #queue: Promise<void> = Promise.resolve();
  #busy = 0;
  #idle: (() => void)[] = [];
  /** Planning failed, or somebody called off the operation; what went wrong has been reported. */
  bailed = false;

  constructor(run: Run, planner: Planner) {
    this.run = run;
    this.planner = planner;
    this.#stopped = new Promise((resolve) => {
      this.#resolveStopped = resolve;
    });
    this.executor = new Executor(run, () => this.#stop());
  }

  /** Resolves when the operation cannot go on. */
  get stopped(): Promise<void> {
    return this.#stopped;
  }

  abort(): void {
    this.bailed = true;
    this.executor.stop();
  }

  register(goal: Goal): Promise<RegisterResult> {
    const { stack, project } = this.run.options;
    const urn = makeUrn(stack, project, goal.parent, goal.type, goal.name);
    const done = this.#submit(urn, (registration) => this.planner.register(goal, registration));
    return this.#track(goal.parent, done);
  }

  read(goal: ReadGoal): Promise<RegisterResult> {
    const { stack, project } = this.run.options;
    const urn = makeUrn(stack, project, goal.parent, goal.type, goal.name);
    return this.#track(
      goal.parent,
      this.#submit(urn, (registration) => Promise.resolve(planRead(this.planner, goal, registration))),
    );
  }

  async registerOutputs(urn: string, outputs: Properties): Promise<void> {
    if (this.executor.stopped && !isStackUrn(urn)) throw new Stopped();
    if (isStackUrn(urn)) this.#stackOutputs = { urn, outputs };
    else await this.#complete(urn, outputs);
  }

  /** Whether a resource, or one below a component, has no id yet. First waits for registrations under way below. */
  async hasUnresolved(urns: readonly string[]): Promise<boolean> {
    const { news } = this.run;
    const below = new Set(urns);
    // grows while it is walked
    for (const urn of below) {
      await Promise.allSettled(this.#inFlight.get(urn) ?? new Set<Promise<unknown>>());
      const state = news.get(urn);
      if (state?.custom && state.id === "" && !isProviderType(state.type)) return true;
      if (state && !state.custom) for (const child of this.#children.get(urn) ?? []) below.add(child);
    }
    return false;
  }

  /** Waits until nothing is planned or running. */
  async drain(): Promise<void> {
    while (this.#busy > 0) await new Promise<void>((wake) => this.#idle.push(wake));
  }

  /** Deletes what is left over, once the program has ended well. */
  async deleteLeftovers(): Promise<void> {
    await this.#guard("", async () => {
      const planned = await this.#planDeletes();
      if (!planned) return;
      const { keeps, waves } = planned;
      await this.executor.chain(keeps);
      const blocked = new Set<ResourceState>();
      const { graph } = this.run.base;
      const { failedSteps } = this.executor;
      let followed = 0;
      for (const wave of waves) {
        for (const { old, new: state } of failedSteps.slice(followed)) {
          for (const entry of [old, state]) if (entry) graph.collectDependencies(entry, blocked);
        }
        followed = failedSteps.length;
        await this.executor.parallel(wave.filter(({ old }) => !blocked.has(old as ResourceState)));
        if (this.executor.stopped) return;
      }
    });
  }

  async #planDeletes(): Promise<Deletes | undefined> {
    try {
      return await planDeletes(this.planner);
    } catch (error) {
      if (!(error instanceof Bail)) throw error;
      this.executor.stop();
      return undefined;
    }
  }

  /** Looks at all of these, whatever single ones say. */
  async runRefresh(steps: readonly Step[]): Promise<void> {
    this.executor.keepGoing = true;
    await this.executor.parallel(steps);
    this.executor.keepGoing = false;
  }

  /** Writes the stack's outputs; after a failure the old ones stay where there is no new one. */
  async finalizeStackOutputs(failed: boolean): Promise<void> {
    if (!this.#stackOutputs) return;
    const { urn, outputs } = this.#stackOutputs;
    if (!this.#registered.has(urn)) return;
    const olds = this.run.base.get(urn)?.outputs ?? {};
    await this.#complete(urn, failed ? { ...olds, ...outputs } : outputs);
  }

  async #complete(urn: string, outputs: Properties): Promise<void> {
    const step = this.#registered.get(urn);
    if (!step?.new) throw new Error(`cannot complete a resource '${urn}' whose registration isn't pending`);
    this.#registered.delete(urn);
    if (step.skippedCreate) return;
    const state = step.new;
    state.outputs = outputs;
    this.run.snapshot.touch();
    const subject = { urn, hooks: state.hooks, new: state, ...(step.old && { old: step.old }) };
    const data = { id: state.id, newInputs: state.inputs, newOutputs: outputs };
    if (step.op === "create") await this.run.hooks.after("afterCreate", subject, data);
    else if (step.op === "update" && step.old) {
      const { inputs: oldInputs, outputs: oldOutputs } = step.old;
      await this.run.hooks.after("afterUpdate", subject, { ...data, oldInputs, oldOutputs });
    }
    this.run.emit({ kind: "outputs", step: metadataOf(step), planning: this.run.options.preview });
    if (this.run.outcome.afterHookFailed && !this.run.options.continueOnError) this.executor.stop();
  }

  #submit(urn: string, plan: (registration: Registration) => Promise<Plan>): Promise<RegisterResult> {
    return new Promise((resolve, reject) => {
      if (this.executor.stopped) return reject(new Stopped());
      this.#waiting.add(reject);
      const done = (result: RegisterResult): void => {
        this.#waiting.delete(reject);
        resolve(result);
      };
      this.#plan(urn, () => plan({ done }));
    });
  }

  #plan(urn: string, make: () => Promise<Plan>): void {
    this.#busy++;
    this.#queue = this.#queue.then(async () => {
      if (this.executor.stopped) return this.#finished();
      const plan = await this.#guard(urn, make);
      if (!plan) return this.#finished();
      // steps run beside the planning of what comes next
      void this.#execute(urn, plan);
    });
  }

  async #execute(urn: string, plan: Plan): Promise<void> {
    for (const step of plan.steps) {
      if (step.new && (step.op === "create" || step.op === "update" || step.op === "same" || step.op === "replace")) {
        this.#registered.set(step.urn, step);
      }
    }
    const done = this.#afterDeletes(plan.steps);
    for (const { urn: going, pendingReplacement } of plan.steps) if (pendingReplacement) this.#going.set(going, done);
    if ((await done) && plan.next) this.#plan(urn, plan.next);
    this.#finished();
  }

  /** A resource that goes down with another one may come back only when it is gone. */
  async #afterDeletes(steps: readonly Step[]): Promise<boolean> {
    for (const { op, urn, old } of steps) {
      const going = op === "create-replacement" ? this.#going.get(urn) : undefined;
      if (!going) continue;
      await going;
      if (!old?.pendingReplacement) return this.executor.passOver(steps);
    }
    return await this.executor.chain(steps);
  }

  async #guard<Result>(urn: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Bail)) diagnose(this.run, "error", urn, messageOf(error));
      this.abort();
      return undefined;
    }
  }

  #finished(): void {
    this.#busy--;
    if (this.#busy === 0) for (const wake of this.#idle.splice(0)) wake();
  }

  #track(parent: string, work: Promise<RegisterResult>): Promise<RegisterResult> {
    if (!parent) return work;
    const note = ({ state }: RegisterResult): void => {
      const children = this.#children.get(parent);
      if (children) children.push(state.urn);
      else this.#children.set(parent, [state.urn]);
    };
    work.then(note, () => undefined);
    const set = this.#inFlight.get(parent) ?? new Set();
    this.#inFlight.set(parent, set);
    set.add(work);
    const drop = (): unknown => set.delete(work);
    work.then(drop, drop);
    return work;
  }

  #stop(): void {
    for (const reject of this.#waiting) reject(new Stopped());
    this.#waiting.clear();
    this.#resolveStopped();
  }
}
