import type { EngineEvent } from "../../engine/events.ts";
import type { Flags, OperationResult, Verb } from "../../engine/operations/request.ts";
import type { ResourceState } from "../../engine/resource.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import { ArmedFaults, Arsenal, type Fault, type Planned } from "../../twin/fault/index.ts";
import type { Twin } from "../../twin/index.ts";
import { isProviderType, nameOf } from "../../wire/urn.ts";
import { type Engine, type EngineRequest, engineOn } from "./engine.ts";
import type { Judgements } from "./judgements.ts";
import type { RehearseOptions } from "./options.ts";
import type { Redactor } from "./redactor.ts";
import type { Setup } from "./setup.ts";

export interface OperatorParts {
  readonly setup: Setup;
  readonly options: Pick<RehearseOptions, "organization" | "seed" | "parallel" | "idle">;
  readonly twin: Twin;
  /** Decides, on the arsenal's clouds. */
  readonly engine: Engine;
  readonly arsenal: Arsenal;
  readonly signal: AbortSignal;
  /** Where packs write all their verdicts. */
  readonly judgements?: Judgements;
  /** Learns every secret that an object has. */
  readonly redactor: Redactor;
  readonly onChange?: (step: number, verb: string, state: () => StackState) => void;
}
type Emit = (event: EngineEvent) => void;

/** Whoever runs Pulumi's commands on one stack, one after the other; faults strike what is armed. */
export class Operator {
  readonly twin: Twin;
  readonly signal: AbortSignal;
  state: StackState;
  /** What the creations wanted that failed since the last deployment that went well, by URN. */
  readonly doubts = new Map<string, ResourceState>();
  readonly #parts: OperatorParts;

  constructor(parts: OperatorParts) {
    this.#parts = parts;
    this.twin = parts.twin;
    this.signal = parts.signal;
    this.state = parts.setup.start.state;
  }

  /** One on clouds in this process. */
  static on(twin: Twin, parts: Omit<OperatorParts, "twin" | "engine" | "arsenal">): Operator {
    const arsenal = new Arsenal(twin);
    return new Operator({ ...parts, twin, arsenal, engine: engineOn(arsenal.source) });
  }

  get armed(): ArmedFaults {
    return this.#parts.arsenal.armed;
  }

  /** Runs one command; afterwards the state is what it left. */
  async run(
    number: number,
    verb: Verb,
    flags: Flags,
    emit: Emit,
    more: Partial<EngineRequest> = {},
  ): Promise<OperationResult> {
    const { setup, options, engine, signal, judgements, onChange } = this.#parts;
    const { project, settings, program, packs, packEnv, stackOutputs, asOf } = setup;
    const time = new Date(Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) + number * 60_000);
    const killed = new Deathbed(this.state);
    this.armed.onCrash = () => killed.die();
    const outcome = await engine.operate({
      verb,
      flags,
      program,
      packs,
      emit: (event) => {
        if (killed.state && event.kind !== "summary") return;
        this.#note(event);
        emit(event);
      },
      identity: { organization: options.organization, project: project.name, stack: settings.name },
      state: this.state,
      config: settings.config,
      packEnv: {
        ...packEnv,
        ARCHIPEL_AS_OF: asOf,
        ...(judgements && { ARCHIPEL_FINDINGS: judgements.fileOf(number) }),
      },
      stackOutputs: (name) => stackOutputs.get(name),
      // times are part of the state: they follow the script, not the wall
      now: () => time,
      seed: options.seed,
      parallel: options.parallel,
      idleMs: options.idle * 1000,
      signal,
      onStateChange: (state) => {
        killed.latest = state;
        if (!killed.state) onChange?.(number, verb, state);
      },
      ...more,
    });
    if (verb === "preview" || more.previewOnly) return outcome;
    const state = killed.state ?? outcome.state;
    if (verb === "up" && outcome.result === "succeeded") this.doubts.clear();
    this.#letGo(this.state, state);
    this.state = state;
    return { ...outcome, state, broken: outcome.broken && !killed.state };
  }

  /** What a command is about to do to objects. */
  async foresee(verb: Verb, flags: Flags): Promise<Planned[]> {
    const planned: Planned[] = [];
    const look = (event: EngineEvent): void => {
      if (event.kind !== "pre" || isProviderType(event.step.type) || !(event.step.new ?? event.step.old)?.custom)
        return;
      const operation = EFFECTS[event.step.op];
      if (operation) planned.push({ operation, type: event.step.type, name: nameOf(event.step.urn) });
    };
    await this.run(0, verb === "up" ? "preview" : verb, flags, look, { previewOnly: true, packs: [] });
    return planned;
  }

  arm(faults: readonly Fault[]): void {
    this.#parts.arsenal.armed = new ArmedFaults(faults);
  }

  #note(event: EngineEvent): void {
    this.#learn(event);
    if (event.kind !== "failed" || EFFECTS[event.step.op] !== "create") return;
    const { urn, new: wanted } = event.step;
    if (wanted) this.doubts.set(urn, wanted);
  }

  #learn(event: EngineEvent): void {
    const known =
      event.kind === "left"
        ? event.resources
        : event.kind === "done" || event.kind === "failed"
          ? [event.step.new]
          : [];
    for (const bag of known.flatMap((one) => (one ? [one.inputs, one.outputs] : [])))
      this.#parts.redactor.learnFrom(bag);
  }

  /** No provider is asked to delete what is said to go with something else: it goes here. */
  #letGo(before: StackState, after: StackState): void {
    const there = new Set(after.resources.map(({ urn }) => urn));
    for (const { urn, deletedWith } of before.resources) {
      if (deletedWith && !there.has(urn) && !there.has(deletedWith)) this.twin.world.remove(urn);
    }
  }
}

const EFFECTS: { readonly [op: string]: Planned["operation"] } = {
  create: "create",
  "create-replacement": "create",
  update: "update",
  delete: "delete",
  "delete-replaced": "delete",
};

/** Keeps what a killed engine had written down last. */
class Deathbed {
  latest: () => StackState;
  state: StackState | undefined;

  constructor(before: StackState) {
    this.latest = () => before;
  }

  die(): void {
    const { resources, pending, plugins } = this.latest();
    // entries go on changing while steps end that nobody hears of any more
    this.state = {
      plugins,
      resources: resources.map((one) => ({ ...one })),
      pending: pending.map(({ type, resource }) => ({ type, resource: { ...resource } })),
    };
  }
}
