import type { Rule } from "../core/rule.ts";
import { rules } from "./list.ts";

export { rules };

/** The packs there are; `all` holds every rule. */
export const PACKS = ["all", "zero-trust", "gdpr", "cost", "reliability"] as const;

/** The rules of one pack. */
export function rulesOf(pack: (typeof PACKS)[number]): readonly Rule[] {
  return pack === "all" ? rules : rules.filter(({ packs }) => packs.includes(pack));
}
