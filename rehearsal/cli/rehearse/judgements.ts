import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgementOf } from "../../report/judgement/judgement.ts";
import { type Line, LinesError, readLines } from "../../report/judgement/lines.ts";
import { type Judgement, NO_JUDGEMENT } from "../../report/judgement/model.ts";
import { EXIT, UserError } from "../failure.ts";

/** Where packs write all their verdicts, step by step; what counts is the last deployment, or else the last preview. */
export class Judgements {
  readonly #directory = mkdtempSync(join(tmpdir(), "archipel-findings-"));
  #lines: readonly Line[] = [];
  #judgement: Judgement = NO_JUDGEMENT;

  fileOf(step: number): string {
    return join(this.#directory, `${step}.ndjson`);
  }

  /** Takes what was written in a step; a later preview says nothing that a deployment did not. */
  note(step: number, verb: string, redactLine: (line: string) => string): void {
    const file = this.fileOf(step);
    if (!existsSync(file) || (verb === "preview" && this.judgement.phase === "up")) return;
    try {
      const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
      this.#lines = readLines(lines.map(redactLine).join("\n"));
      this.#judgement = judgementOf(this.#lines);
    } catch (error) {
      if (!(error instanceof LinesError)) throw error;
      throw new UserError(`a policy pack wrote findings that cannot be read: ${error.message}`, EXIT.broken);
    }
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get judgement(): Judgement {
    return this.#judgement;
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
