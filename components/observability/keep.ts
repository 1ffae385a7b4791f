import type { ComponentResource } from "@pulumi/pulumi";
import { clusterScope } from "../core/scope.ts";
import { rules } from "./kubernetes/rules.ts";
import type { RuleChildren, RuleTransforms } from "./native.ts";
import type { RulesPlace } from "./place.ts";
import type { RuleGroup } from "./rule-group.ts";

/** Whose rules they are. */
export interface Ruled {
  readonly name: string;
  readonly owner: ComponentResource;
  /** What they are called where they are kept. */
  readonly of: string;
  readonly transform: RuleTransforms | undefined;
}

/** Keeps rules where everybody's metrics are; returns the changes of the user's that were used. */
export function keep(
  { name, owner, of, transform = {} }: Ruled,
  { plan, rulesAfter, managed }: RulesPlace,
  groups: readonly RuleGroup[],
): readonly string[] {
  if (managed !== undefined) return managed.keep(name, owner, { of, groups, transform });
  const { scope, changed } = clusterScope<RuleChildren>(name, owner, plan.home, transform.kubernetes);
  rules(scope, of, groups, rulesAfter);
  return changed;
}
