import type { EngineEvent, PackInfo } from "../../engine/events.ts";
import type { Flags, OperationRequest, OperationResult, Verb } from "../../engine/operations/request.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import type { ReportFinding, ReportStep } from "../../report/model.ts";
import type { Twin } from "../../twin/index.ts";
import { asksDryRun } from "../project/dry-run.ts";
import { unprotector } from "./decommission.ts";
import type { Engine } from "./engine.ts";
import { EventLog } from "./event-log.ts";
import type { RehearseOptions } from "./options.ts";
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
  readonly redactor = new Redactor();
  readonly events = new EventLog();
  readonly steps: ReportStep[] = [];
  readonly findings: ReportFinding[] = [];
  readonly twin: Twin;
  packs: readonly PackInfo[] = [];
  state: StackState;
  /** After the last up, or as the last preview would make it. */
  estate: StackState;
  broken = false;
  interrupted = false;
  readonly #options: RehearseOptions;
  readonly #engine: Engine;
  readonly #signal: AbortSignal;
  readonly #onState: (step: number, verb: string, state: StackState) => void;
  readonly #onChange: (step: number, verb: string, state: () => StackState) => void;

  constructor(
    setup: Setup,
    twin: Twin,
    engine: Engine,
    options: RehearseOptions,
    signal: AbortSignal,
    onState: (step: number, verb: string, state: StackState) => void,
    onChange: (step: number, verb: string, state: () => StackState) => void,
  ) {
    this.setup = setup;
    this.twin = twin;
    this.#engine = engine;
    this.#options = options;
    this.#signal = signal;
    this.#onState = onState;
    this.#onChange = onChange;
    this.state = setup.start.state;
    this.estate = setup.start.state;
    for (const { value, secret } of setup.settings.config.values.values()) if (secret) this.redactor.learn(value);
    const { resources } = setup.start.state;
    for (const { inputs, outputs } of resources) for (const bag of [inputs, outputs]) this.redactor.learnFrom(bag);
    twin.world.seed(resources.filter(({ custom }) => custom).map((resource) => providerConfigOf(resource, resources)));
  }

  async run(script: readonly ScriptStep[], watcher: Watcher): Promise<void> {
    for (const [i, step] of script.entries()) {
      watcher.begin(i + 1, script.length, step);
      const done = await this.#step(i + 1, step, watcher);
      this.steps.push(done);
      watcher.end(done);
      if (this.#signal.aborted) this.interrupted = true;
      if (done.result !== "succeeded") return;
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
    const { result } =
      step.verb === "decommission"
        ? await this.#decommission(number, emit)
        : await this.#operation(number, step.verb, step.flags, emit);
    const problems = result === "succeeded" ? this.#problems(step, recording) : [];
    this.findings.push(...recording.findings);
    const { verb, title } = step;
    return recording.finish({
      number,
      verb,
      title,
      result,
      problems,
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

  /** Takes every protection off, then deletes everything. No policy is asked: this step has its own waiver. */
  async #decommission(number: number, emit: (event: EngineEvent) => void): Promise<OperationResult> {
    const opened = await this.#operation(number, "up", {}, emit, { edit: unprotector(this.state), packs: [] });
    return opened.result === "succeeded" ? await this.#operation(number, "destroy", {}, emit) : opened;
  }

  async #operation(
    number: number,
    verb: Verb,
    flags: Flags,
    emit: (event: EngineEvent) => void,
    more: Partial<OperationRequest> = {},
  ): Promise<OperationResult> {
    const { setup } = this;
    const { project, settings, program, packs, stackOutputs, asOf } = setup;
    const time = new Date(Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) + number * 60_000);
    const outcome = await this.#engine.operate({
      verb,
      flags,
      program,
      packs,
      emit,
      identity: { organization: this.#options.organization, project: project.name, stack: settings.name },
      state: this.state,
      config: settings.config,
      packEnv: { ARCHIPEL_AS_OF: asOf },
      stackOutputs: (name) => stackOutputs.get(name),
      // times are part of the state: they follow the script, not the wall
      now: () => time,
      seed: this.#options.seed,
      parallel: this.#options.parallel,
      idleMs: this.#options.idle * 1000,
      signal: this.#signal,
      onStateChange: (state) => this.#onChange(number, verb, state),
      ...more,
    });
    this.broken ||= outcome.broken;
    if (verb === "preview") return outcome;
    this.#letGo(this.state, outcome.state);
    this.state = outcome.state;
    if (verb === "up" && !more.edit) this.estate = outcome.state;
    this.#onState(number, more.edit ? "unprotect" : verb, outcome.state);
    return outcome;
  }

  /** No provider is asked to delete what is said to go with something else: it goes here. */
  #letGo(before: StackState, after: StackState): void {
    const there = new Set(after.resources.map(({ urn }) => urn));
    for (const { urn, deletedWith } of before.resources) {
      if (deletedWith && !there.has(urn) && !there.has(deletedWith)) this.twin.world.remove(urn);
    }
  }
}
