import { createLogUpdate } from "log-update";
import { changesSaid } from "../changes.ts";
import type { ReportStep } from "../model.ts";
import { duration } from "../words.ts";
import { fit, harmless, type Paint, painter, plain } from "./cells.ts";
import { type ProgressNote, Tally } from "./tally.ts";

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
/** How a step ended. */
export type StepEnd = Pick<ReportStep, "result" | "durationMs" | "changes">;

const FRAME_MS = 100;
const TICK_MS = 1000;
const NARROW = 60;

/** Shows what a rehearsal is doing while it does it. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #paint: Paint;
  readonly #area: ReturnType<typeof createLogUpdate> | undefined;
  #step: StepBegin | undefined;
  #tally = new Tally();
  #startedAt = 0;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #pending: NodeJS.Timeout | undefined;
  #ticking: NodeJS.Timeout | undefined;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#paint = painter(options.color);
    // The cursor stays: a process that is killed could not bring it back.
    this.#area = options.interactive ? createLogUpdate(options.stream, { showCursor: true }) : undefined;
  }

  begin(step: StepBegin): void {
    this.#rest();
    this.#step = step;
    this.#tally = new Tally();
    this.#startedAt = this.#options.now();
    if (!this.#area) return this.#write(this.#head(step));
    this.#draw();
    this.#ticking = setInterval(() => this.#draw(), TICK_MS).unref();
  }

  note(note: ProgressNote): void {
    this.#tally.note(note);
    if (!this.#area || this.#pending) return;
    const wait = this.#drawnAt + FRAME_MS - this.#options.now();
    if (wait <= 0) this.#draw();
    else this.#pending = setTimeout(() => this.#draw(), wait).unref();
  }

  /** Shows a line of the program's own output; it stays. */
  line(text: string): void {
    const shown = harmless(text, this.#options.color);
    if (!this.#area) return this.#write(shown);
    this.#area.persist(shown);
    if (this.#step) this.#draw();
  }

  end({ result, durationMs, changes }: StepEnd): void {
    const step = this.#step;
    this.#rest();
    if (!step) return;
    const good = result === "succeeded";
    const said = `${this.#head(step)}: ${good ? "" : `${result}; `}${changesSaid(changes)} (${duration(durationMs)})`;
    if (!this.#area) return this.#write(said);
    const mark = this.#paint(good ? "green" : "red", good ? "✓" : "✗");
    this.#area.persist(`${mark} ${fit(said, this.#options.width() - 3)}`);
  }

  /** Takes the live area away, whatever state it is in. */
  stop(): void {
    this.#rest();
    this.#area?.clear();
    this.#area?.done();
  }

  #rest(): void {
    clearTimeout(this.#pending);
    clearInterval(this.#ticking);
    this.#pending = this.#ticking = this.#step = undefined;
  }

  #head({ number, total, title }: StepBegin): string {
    return `[${number}/${total}] ${plain(title)}`;
  }

  #write(text: string): void {
    this.#options.stream.write(`${text}\n`);
  }

  #draw(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    if (!this.#step || !this.#area) return;
    this.#drawnAt = this.#options.now();
    const width = this.#options.width() - 1;
    const elapsed = clock(this.#drawnAt - this.#startedAt);
    const head = this.#head(this.#step);
    if (width < NARROW - 1) {
      const tail = ` ${this.#tally.brief()} ${elapsed}`;
      this.#area(fit(fit(head, Math.max(5, width - tail.length)) + tail, width));
      return;
    }
    const title = `${this.#paint(["bold", "cyan"], fit(head, width - 10))}  ${this.#paint("dim", elapsed)}`;
    this.#area(
      [
        title,
        `  ${this.#tally.counts(this.#paint, width - 2)}`,
        `  ${this.#paint("dim", this.#tally.current(width - 2))}`,
      ].join("\n"),
    );
  }
}

const clock = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
