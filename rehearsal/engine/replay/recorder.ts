import type { Properties } from "../../wire/value.ts";
import { Deployment } from "../deployment.ts";
import type { Planner } from "../plan/planner.ts";
import type { ReadGoal } from "../plan/reads.ts";
import type { Goal } from "../resource.ts";
import type { Run } from "../run.ts";
import type { RegisterResult } from "../steps/step.ts";

/** What a resource was for the program once it was there. */
export interface Answer {
  readonly urn: string;
  readonly id: string;
  readonly outputs: Properties;
}
/** One thing that a program asked for. The answer is absent where it got none. */
export type Asked =
  | { readonly kind: "register"; readonly goal: Goal; answer?: Answer }
  | { readonly kind: "read"; readonly goal: ReadGoal; answer?: Answer }
  | { readonly kind: "outputs"; readonly urn: string; readonly outputs: Properties };

/** What one run of a program asked for, in the order in which it asked. */
export class Recorder {
  readonly asked: Asked[] = [];
}

/** A deployment that notes what it is asked for: default providers too, after transforms and edits. */
export class RecordedDeployment extends Deployment {
  readonly #recorder: Recorder;

  constructor(run: Run, planner: Planner, recorder: Recorder) {
    super(run, planner);
    this.#recorder = recorder;
  }

  override register(goal: Goal): Promise<RegisterResult> {
    return this.#answered({ kind: "register", goal }, super.register(goal));
  }
  override read(goal: ReadGoal): Promise<RegisterResult> {
    return this.#answered({ kind: "read", goal }, super.read(goal));
  }
  override registerOutputs(urn: string, outputs: Properties): Promise<void> {
    this.#recorder.asked.push({ kind: "outputs", urn, outputs });
    return super.registerOutputs(urn, outputs);
  }

  async #answered(
    asked: Extract<Asked, { kind: "register" | "read" }>,
    result: Promise<RegisterResult>,
  ): Promise<RegisterResult> {
    this.#recorder.asked.push(asked);
    const told = await result;
    asked.answer = answerOf(told);
    return told;
  }
}

/** A component's outputs are the program's own. */
export const answerOf = ({ state: { urn, id, outputs, custom } }: RegisterResult): Answer => ({
  urn,
  id,
  outputs: custom ? outputs : {},
});
