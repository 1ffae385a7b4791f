import type { Decision } from "./life/diff.ts";
import type { Subject } from "./package.ts";

/** How well a simulated type is known: `exact` by hand with a source, `derived` by rules, `echoed` not at all. */
export type Level = "exact" | "derived" | "echoed";

/** The sides from which a simulated type may be wrong. */
export interface Aspects {
  /** What Check fills in and normalises. */
  readonly inputs: Level;
  /** Ids and names. */
  readonly identity: Level;
  /** What the service computes. */
  readonly outputs: Level;
  /** Which changes need a new object. */
  readonly replacement: Level;
  /** What is refused. */
  readonly refusals: Level;
}

/** What the twin knows of one type that was used. */
export interface TypeFidelity {
  readonly type: string;
  /** The lowest of the aspects. */
  readonly level: Level;
  readonly aspects: Aspects;
  readonly source: string;
  /** How many objects of it were made, read or imported. */
  readonly objects: number;
}
/** How often one answer about a replacement was given. */
export interface DecisionCount extends Decision {
  readonly times: number;
}
/** Something that was taken for granted. */
export interface Assumption {
  readonly type: string;
  readonly what: string;
}
export interface Fidelity {
  readonly types: readonly TypeFidelity[];
  readonly assumptions: readonly Assumption[];
  readonly decisions: readonly DecisionCount[];
  readonly warnings: readonly string[];
}

/** Gathers, while a rehearsal runs, how far the twin can be trusted. */
export class Ledger {
  readonly #types = new Map<string, { subject: Subject; objects: number }>();
  readonly #decisions = new Map<string, { decision: Decision; times: number }>();
  readonly #assumptions = new Map<string, Assumption>();
  readonly #warnings = new Set<string>();

  used(subject: Subject): void {
    const known = this.#types.get(subject.token);
    if (known) known.objects++;
    else this.#types.set(subject.token, { subject, objects: 1 });
  }
  decided(decision: Decision): void {
    const key = `${decision.type}\n${decision.property}\n${decision.source}`;
    const known = this.#decisions.get(key);
    if (known) known.times++;
    else this.#decisions.set(key, { decision, times: 1 });
  }
  assumed(type: string, what: string): void {
    this.#assumptions.set(`${type}\n${what}`, { type, what });
  }
  /** Whether the warning is new. */
  warned(text: string): boolean {
    if (this.#warnings.has(text)) return false;
    this.#warnings.add(text);
    return true;
  }

  get fidelity(): Fidelity {
    return {
      types: sorted(this.#types).map(([type, { subject, objects }]) => ({ type, ...fidelityOf(subject), objects })),
      assumptions: sorted(this.#assumptions).map(([, assumption]) => assumption),
      decisions: sorted(this.#decisions).map(([, { decision, times }]) => ({ ...decision, times })),
      warnings: [...this.#warnings].sort(),
    };
  }
}

const ORDER: readonly Level[] = ["echoed", "derived", "exact"];

/** How far one type is known, by what its hand knowledge says and where it comes from. */
export function fidelityOf({ token, schema, hand, package: pkg }: Subject): Omit<TypeFidelity, "type" | "objects"> {
  const free = pkg.free?.(token) === true;
  const base: Level = pkg.echo === undefined && (schema || free || hand) ? "derived" : "echoed";
  const level = (known: boolean): Level => (known && hand?.source !== undefined ? "exact" : base);
  const aspects: Aspects = {
    inputs: level(hand?.defaults !== undefined || hand?.limits !== undefined),
    identity: level(hand?.id !== undefined),
    outputs: level(hand?.computed !== undefined),
    replacement: level(hand?.forceNew !== undefined || hand?.otherwise !== undefined),
    refusals: level([hand?.limits, hand?.refuses, hand?.needs, hand?.holds].some((known) => known !== undefined)),
  };
  const lowest = ORDER.find((one) => Object.values(aspects).includes(one)) ?? "echoed";
  const source = hand ? (hand.source ?? "hand") : schema ? "schema" : free ? "free-form" : "none";
  return { level: lowest, aspects, source };
}

const sorted = <T>(entries: ReadonlyMap<string, T>): [string, T][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
