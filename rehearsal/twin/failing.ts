import type { Properties } from "../wire/value.ts";

/** An object beside the one that is looked at. */
export interface Beside {
  readonly type: string;
  readonly inputs: (id: string) => Properties;
}

/** A program that a constraint of a type must stop: shown to people, and tried by a test. */
export interface Failing {
  /** The part of the hand knowledge that stops it. */
  readonly by: "limits" | "refuses" | "holds";
  /** The property at fault. */
  readonly property: string;
  /** Beyond what the type requires. */
  readonly inputs: Properties;
  /** What stands on it when it is to be deleted. */
  readonly beside?: Beside;
  /** What was made and deleted before. */
  readonly gone?: Beside;
}

/** Failing programs by type. */
export type FailingByType = { readonly [token: string]: readonly Failing[] };

export const limit = (property: string, inputs: Properties): Failing => ({ by: "limits", property, inputs });
export const refused = (property: string, inputs: Properties): Failing => ({ by: "refuses", property, inputs });
export const held = (property: string, inputs: Properties, beside?: Beside): Failing => ({
  by: "holds",
  property,
  inputs,
  ...(beside && { beside }),
});
