import { changesSaid } from "../changes.ts";
import type { ReportStep } from "../model.ts";
import { duration } from "../words.ts";

/** How progress is shown. */
export interface ProgressOptions {
  readonly stream: NodeJS.WritableStream;
  readonly interactive: boolean;
  readonly color: boolean;
  readonly width: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}
/** The step that begins. */
export interface StepBegin {
  readonly number: number;
  readonly total: number;
  readonly title: string;
}
/** One operation that begins or ends. */
export interface ProgressNote {
  readonly cloud: string;
  readonly op: string;
  readonly name: string;
  readonly state: "started" | "done" | "failed";
}
/** How a step ended. */
export type StepEnd = Pick<ReportStep, "result" | "durationMs" | "changes">;

/** Shows what a rehearsal is doing while it does it. */
export class Progress {
  readonly #options: ProgressOptions;
  #step: StepBegin = { number: 0, total: 0, title: "" };
  constructor(options: ProgressOptions) {
    this.#options = options;
  }
  begin(step: StepBegin): void {
    this.#step = step;
    this.line(`[${step.number}/${step.total}] ${step.title}`);
  }
  note(_note: ProgressNote): void {}
  line(text: string): void {
    this.#options.stream.write(`${text}\n`);
  }
  end({ result, durationMs, changes }: StepEnd): void {
    this.line(
      `[${this.#step.number}/${this.#step.total}] ${result}: ${changesSaid(changes)} (${duration(durationMs)})`,
    );
  }
  stop(): void {}
}
