import type { Resource } from "../core/resource.ts";
import type { Truth } from "../core/truth.ts";

/** One rule of a firewall that asks its rules in turn. */
export interface Ruling {
  readonly matches: Truth;
  readonly allows: Truth;
  readonly by: Resource;
}
/** What firewall rules decide, and which of them. */
export interface Decision {
  readonly open: Truth;
  readonly by: readonly Resource[];
}

/** The first rule that matches decides; without one, what stands behind them all. */
export function firstOf(rulings: readonly Ruling[], otherwise: Truth): Decision {
  const open = rulings.reduceRight((rest: Truth, { matches, allows }): Truth => {
    if (typeof matches === "boolean") return matches ? allows : rest;
    return allows === rest ? rest : matches;
  }, otherwise);
  const sure = rulings.findIndex(({ matches }) => matches === true);
  const asked = rulings.slice(0, sure === -1 ? undefined : sure + 1).filter(({ matches }) => matches !== false);
  return { open, by: [...new Set(asked.map(({ by }) => by))] };
}
