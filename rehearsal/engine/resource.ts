import type { Properties, Value } from "../wire/value.ts";

/** What the program asked for with one registration, after transforms and inheritance. */
export interface Goal {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: string;
  readonly properties: Properties;
  /** Undefined: not said. */
  readonly protect: boolean | undefined;
  readonly retainOnDelete: boolean | undefined;
  readonly deleteBeforeReplace: boolean | undefined;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: PropertyDependencies;
  /** `<URN>::<id>`, or empty. */
  readonly provider: string;
  readonly ignoreChanges: readonly string[];
  readonly hideDiffs: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly aliases: readonly Alias[];
  readonly importId: string;
  readonly customTimeouts: CustomTimeouts;
  readonly deletedWith: string;
  readonly replaceWith: readonly string[];
  readonly replacementTrigger: Value | undefined;
  readonly hooks: HookNames;
  readonly sourcePosition: string;
  readonly stackTrace: readonly StackFrame[];
}

export type PropertyDependencies = { readonly [property: string]: readonly string[] };
/** Seconds; 0 is the provider's default. */
export interface CustomTimeouts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly read: number;
}
export const NO_TIMEOUTS: CustomTimeouts = { create: 0, update: 0, delete: 0, read: 0 };
export interface StackFrame {
  readonly sourcePosition?: string;
}

/** A former identity: a whole URN, or the parts that were different. */
export type Alias = { readonly urn: string } | AliasSpec;
export interface AliasSpec {
  readonly name: string;
  readonly type: string;
  readonly stack: string;
  readonly project: string;
  readonly parent: string;
  readonly noParent: boolean;
}

export type HookKind =
  | "beforeCreate"
  | "afterCreate"
  | "beforeUpdate"
  | "afterUpdate"
  | "beforeDelete"
  | "afterDelete"
  | "onError";
export type HookNames = { readonly [kind in HookKind]?: readonly string[] };

/**
 * One entry of the state. Two entries are the same only if they are the same object: a URN may stand for a new
 * object and for old ones that wait for their delete.
 */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly parent: string;
  readonly protect: boolean;
  readonly taint: boolean;
  readonly external: boolean;
  readonly provider: string;
  readonly additionalSecretOutputs: readonly string[];
  readonly customTimeouts: CustomTimeouts;
  readonly importId: string;
  readonly retainOnDelete: boolean;
  readonly ignoreChanges: readonly string[];
  readonly hideDiffs: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly replacementTrigger: Value | undefined;
  readonly hooks: HookNames;
  readonly sourcePosition: string;
  readonly stackTrace: readonly StackFrame[];
  /** The former URN under which the entry was found. */
  readonly aliases: readonly string[];
  readonly dependencies: readonly string[];
  readonly propertyDependencies: PropertyDependencies;
  readonly deletedWith: string;
  readonly replaceWith: readonly string[];
  // written while its step runs
  id: string;
  inputs: Properties;
  outputs: Properties;
  initErrors: readonly string[];
  created: string;
  modified: string;
  delete: boolean;
  pendingReplacement: boolean;
}

/** The state that a registration leads to, before any operation. */
export function stateOf(goal: Goal, urn: string, old: ResourceState | undefined, alias: string): ResourceState {
  return {
    urn,
    type: goal.type,
    custom: goal.custom,
    parent: goal.parent,
    protect: goal.protect ?? false,
    taint: false,
    external: false,
    provider: goal.provider,
    additionalSecretOutputs: goal.additionalSecretOutputs,
    customTimeouts: goal.customTimeouts,
    importId: goal.importId,
    retainOnDelete: goal.retainOnDelete ?? false,
    ignoreChanges: goal.ignoreChanges,
    hideDiffs: goal.hideDiffs,
    replaceOnChanges: goal.replaceOnChanges,
    replacementTrigger: goal.replacementTrigger,
    hooks: goal.hooks,
    sourcePosition: goal.sourcePosition,
    stackTrace: goal.stackTrace,
    aliases: alias ? [alias] : [],
    dependencies: goal.dependencies,
    propertyDependencies: goal.propertyDependencies,
    deletedWith: goal.deletedWith,
    replaceWith: goal.replaceWith,
    id: "",
    inputs: goal.properties,
    outputs: {},
    initErrors: [],
    created: old?.created ?? "",
    modified: old?.modified ?? "",
    delete: false,
    pendingReplacement: false,
  };
}

/** A goal in which nothing but identity is said. */
export function bareGoal(type: string, name: string, parent: string): Goal {
  return {
    type,
    name,
    parent,
    custom: false,
    properties: {},
    protect: undefined,
    retainOnDelete: undefined,
    deleteBeforeReplace: undefined,
    dependencies: [],
    propertyDependencies: {},
    provider: "",
    ignoreChanges: [],
    hideDiffs: [],
    replaceOnChanges: [],
    additionalSecretOutputs: [],
    aliases: [],
    importId: "",
    customTimeouts: NO_TIMEOUTS,
    deletedWith: "",
    replaceWith: [],
    replacementTrigger: undefined,
    hooks: {},
    sourcePosition: "",
    stackTrace: [],
  };
}
