import type { Decrypt, Json, JsonForm, JsonObject } from "../../wire/json.ts";
import { fromJson, objectFromJson, objectToJson, toJson } from "../../wire/json.ts";
import type { Properties } from "../../wire/value.ts";
import { type CustomTimeouts, type HookNames, NO_TIMEOUTS, type ResourceState, type StackFrame } from "../resource.ts";

type Writable = { [key: string]: Json };

/** An entry as a state file has it: false and empty fields left out. */
export function resourceToJson(state: ResourceState, form: JsonForm): JsonObject {
  const out: Writable = { urn: state.urn, custom: state.custom };
  const put = (key: string, value: Json | undefined): void => {
    if (value !== undefined && value !== "" && value !== false) out[key] = value;
  };
  put("delete", state.delete);
  put("id", state.custom ? state.id : "");
  out["type"] = state.type;
  put("inputs", bag(state.inputs, form));
  put("outputs", bag(state.outputs, form));
  put("parent", state.parent);
  put("protect", state.protect);
  put("taint", state.taint);
  put("external", state.external);
  put("dependencies", list([...state.dependencies].sort()));
  put("initErrors", list(state.initErrors));
  put("provider", state.provider);
  put("propertyDependencies", dependencyMap(state));
  put("pendingReplacement", state.pendingReplacement);
  put("additionalSecretOutputs", list(state.additionalSecretOutputs));
  put("customTimeouts", timeouts(state.customTimeouts));
  put("importID", state.importId);
  put("retainOnDelete", state.retainOnDelete);
  put("deletedWith", state.deletedWith);
  put("replaceWith", list(state.replaceWith));
  put("created", state.created);
  put("modified", state.modified);
  put("sourcePosition", state.sourcePosition);
  put("stackTrace", list(state.stackTrace as readonly Json[]));
  put("ignoreChanges", list(state.ignoreChanges));
  put("hideDiff", list(state.hideDiffs));
  put("replaceOnChanges", list(state.replaceOnChanges));
  const { replacementTrigger } = state;
  if (replacementTrigger !== undefined && replacementTrigger !== null)
    put("replacementTrigger", toJson(replacementTrigger, form));
  if (Object.keys(state.hooks).length > 0) out["resourceHooks"] = hooksToJson(state.hooks);
  return out;
}

/** Reads an entry; unknown fields are ignored. */
export function resourceFromJson(json: JsonObject, decrypt: Decrypt | undefined): ResourceState {
  const text = (key: string): string => (typeof json[key] === "string" ? json[key] : "");
  const flag = (key: string): boolean => json[key] === true;
  const strings = (key: string): readonly string[] => (json[key] as readonly string[] | undefined) ?? [];
  const properties = (key: string): Properties => objectFromJson((json[key] ?? {}) as JsonObject, decrypt);
  const trigger = json["replacementTrigger"];
  return {
    urn: text("urn"),
    type: text("type"),
    custom: flag("custom"),
    id: text("id"),
    parent: text("parent"),
    protect: flag("protect"),
    taint: flag("taint"),
    external: flag("external"),
    delete: flag("delete"),
    provider: text("provider"),
    inputs: properties("inputs"),
    outputs: properties("outputs"),
    dependencies: strings("dependencies"),
    propertyDependencies: nullsToEmpty(json["propertyDependencies"]),
    initErrors: strings("initErrors"),
    pendingReplacement: flag("pendingReplacement"),
    additionalSecretOutputs: strings("additionalSecretOutputs"),
    customTimeouts: { ...NO_TIMEOUTS, ...(json["customTimeouts"] as Partial<CustomTimeouts> | undefined) },
    importId: text("importID"),
    retainOnDelete: flag("retainOnDelete"),
    deletedWith: text("deletedWith"),
    replaceWith: strings("replaceWith"),
    created: text("created"),
    modified: text("modified"),
    sourcePosition: text("sourcePosition"),
    stackTrace: (json["stackTrace"] ?? []) as unknown as readonly StackFrame[],
    ignoreChanges: strings("ignoreChanges"),
    hideDiffs: strings("hideDiff"),
    replaceOnChanges: strings("replaceOnChanges"),
    replacementTrigger: trigger === undefined ? undefined : fromJson(trigger, decrypt),
    hooks: hooksFromJson(json["resourceHooks"]),
    aliases: [],
  };
}

const list = (items: readonly Json[]): Json | undefined => (items.length > 0 ? items : undefined);
const bag = (properties: Properties, form: JsonForm): Json | undefined =>
  Object.keys(properties).length > 0 ? objectToJson(properties, form) : undefined;

function dependencyMap({ propertyDependencies }: ResourceState): Json | undefined {
  const keys = Object.keys(propertyDependencies).sort();
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map((key) => [key, [...(propertyDependencies[key] ?? [])].sort()]));
}

function nullsToEmpty(json: Json | undefined): ResourceState["propertyDependencies"] {
  const entries = Object.entries((json ?? {}) as { [key: string]: readonly string[] | null });
  return Object.fromEntries(entries.map(([key, urns]) => [key, urns ?? []]));
}

function timeouts(all: CustomTimeouts): Json | undefined {
  const set = Object.entries(all).filter(([, seconds]) => seconds !== 0);
  return set.length > 0 ? Object.fromEntries(set) : undefined;
}

const HOOK_KINDS: { readonly [kind in keyof Required<HookNames>]: string } = {
  beforeCreate: "BeforeCreate",
  afterCreate: "AfterCreate",
  beforeUpdate: "BeforeUpdate",
  afterUpdate: "AfterUpdate",
  beforeDelete: "BeforeDelete",
  afterDelete: "AfterDelete",
  onError: "OnError",
};
const hooksToJson = (hooks: HookNames): Json =>
  Object.fromEntries(Object.entries(hooks).map(([kind, names]) => [HOOK_KINDS[kind as keyof HookNames], [...names]]));

function hooksFromJson(json: Json | undefined): HookNames {
  const stored = (json ?? {}) as { [name: string]: readonly string[] };
  const entries = Object.entries(HOOK_KINDS).flatMap(([kind, name]) =>
    stored[name] ? [[kind, stored[name]] as const] : [],
  );
  return Object.fromEntries(entries);
}
