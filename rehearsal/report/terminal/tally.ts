import { cloudsInOrder, cloudTitle, counted, number } from "../words.ts";
import { fit, type Paint, plain } from "./cells.ts";

/** One operation that begins or ends. */
export interface ProgressNote {
  readonly cloud: string;
  readonly op: string;
  readonly name: string;
  readonly state: "started" | "done" | "failed";
}

/** What one step has done so far. */
export class Tally {
  readonly #done = new Map<string, number>();
  readonly #running = new Map<string, ProgressNote>();
  #failed = 0;

  note(note: ProgressNote): void {
    const key = `${note.cloud}\n${note.op}\n${note.name}`;
    this.#running.delete(key);
    if (note.state === "started") this.#running.set(key, note);
    else if (note.state === "failed") this.#failed++;
    else this.#done.set(note.cloud, (this.#done.get(note.cloud) ?? 0) + 1);
  }

  /** All counts in few words. */
  brief(): string {
    const total = [...this.#done.values()].reduce((sum, count) => sum + count, 0);
    return `${number(total)} done${this.#failed > 0 ? `, ${number(this.#failed)} failed` : ""}`;
  }

  /** Counts per cloud. */
  counts(paint: Paint, width: number): string {
    const clouds = cloudsInOrder(this.#done.keys()).map(
      (cloud) => `${cloudTitle(cloud)} ${number(this.#done.get(cloud) ?? 0)}`,
    );
    const failed = this.#failed > 0 ? `${number(this.#failed)} failed  ` : "";
    return paint("red", failed) + fit(clouds.join("  ") || "starting the program", width - failed.length);
  }

  /** What is going on now. */
  current(width: number): string {
    const latest = [...this.#running.values()].at(-1);
    if (!latest) return "";
    const others = this.#running.size - 1;
    const rest = others > 0 ? ` (and ${counted(others, "other")})` : "";
    return fit(`${latest.op} ${plain(latest.name)}`, width - rest.length) + rest;
  }
}
