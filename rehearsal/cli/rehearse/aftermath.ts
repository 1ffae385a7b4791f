import type { ResourceState } from "../../engine/resource.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import type { ReportBreach, ReportFault, ReportOperation } from "../../report/model.ts";
import type { Twin } from "../../twin/index.ts";
import { nameOf } from "../../wire/urn.ts";
import { breachesOf, breachText, touchedOf } from "./invariants.ts";
import type { ScriptStep } from "./script.ts";

/** What one step did to the clouds. */
export interface Trouble {
  readonly before: StackState;
  readonly faults: readonly ReportFault[];
  readonly touched: readonly ResourceState[];
}

/** Remembers what went wrong in a script, and judges later steps by it. */
export class Aftermath {
  readonly #world: Twin["world"];
  /** Changed behind the engine's back, and not yet seen by a refresh. */
  #unseen = new Map<string, string>();
  /** What went with it: a refresh may find that, unless its provider was told to leave out what does not answer. */
  readonly #alongside = new Set<string>();
  /** The estate and the ledger's length before the first trouble. */
  #peace: { readonly resources: readonly ResourceState[]; readonly effects: number } | undefined;
  #effects = 0;

  constructor(world: Twin["world"]) {
    this.#world = world;
  }

  note({ verb }: ScriptStep, { before, faults, touched }: Trouble): void {
    if (faults.length > 0 || touched.length > 0)
      this.#peace ??= { resources: before.resources, effects: this.#effects };
    const seen = this.#effects;
    this.#effects = this.#world.effects.length;
    if (verb === "vanish") for (const { urn } of this.#world.effects.slice(seen)) this.#alongside.add(urn);
    for (const { urn } of touched) this.#unseen.set(urn, verb);
  }

  /** What is wrong with ledger and state, once something was broken and this step should have put it right. */
  breaches({ verb }: ScriptStep, { resources }: StackState, faults: readonly ReportFault[]): ReportBreach[] {
    if (!this.#peace || (verb !== "up" && verb !== "recover")) return [];
    if (faults.some(({ outcome }) => outcome === "failed")) return [];
    const { resources: before, effects } = this.#peace;
    const touched = touchedOf(before, this.#world.effects.slice(effects));
    return [...breachesOf({ resources, things: this.#world.things }), ...touched];
  }

  problems(step: ScriptStep, operations: readonly ReportOperation[], breaches: readonly ReportBreach[]): string[] {
    return [...(step.verb === "refresh" ? this.#seen(operations) : []), ...breaches.map(breachText)];
  }

  /** A refresh must find what was changed behind the engine's back, and nothing else. */
  #seen(operations: readonly ReportOperation[]): string[] {
    const unseen = this.#unseen;
    if (unseen.size === 0) return [];
    this.#unseen = new Map();
    const found = new Set(operations.filter((one) => one.found !== "" && one.found !== "same").map(({ urn }) => urn));
    const missed = [...unseen].filter(([urn]) => !found.has(urn));
    const others = [...found].filter((urn) => !unseen.has(urn) && !this.#alongside.has(urn));
    return [
      ...missed.map(([urn, verb]) => `the refresh did not find the ${verb} of ${nameOf(urn)}`),
      ...others.map((urn) => `the refresh found a change of ${nameOf(urn)} that nobody made`),
    ];
  }
}
