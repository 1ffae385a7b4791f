import type { Properties } from "../../wire/value.ts";
import { bareGoal, type ResourceState, type StackFrame, stateOf } from "../resource.ts";
import type { Registration } from "../steps/step.ts";
import type { Plan, Planner } from "./planner.ts";

/** A `.get`: a look at something that somebody else owns. */
export interface ReadGoal {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent: string;
  readonly properties: Properties;
  readonly dependencies: readonly string[];
  readonly provider: string;
  readonly additionalSecretOutputs: readonly string[];
  readonly sourcePosition: string;
  readonly stackTrace: readonly StackFrame[];
}

export function planRead(planner: Planner, goal: ReadGoal, registration: Registration): Plan {
  const { ledger, aliases } = planner;
  const urn = planner.claim(goal.type, goal.name, goal.parent);
  const bare = bareGoal(goal.type, goal.name, goal.parent);
  const { old, alias } = aliases.find(urn, bare);
  const { dependencies, provider, additionalSecretOutputs, sourcePosition, stackTrace, properties } = goal;
  const place = { sourcePosition, stackTrace };
  const wanted = { ...bare, ...place, custom: true, dependencies, provider, additionalSecretOutputs, properties };
  const state: ResourceState = { ...stateOf(wanted, urn, undefined, alias), external: true, id: goal.id };
  if (goal.id === "") throw new Error(`Expected an ID for ${urn}`);
  if (old && !old.external && old.id !== goal.id) {
    ledger.replaces.add(urn);
    return {
      steps: [
        { op: "read-replacement", urn, old, new: state, registration },
        { op: "replace", urn, old, new: state, pendingDelete: true },
      ],
    };
  }
  if (planner.run.options.mode === "destroy") ledger.toDelete.push(state);
  ledger.reads.add(urn);
  return { steps: [{ op: "read", urn, new: state, registration, ...(old && { old }) }] };
}
