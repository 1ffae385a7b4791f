type Doubt = "undetermined(unknown)" | "undetermined(not covered)";
export type PathState = "open" | "closed" | "missing" | Doubt;
export type Passage = "allowed" | "refused" | Doubt;

/** One step of a path as people read it. */
export interface Step {
  readonly what: string;
  readonly passage: Passage;
  /** What is not known, or not covered. */
  readonly reason?: string;
  /** URNs of the resources that decide. */
  readonly by: readonly string[];
}
/** What was found about one declared path. */
export interface ProvedPath {
  readonly name: string;
  readonly why: string;
  readonly expect: "open" | "closed";
  readonly state: PathState;
  readonly steps: readonly Step[];
  /** Which end nothing in the program matches. */
  readonly missing?: string;
}
