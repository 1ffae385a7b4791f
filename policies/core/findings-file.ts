import { appendFileSync } from "node:fs";
import type { Finding, Level } from "./finding.ts";

/** The form of the lines; a reader refuses a number it does not know. */
export const FINDINGS_VERSION = 1;
export type Phase = "preview" | "up";

/** What a pack writes where its host asked for findings: one JSON object a line. */
export type Line =
  | {
      readonly kind: "start";
      readonly version: number;
      readonly packVersion: string;
      readonly asOf: string;
      readonly phase: Phase;
      readonly rules: readonly string[];
    }
  | ({ readonly kind: "finding"; readonly level?: Level; readonly cause: string } & Finding)
  | { readonly kind: "notice"; readonly failing: boolean; readonly text: string }
  | { readonly kind: "coverage"; readonly type: string; readonly resources: number; readonly rules: number };

/** Writes findings for a host, or nothing where no host asks. */
export class FindingsFile {
  readonly #path: string | undefined;
  readonly #pack: string;

  constructor(path: string | undefined, pack: string) {
    this.#path = path;
    this.#pack = pack;
  }

  // one call for all lines: several packs append to the same file
  write(lines: readonly Line[]): void {
    if (this.#path === undefined || lines.length === 0) return;
    const text = lines.map((line) => `${JSON.stringify({ pack: this.#pack, ...line })}\n`).join("");
    appendFileSync(this.#path, text);
  }
}
