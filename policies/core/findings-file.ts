import { appendFileSync } from "node:fs";
import type { Finding, Level } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** The form of the lines; a reader refuses a number it does not know. */
export const FINDINGS_VERSION = 2;
/** When a verdict was given: before or after the resources exist, or on a file that somebody else wrote. */
export type Phase = "preview" | "up" | "analyze";

/** What a reader must know about a rule to show what it said. */
export interface RuleCard {
  readonly id: string;
  readonly title: string;
  readonly severity: Finding["severity"];
  readonly starred: boolean;
  readonly why: string;
  readonly controls: readonly string[];
  readonly equivalents: readonly string[];
}
/** What a pack writes where its host asked for findings: one JSON object a line. */
export type Line =
  | {
      readonly kind: "start";
      readonly version: number;
      readonly packVersion: string;
      readonly asOf: string;
      readonly phase: Phase;
      readonly rules: readonly RuleCard[];
    }
  | ({
      readonly kind: "finding";
      readonly level?: Level;
      /** It is in the baseline. */
      readonly known?: boolean;
      /** The outermost component: one cause, however many children it has. */
      readonly cause: string;
    } & Omit<Finding, "why" | "controls" | "equivalents">)
  | { readonly kind: "notice"; readonly failing: boolean; readonly text: string }
  | { readonly kind: "coverage"; readonly type: string; readonly resources: number; readonly rules: number };
/** Where lines go. */
export interface Lines {
  write(lines: readonly Line[]): void;
}

export function cardOf({ id, title, severity, starred, why, controls, equivalents = [] }: Rule): RuleCard {
  return { id, title, severity, starred: starred === true, why, controls, equivalents };
}

/** Writes findings for a host, or nothing where no host asks. */
export class FindingsFile implements Lines {
  readonly #path: string | undefined;
  readonly #pack: string;

  constructor(path: string | undefined, pack: string) {
    this.#path = path;
    this.#pack = pack;
  }

  // one call for all lines: several packs append to the same file
  write(lines: readonly Line[]): void {
    if (this.#path === undefined || lines.length === 0) return;
    appendFileSync(this.#path, asText(lines, this.#pack));
  }
}

/** Lines as they stand in a file, each with the pack that wrote it. */
export function asText(lines: readonly Line[], pack: string): string {
  return lines.map((line) => `${JSON.stringify({ pack, ...line })}\n`).join("");
}
