import type { Properties, Value } from "../wire/value.ts";
import type { ResourceSchema, Schemas } from "./schema/types.ts";
import type { Dice } from "./seed.ts";
import type { Site } from "./site.ts";
import type { Thing } from "./world/thing.ts";
import type { WorldView } from "./world/world.ts";

/** What a pure function of a type may know about the object it speaks of. */
export interface Context {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  readonly site: Site;
  readonly schema: ResourceSchema | undefined;
  readonly schemas: Schemas;
  /** Checked inputs, without secret wrappers and without bookkeeping. */
  readonly inputs: Properties;
  readonly dice: Dice;
  /** The rehearsal's clock, as an ISO time. */
  readonly now: string;
  readonly world: WorldView;
}

/** One row of what the service refuses, in the service's own words. */
export type Limit = readonly [property: string, broken: boolean, words: string];

/** An object that must exist before this one can: the value of `property` names something of type `to`. */
export interface Needs {
  readonly property: string;
  readonly to: string;
  /** The service's own words when it is not there. */
  readonly words: (value: string) => string;
}

/** Hand knowledge of one type: what the generic life cannot know. Plain data and pure functions. */
export interface TwinType {
  readonly token: string;
  /** Inputs that the provider fills in. */
  readonly defaults?: Properties | ((inputs: Properties) => Properties);
  /** The provider's id; made after the other inputs are final. */
  readonly id?: (context: Context) => string;
  /** Outputs the service computes; laid over what the generic path finds. */
  readonly computed?: (context: Context, id: string) => Properties;
  /** Outputs that are new after every update. */
  readonly renewed?: readonly string[];
  /** Computed outputs that stay as they are through any update in place. */
  readonly kept?: readonly string[];
  /** Property paths whose change needs a new object; a path stands for everything below it. */
  readonly forceNew?: readonly string[];
  /** Property paths whose change does not. */
  readonly inPlace?: readonly string[];
  /** Neither list is needed where one answer is right for every other input. */
  readonly otherwise?: "replace" | "update";
  readonly deleteBeforeReplace?: boolean | ((olds: Properties, news: Properties) => boolean);
  /** What Check refuses; a function of known values. */
  readonly limits?: (inputs: Properties, context: Context) => readonly Limit[];
  /** What only the service refuses, at creation and update. */
  readonly refuses?: (context: Context) => readonly Limit[];
  readonly needs?: readonly Needs[];
  /** Names that must be free in the whole cloud, with the words of the clash. */
  readonly claims?: (context: Context) => readonly string[];
  readonly taken?: (context: Context, id: string) => string;
  /** Two declarations may name one object without a clash (grants). */
  readonly shared?: boolean;
  /** What is left after a delete, in one sentence. */
  readonly tombstone?: string;
  /** Why a delete is refused, if it is. */
  readonly holds?: (context: Context, id: string) => string | undefined;
  /** Other objects that go with it when it is deleted. */
  readonly takesDown?: (context: Context, id: string) => readonly Thing[];
  /** Where an API server of its own answers, as URL or host: what is kept there goes with it. */
  readonly serves?: (outputs: Properties) => readonly (Value | undefined)[];
  /** Why nobody from outside gets to that API server, if so. */
  readonly closed?: (outputs: Properties, world: WorldView) => string | undefined;
  /** Inputs that an import can take from the id. */
  readonly fromId?: (id: string, context: Context) => Properties;
  /** What an object looks like that nobody made and the program takes for existing. */
  readonly assumed?: Properties;
  /** Output paths that the provider marks secret. */
  readonly secrets?: readonly string[];
  /** Where the knowledge comes from, for the ledger. */
  readonly source?: string;
}

/** A function of a cloud, answered by the twin. */
export type Answer = (call: Call) => Properties;

/** What a function may know when it answers. */
export interface Call {
  readonly token: string;
  readonly args: Properties;
  readonly site: Site;
  readonly schemas: Schemas;
  readonly world: WorldView;
  readonly dice: Dice;
  readonly now: string;
  readonly existing: "assume" | "none";
  /** Notes that an answer was assumed, not found. */
  readonly assumed: (what: string) => void;
}

/** A value as text, for names and messages. */
export const shown = (value: Value | undefined): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);

/** The text of an input, if it is known text. */
export function text(properties: Properties, key: string): string | undefined {
  const value: Value | undefined = properties[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}
