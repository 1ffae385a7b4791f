import type { DiffResult } from "../../wire/provider.ts";
import { type DetailedDiff, isLogical, type Op, type StepMetadata } from "../events.ts";
import type { ResourceState } from "../resource.ts";

/** How the program hears of its registration. */
export interface Registration {
  done(result: RegisterResult): void;
}
export interface RegisterResult {
  readonly state: ResourceState;
  readonly outcome: "success" | "fail" | "skip";
  /** The resource was not made because the operation leaves it out; its outputs are unknown. */
  readonly unknown?: boolean;
}

/** One thing to do with one resource. */
export interface Step {
  readonly op: Op;
  readonly urn: string;
  readonly old?: ResourceState;
  /** The entry that the step leads to; a refresh or an import writes it. */
  new?: ResourceState;
  readonly registration?: Registration;
  readonly keys?: readonly string[];
  readonly diff?: DiffResult;
  readonly ignoreChanges?: readonly string[];
  readonly randomSeed?: Uint8Array;
  /** The old object is deleted at the end of the operation. */
  readonly pendingDelete?: boolean;
  /** The delete makes room for a new object of the same URN. */
  readonly pendingReplacement?: boolean;
  /** Nothing is made: the operation leaves the resource out. */
  readonly skippedCreate?: boolean;
  /** The old entry stays as it is: the operation leaves the resource out. */
  readonly untargeted?: boolean;
  /** An import by command rather than by the program. */
  readonly planned?: boolean;
  /** The state written by a refresh counts before the operation goes on. */
  readonly persisted?: boolean;
  /** What a refresh found. */
  found?: { readonly op: Op; readonly diff: DiffResult | undefined };
  /** Called when the step and its state write are done. */
  readonly complete?: (state: ResourceState | undefined) => void;
  /** Called when the step failed. */
  readonly fail?: (error: unknown) => void;
}

/** The entry a step is about. */
export const subjectOf = (step: Step): ResourceState => (step.new ?? step.old) as ResourceState;

export function metadataOf(step: Step): StepMetadata {
  const diff = step.found ? step.found.diff : step.diff;
  const state = subjectOf(step);
  return {
    op: step.op,
    urn: step.urn,
    type: state.type,
    old: step.old,
    new: step.op === "delete" || step.op === "delete-replaced" ? undefined : step.new,
    keys: step.keys ?? [],
    diffs: diff?.diffs ?? [],
    detailedDiff: diff?.detailedDiff as DetailedDiff | undefined,
    logical: isLogical(step.op),
    provider: state.provider,
  };
}
