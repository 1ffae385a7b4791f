import type { EngineEvent, Result } from "../../engine/events.ts";
import type { OperationResult, Verb } from "../../engine/operations/request.ts";
import type { ResourceState } from "../../engine/resource.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import type { ReportAdoption } from "../../report/model.ts";
import { chosen, drift, vanish } from "./behind.ts";
import { unprotector } from "./decommission.ts";
import { editorOf } from "./edit.ts";
import type { Operator } from "./operator.ts";
import { recover } from "./recover.ts";
import type { ScriptStep, ScriptVerb, Target } from "./script.ts";

/** One step of a script, and who does it. */
export interface Performance {
  readonly step: ScriptStep;
  readonly number: number;
  readonly operator: Operator;
  readonly emit: (event: EngineEvent) => void;
  readonly onState: (step: number, verb: string, state: StackState) => void;
}
export interface Performed {
  readonly result: Result;
  readonly broken: boolean;
  /** Objects changed or deleted behind the engine's back. */
  readonly touched: readonly ResourceState[];
  readonly adopted: readonly ReportAdoption[];
}
type Perform = (performance: Performance) => Promise<Performed>;
type Outcome = Pick<Performed, "result" | "broken">;

/** Does what a step asks for. */
export const perform: Perform = (performance) => DOES[performance.step.verb](performance);

const done = ({ result, broken }: Outcome, more: Partial<Performed> = {}): Performed => ({
  result,
  broken,
  touched: [],
  adopted: [],
  ...more,
});

const look: Perform = async (performance) => done(await run(performance, "preview"));

/** Runs a command, on the program as the step edits it. */
async function run({ step, number, operator, emit }: Performance, verb: Verb): Promise<OperationResult> {
  const editor = step.edits && editorOf(step.edits);
  const outcome = await operator.run(number, verb, step.flags, emit, editor && { edit: editor.edit });
  const unused = editor?.unused() ?? [];
  for (const { set: _, ...target } of unused) {
    const message = `edit: nothing that the program registers as ${targetText(target)} was changed by it`;
    emit({ kind: "diagnostic", severity: "error", urn: "", message });
  }
  return unused.length > 0 ? { ...outcome, result: "failed" } : outcome;
}

const command =
  (verb: "up" | "refresh" | "destroy"): Perform =>
  async (performance) => {
    const outcome = await run(performance, verb);
    performance.onState(performance.number, verb, performance.operator.state);
    return done(outcome);
  };

/** Takes every protection off, then deletes everything. No policy is asked: this step has its own waiver. */
const decommission: Perform = async ({ number, operator, emit, onState }) => {
  const opened = await operator.run(number, "up", {}, emit, { edit: unprotector(operator.state), packs: [] });
  onState(number, "unprotect", operator.state);
  if (opened.result !== "succeeded") return done(opened);
  const gone = await operator.run(number, "destroy", {}, emit);
  onState(number, "destroy", operator.state);
  return done(gone);
};

const recovery: Perform = async ({ step, number, operator, emit, onState }) => {
  const { result, adopted } = await recover(operator, number, step.flags, emit);
  onState(number, "recover", operator.state);
  return done(result, { adopted });
};

const behind =
  (change: (operator: Operator, entry: ResourceState, step: ScriptStep) => boolean): Perform =>
  (performance) => {
    const { step, operator, emit } = performance;
    const meant = chosen(operator.state.resources, step.target ?? {});
    const touched = meant.filter((entry) => change(operator, entry, step));
    if (touched.length === 0) {
      const message = `${step.verb}: no object of the state fits ${targetText(step.target ?? {})}`;
      emit({ kind: "diagnostic", severity: "error", urn: "", message });
    }
    const list = touched.map(
      ({ urn }) => ({ kind: "diagnostic", severity: "info", urn, message: said(step) }) as const,
    );
    for (const event of list) emit(event);
    return Promise.resolve(done({ result: touched.length > 0 ? "succeeded" : "failed", broken: false }, { touched }));
  };

const said = ({ verb, set }: ScriptStep): string =>
  verb === "drift"
    ? `changed behind the engine's back: ${Object.keys(set ?? {}).join(", ")}`
    : "deleted behind the engine's back";
const targetText = (target: Target): string =>
  Object.entries(target)
    .map(([part, pattern]) => `${part} '${pattern as string}'`)
    .join(" and ");

const DOES: { readonly [verb in ScriptVerb]: Perform } = {
  preview: look,
  up: command("up"),
  refresh: command("refresh"),
  destroy: command("destroy"),
  decommission,
  recover: recovery,
  drift: behind(({ twin }, entry, { set }) => drift(twin.world, entry, set ?? {})),
  vanish: behind(({ twin }, entry) => vanish(twin.world, entry)),
};
