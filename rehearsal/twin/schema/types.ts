/** What a property may hold. */
export type PropertyType =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "list" | "map"; readonly element: PropertyType }
  | RefType
  | EnumType
  | { readonly kind: "union"; readonly members: readonly PropertyType[] }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "asset"; readonly accepts: "asset" | "archive" }
  /** A resource object of the SDK beside its id: what arrives is a string. */
  | { readonly kind: "resource"; readonly name: string };

/** A nested object type; its members come from `Schemas.resolve`. */
export interface RefType {
  readonly kind: "ref";
  readonly package: string;
  /** With its side: `inputs.s3.BucketCorsRule`, `outputs.storage.SkuResponse`. */
  readonly name: string;
}

/** A set of strings or numbers; its values come from `Schemas.enumValues`. */
export interface EnumType {
  readonly kind: "enum";
  readonly package: string;
  /** Without the side: `storage.AccessTier`. */
  readonly name: string;
}

export type EnumValue = string | number | boolean;

/** One named member of a nested type, of a function's arguments or of its result. */
export interface Member {
  readonly type: PropertyType;
  readonly required: boolean;
  /** The SDK's own advice what to use instead. */
  readonly deprecated?: string;
  /** The default the documentation speaks of, as its text has it. */
  readonly docDefault?: string;
  /** The values the documentation lists; prose, so good for a warning only. */
  readonly validValues?: readonly string[];
}

/** A top-level input, with what the SDK's constructor does to it. */
export interface InputProperty extends Member {
  readonly secret: boolean;
  /** Filled in by the SDK where the program says nothing. */
  readonly default?: EnumValue;
  /** Environment variables the SDK asks for a default, in order; `parse` says how it reads them. */
  readonly env?: { readonly names: readonly string[]; readonly parse: "string" | "boolean" | "number" };
  /** Written by the SDK whatever the program says (`apiVersion`, `kind`). */
  readonly constant?: EnumValue;
  /** Travels as JSON text (arguments of providers that are not strings). */
  readonly json?: true;
}

export interface OutputProperty {
  readonly type: PropertyType;
  /** Not an input as well. */
  readonly computed: boolean;
}

export type ByName<T> = { readonly [name: string]: T };

/** What the SDK's files tell of one resource type. The records have no prototype: any name can be looked up. */
export interface ResourceSchema {
  readonly token: string;
  readonly kind: "custom" | "provider" | "component";
  readonly inputs: ByName<InputProperty>;
  readonly outputs: ByName<OutputProperty>;
  readonly additionalSecretOutputs: readonly string[];
  readonly replaceOnChanges: readonly string[];
  /** Tokens this type had before. */
  readonly aliases: readonly string[];
  readonly deprecated?: string;
  /** The ids of the documentation's `pulumi import` lines, as written there. */
  readonly importIds: readonly string[];
  /** The documentation's sentence on how import ids are made, where it has one. */
  readonly importHint?: string;
  /** Azure: the version of the REST API behind the type. */
  readonly apiVersion?: string;
}

/** What the SDK's files tell of one function. */
export interface FunctionSchema {
  readonly token: string;
  /** The program takes the value of the only key of the answer. */
  readonly single: boolean;
  readonly args: ByName<Member>;
  /** The members of the answer; empty where the result is a plain value (`single`). */
  readonly result: ByName<Member>;
  /** What the program gets: a plain type for `single`, else a map of anything. */
  readonly resultType: PropertyType;
  readonly deprecated?: string;
}

/** Why there is no schema for a token. */
export interface Absence {
  readonly reason: "package not installed" | "token not in package" | "text not recognised";
  readonly package: string;
  /** The installed version, where there is one. */
  readonly version?: string;
  /** One sentence for people. */
  readonly message: string;
}

/** The schemas of the packages a program has installed. */
export interface Schemas {
  resource(token: string): ResourceSchema | undefined;
  function(token: string): FunctionSchema | undefined;
  /** Why `resource` or `function` answered undefined. */
  absence(of: "resource" | "function", token: string): Absence | undefined;
  /** The members of a nested type; undefined where the package does not declare it. */
  resolve(ref: RefType): ByName<Member> | undefined;
  enumValues(ref: EnumType): readonly EnumValue[] | undefined;
  /** What a program may configure of a package, its provider's arguments or not. */
  settings(name: string): readonly string[];
  /** The installed version of a package by its Pulumi name (`aws`, `azure-native`). */
  packageVersion(name: string): string | undefined;
}
