import type { Framework } from "../mappings/mapping.ts";
import type { Rule } from "./rule.ts";

/** Rules that are served together, and what they stand for. */
export interface Pack {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly frameworks: readonly Framework[];
  /** Whether each policy carries the framework: a policy has room for one only. */
  readonly stamped: boolean;
}
