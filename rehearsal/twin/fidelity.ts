import type { Decision } from "./life/diff.ts";
import type { Subject } from "./package.ts";

/** How well a simulated type is known: `exact` by hand with a source, `derived` by rules, `echoed` not at all. */
export type Level = "exact" | "derived" | "echoed";

/** What the twin knows of one type that was used. */
export interface TypeFidelity {
  readonly type: string;
  readonly level: Level;
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
  readonly #types = new Map<string, { level: Level; source: string; objects: number }>();
  readonly #decisions = new Map<string, { decision: Decision; times: number }>();
  readonly #assumptions = new Map<string, Assumption>();
  readonly #warnings = new Set<string>();

  used({ token, schema, hand, package: pkg }: Subject): void {
    const known = this.#types.get(token);
    if (known) {
      known.objects++;
      return;
    }
    const free = pkg.free?.(token) === true;
    const level = hand?.source ? "exact" : schema || free || hand ? "derived" : "echoed";
    const source = hand ? (hand.source ?? "hand") : schema ? "schema" : free ? "free-form" : "none";
    this.#types.set(token, { level, source, objects: 1 });
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
      types: sorted(this.#types).map(([type, known]) => ({ type, ...known })),
      assumptions: sorted(this.#assumptions).map(([, assumption]) => assumption),
      decisions: sorted(this.#decisions).map(([, { decision, times }]) => ({ ...decision, times })),
      warnings: [...this.#warnings].sort(),
    };
  }
}

const sorted = <T>(entries: ReadonlyMap<string, T>): [string, T][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
