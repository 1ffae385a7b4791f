import { appendFileSync } from "node:fs";
import { type Framework, type Speaker, speakersOf } from "../mappings/mapping.ts";
import type { Finding, Level } from "./finding.ts";
import type { ProvedPath } from "./proved-path.ts";
import { type Rule, versionOf } from "./rule.ts";

/** The form of the lines; a reader refuses a number it does not know. */
export const FINDINGS_VERSION = 4;
/** When a verdict was given: before or after the resources exist, or on a file that somebody else wrote. */
export type Phase = "preview" | "up" | "analyze";

/** What a reader must know about a rule to show what it said. */
export interface RuleCard {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly severity: Finding["severity"];
  readonly starred: boolean;
  readonly why: string;
  readonly controls: readonly string[];
  readonly equivalents: readonly string[];
}
/** A framework as a reader needs it to count how its controls stand. */
export interface FrameworkCard extends Omit<Framework, "provider" | "controls"> {
  readonly controls: readonly { readonly id: string; readonly title?: string; readonly rules: readonly Speaker[] }[];
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
      readonly frameworks: readonly FrameworkCard[];
    }
  | ({
      readonly kind: "finding";
      readonly level?: Level;
      /** It is in the baseline. */
      readonly known?: boolean;
      /** The outermost component: one cause, however many children it has. */
      readonly cause: string;
    } & Omit<Finding, "why">)
  | { readonly kind: "notice"; readonly failing: boolean; readonly text: string }
  | ({ readonly kind: "path" } & ProvedPath)
  | { readonly kind: "coverage"; readonly type: string; readonly resources: number; readonly rules: number };
/** Where lines go. */
export interface Lines {
  write(lines: readonly Line[]): void;
}

export function cardOf(rule: Rule, controls: readonly string[]): RuleCard {
  const { id, title, severity, starred, why, equivalents = [] } = rule;
  return { id, version: versionOf(rule), title, severity, starred: starred === true, why, controls, equivalents };
}

export function frameworkCard(framework: Framework): FrameworkCard {
  const { provider: _, controls, ...card } = framework;
  return { ...card, controls: controls.map((control) => ({ ...control, rules: speakersOf(framework, control) })) };
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
