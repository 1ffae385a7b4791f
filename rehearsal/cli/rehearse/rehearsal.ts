import type { EngineEvent, PackInfo } from "../../engine/events.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import { asAsked } from "../../report/faults.ts";
import type { ReportFinding, ReportStep } from "../../report/model.ts";
import { counted } from "../../report/words.ts";
import type { Arsenal } from "../../twin/fault/index.ts";
import type { Twin } from "../../twin/index.ts";
import { asksDryRun } from "../project/dry-run.ts";
import { Aftermath } from "./aftermath.ts";
import type { Engine } from "./engine.ts";
import { EventLog } from "./event-log.ts";
import { faultsFor, firedOf, unfiredProblems } from "./faults.ts";
import { Judgements } from "./judgements.ts";
import { Operator } from "./operator.ts";
import type { RehearseOptions } from "./options.ts";
import { perform } from "./perform.ts";
import { providerConfigOf } from "./provider-config.ts";
import { StepRecording } from "./recording.ts";
import { Redactor } from "./redactor.ts";
import type { ScriptStep } from "./script.ts";
import type { Setup } from "./setup.ts";

/** Who watches a rehearsal while it runs. */
export interface Watcher {
  begin(number: number, total: number, step: ScriptStep): void;
  /** `hide` takes secrets out of a text. */
  note(event: EngineEvent, hide: (text: string) => string): void;
  end(step: ReportStep): void;
}

/** One script on one program: runs the steps in order, each on what the one before left. */
export class Rehearsal {
  readonly setup: Setup;
  readonly redactor: Redactor;
  readonly events = new EventLog();
  readonly steps: ReportStep[] = [];
  readonly findings: ReportFinding[] = [];
  readonly judgements = new Judgements();
  readonly twin: Twin;
  packs: readonly PackInfo[] = [];
  /** After the last up, or as the last preview would make it. */
  estate: StackState;
  broken = false;
  /** Where somebody interrupted it, and what is missing since. */
  interruption: string | undefined;
  readonly #options: RehearseOptions;
  readonly #operator: Operator;
  readonly #aftermath: Aftermath;
  readonly #signal: AbortSignal;
  readonly #onState: (step: number, verb: string, state: StackState) => void;

  constructor(
    setup: Setup,
    twin: Twin,
    arsenal: Arsenal,
    engine: Engine,
    options: RehearseOptions,
    signal: AbortSignal,
    onState: (step: number, verb: string, state: StackState) => void,
    onChange: (step: number, verb: string, state: () => StackState) => void,
  ) {
    this.setup = setup;
    this.twin = twin;
    this.#options = options;
    this.#signal = signal;
    this.#onState = onState;
    this.redactor = Redactor.of(setup);
    this.#operator = new Operator({
      setup,
      options,
      twin,
      arsenal,
      engine,
      signal,
      judgements: this.judgements,
      redactor: this.redactor,
      onChange,
    });
    this.#aftermath = new Aftermath(twin.world);
    this.estate = setup.start.state;
    const { resources } = setup.start.state;
    twin.world.seed(resources.filter(({ custom }) => custom).map((resource) => providerConfigOf(resource, resources)));
  }

  get state(): StackState {
    return this.#operator.state;
  }

  async run(script: readonly ScriptStep[], watcher: Watcher): Promise<void> {
    for (const [i, step] of script.entries()) {
      watcher.begin(i + 1, script.length, step);
      const done = await this.#step(i + 1, step, watcher);
      this.steps.push(done);
      watcher.end(done);
      if (this.#signal.aborted) {
        const missing = script.length - i - 1;
        const rest =
          missing > 0 ? `; ${counted(missing, "step")} of the script ${missing === 1 ? "is" : "are"} missing` : "";
        this.interruption = `interrupted in step ${i + 1} (${step.title})${rest}`;
        return;
      }
      // what a fault broke is what the rest of the script is about
      if (done.result !== "succeeded" && !asAsked(done)) return;
    }
  }

  async #step(number: number, step: ScriptStep, watcher: Watcher): Promise<ReportStep> {
    const started = performance.now();
    const recording = new StepRecording(
      number,
      this.redactor,
      () => Math.round(performance.now() - started),
      (pack, policy) => this.packs.find(({ name }) => name === pack)?.policies.find(({ name }) => name === policy),
    );
    const emit = (event: EngineEvent): void => {
      if (event.kind === "packs" && event.packs.length > 0) this.packs = event.packs;
      recording.note(event);
      this.events.note(event);
      watcher.note(event, (text) => this.redactor.redact(text));
    };
    const operator = this.#operator;
    const before = operator.state;
    operator.arm(await faultsFor(step, operator, this.#options.seed));
    const done = await perform({ step, number, operator, emit, onState: this.#onState });
    const faults = firedOf(operator);
    const unfired = unfiredProblems(operator);
    operator.arm([]);
    this.broken ||= done.broken;
    if (step.verb === "up" || step.verb === "recover") this.estate = operator.state;
    this.#aftermath.note(step, { before, faults, touched: done.touched });
    const breaches = done.result === "succeeded" ? this.#aftermath.breaches(step, operator.state, faults) : [];
    const problems =
      done.result === "succeeded"
        ? [...this.#problems(step, recording), ...this.#aftermath.problems(step, recording.operations, breaches)]
        : [];
    this.findings.push(...recording.findings);
    this.judgements.note(number, step.verb, (line) => this.redactor.redactLine(line));
    const { verb, title } = step;
    return recording.finish({
      number,
      verb,
      title,
      result: done.result,
      problems: [...problems, ...unfired],
      faults,
      adopted: [...done.adopted],
      breaches,
      durationMs: Math.round(performance.now() - started),
    });
  }

  #problems(step: ScriptStep, recording: StepRecording): string[] {
    const { same: _, read: _read, ...changes } = recording.changes;
    const changed = Object.entries(changes).filter(([, count]) => count > 0);
    const list = changed.map(([op, count]) => `${count} ${op}`).join(", ");
    const problems: string[] = [];
    if (step.expectQuiet && changed.length > 0) {
      problems.push(
        step.verb === "refresh"
          ? `drift right after the deployment: ${list}`
          : `the same program changes something again: ${list}${this.#why()}`,
      );
    }
    if (step.verb === "decommission" || step.verb === "destroy") {
      const left = this.twin.world
        .remaining()
        .filter(({ tombstone, origin }) => tombstone === undefined && origin === "created");
      if (left.length > 0)
        problems.push(
          `${left.length} objects are left: ${left
            .slice(0, 5)
            .map(({ id }) => id)
            .join(", ")}`,
        );
    }
    return problems;
  }

  #why(): string {
    const asks = asksDryRun(this.setup.program.directory);
    return asks ? ` (it asks isDryRun() in ${asks}: its preview need not be what its up does)` : "";
  }
}
