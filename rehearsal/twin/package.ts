import type { Autonaming } from "../wire/provider.ts";
import type { Properties, Value } from "../wire/value.ts";
import type { FailingByType } from "./failing.ts";
import type { Failures } from "./fault/failures.ts";
import type { NameRule } from "./names/rule.ts";
import type { Places } from "./places.ts";
import type { PropertyType, ResourceSchema, Schemas } from "./schema/types.ts";
import type { Environment, Site } from "./site.ts";
import type { Answer, Context, Limit, TwinType } from "./type.ts";

/** One type as the generic life sees it. */
export interface Subject {
  readonly token: string;
  readonly package: Package;
  readonly schemas: Schemas;
  /** Absent for free-form and echoed types. */
  readonly schema: ResourceSchema | undefined;
  readonly hand: TwinType | undefined;
  readonly name: NameRule | undefined;
}

export type Confidence = "exact" | "high" | "medium" | "low";
/** Whether a changed property needs a new object, and who says so. */
export interface Replacement {
  readonly replace: boolean;
  readonly source: string;
  readonly confidence: Confidence;
}

/** What the derived identity of an object is worth. */
export interface Identity {
  readonly id: string;
  /** The id follows from inputs, so that two objects with the same id are a clash. */
  readonly sure: boolean;
}

export interface CheckScene {
  readonly subject: Subject;
  readonly site: Site;
  readonly urn: string;
  readonly name: string;
  readonly oldInputs: Properties | undefined;
  readonly randomSeed: Uint8Array;
  readonly autonaming: Autonaming | undefined;
  readonly find: (type: string, named: string) => Properties | undefined;
}

/** How the providers of one package behave, apart from single types. */
export interface Package {
  readonly name: string;
  readonly types: ReadonlyMap<string, TwinType>;
  /** Programs that the constraints of the types must stop. @default none */
  readonly failing?: FailingByType;
  readonly functions: ReadonlyMap<string, Answer>;
  /** Writes `__defaults` into checked inputs, and takes "5" for 5. */
  readonly bridged: boolean;
  /** Which absent outputs are there as empty values: all, those that only the cloud computes, or none. */
  readonly zeroes: "all" | "computed" | "none";
  /** Outputs that an update in place leaves as they are, so a preview knows them. */
  readonly keeps: boolean;
  readonly site: (config: Properties, places: Places, env: Environment) => Site;
  /** The partition of the ledger that a type lives in. */
  readonly account: (site: Site, inputs: Properties, schema: ResourceSchema | undefined) => string;
  readonly nameRule: (schema: ResourceSchema, schemas: Schemas) => NameRule | undefined;
  /** More inputs that Check fills in. */
  readonly fill?: (inputs: Properties, scene: CheckScene) => Properties;
  /** Replacement rules derived from what can be read; undefined where nothing is known. */
  readonly replacement: (subject: Subject, path: string, config: Properties) => Replacement | undefined;
  /** Paths below the top whose change needs a new object, for those who ask what is known. */
  readonly replacedPaths?: (token: string) => readonly string[];
  /** What of its arguments changes how a provider behaves, as a text to compare. */
  readonly behaviour?: (config: Properties) => string;
  readonly deleteBeforeReplace: (scene: ReplaceScene) => boolean;
  readonly identify: (context: Context, subject: Subject) => Identity;
  /** One computed output by rule; undefined where no rule fits. */
  readonly output: (name: string, type: PropertyType, context: Context, id: string) => Value | undefined;
  /** Outputs known before creation beside the inputs. */
  readonly planned?: (context: Context) => Properties;
  /** More outputs, after everything else. */
  readonly finish?: (outputs: Properties, context: Context, id: string) => Properties;
  /** Inputs that an import can take from the id. */
  readonly fromId: (id: string, context: Context, subject: Subject) => Properties;
  /** A refresh takes over properties that the program never set; otherwise it sees only what was set. */
  readonly adoptsAdditions: boolean;
  /** Arguments of the provider whose change means another account or cluster. */
  readonly identityArgs?: (olds: Properties, news: Properties) => readonly string[];
  /** Nothing is known of the package: types are recorded and given back, with a warning; without an SDK or only with one. */
  readonly echo?: "always" | "with SDK";
  /** Tokens that exist without a schema. */
  readonly free?: (token: string) => boolean;
  /** What must exist before any object of this package can. */
  readonly needs?: (context: Context) => readonly Need[];
  /** What the service refuses of any of its objects, at creation and update. */
  readonly refuses?: (context: Context) => readonly Limit[];
  readonly taken: (token: string, id: string) => string;
  readonly missing: (token: string, id: string) => string;
  /** How its provider says that something went wrong. @default the plain words of HTTP */
  readonly failures?: Failures;
  /** An id says nothing without its account. @default false: an object is found by its id alone */
  readonly apart?: boolean;
  /** Its objects are values that exist nowhere but in the state. */
  readonly onlyInState?: boolean;
}

/** One object that another one stands on. */
export interface Need {
  readonly to: string;
  readonly named: string;
  readonly words: (named: string) => string;
}

export interface ReplaceScene {
  readonly subject: Subject;
  readonly oldInputs: Properties;
  readonly news: Properties;
}
