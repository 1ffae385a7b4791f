/** A resource as an example writes it; `edges` names the resources that a property was computed from. */
export interface Sample {
  readonly type: string;
  readonly name?: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  /** Which provider of the stack makes it, named as edges name things. */
  readonly by?: string;
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  /** Paths of secrets; without them nobody says which values are secret. */
  readonly secrets?: readonly string[];
  /** Paths of secrets that the configuration holds; without them nobody knows the configuration. */
  readonly configured?: readonly string[];
  readonly edges?: Readonly<Record<string, string | readonly string[]>>;
}
/** What a rule is asked, about the sample itself; `beside` is what else the stack holds. */
export interface Example extends Sample {
  readonly beside?: readonly Sample[];
  readonly config?: Readonly<Record<string, unknown>>;
}
/** The proof kept beside a rule: for every type, at least one of each of the first three. */
export interface Examples {
  readonly pass: readonly Example[];
  readonly fail: readonly Example[];
  readonly undetermined: readonly Example[];
  readonly notApplicable?: readonly Example[];
}

export { UNKNOWN } from "./signatures.ts";
