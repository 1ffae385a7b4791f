import type { Goal } from "../../engine/resource.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import { nameOf } from "../../wire/urn.ts";
import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";

/** Flags by which clouds keep an object from being deleted, and the value that lets it go. */
const GUARDS: { readonly [property: string]: Value } = {
  deletionProtection: false,
  deletionProtectionEnabled: false,
  enableDeletionProtection: false,
  terminationProtection: false,
  terminationProtectionEnabled: false,
  enableTerminationProtection: false,
  disableApiTermination: false,
  deleteProtection: false,
  deletionPolicy: "DELETE",
  preventDestroy: false,
  forceDestroy: true,
  forceDelete: true,
  skipFinalSnapshot: true,
};
/** Words that set a guard; anything else is left alone. */
const GUARDING: ReadonlySet<Value> = new Set<Value>([true, "PREVENT", "ABANDON"]);

/** Takes every protection off a registration, Pulumi's and the cloud's: also the guards that a provider sets unasked. */
export function unprotector(estate: StackState): (goal: Goal) => Goal {
  const guarded = new Map(estate.resources.map((resource) => [keyOf(resource.type, nameOf(resource.urn)), resource]));
  const edit = (goal: Goal): Goal => {
    const inputs = guarded.get(keyOf(goal.type, goal.name))?.inputs ?? {};
    const unasked = Object.entries(GUARDS).filter(
      ([key, open]) => open !== true && goal.properties[key] === undefined && GUARDING.has(inputs[key] ?? null),
    );
    return {
      ...goal,
      protect: false,
      properties: { ...releaseGuards(goal.properties), ...Object.fromEntries(unasked) },
    };
  };
  unprotectors.add(edit);
  return edit;
}

const unprotectors = new WeakSet<(goal: Goal) => Goal>();
/** Whether an edit does nothing but take protections off: an engine may have means of its own for that. */
export const isUnprotector = (edit: (goal: Goal) => Goal): boolean => unprotectors.has(edit);

const keyOf = (type: string, name: string): string => `${type}::${name}`;

/** Takes the clouds' protections off a bag of inputs; what a provider filled in opens only where it guards. */
export function releaseGuards(properties: Properties): Properties {
  const filled = properties["__defaults"];
  const isFilled = (key: string): boolean => filled !== undefined && isList(filled) && filled.includes(key);
  const entries = Object.entries(properties).map(([key, value]) => {
    const left = GUARDS[key] === true && isFilled(key);
    return [key, left ? value : released(key, value)] as const;
  });
  return Object.fromEntries(entries);
}

function released(key: string, value: Value): Value {
  const open = GUARDS[key];
  // flags that open when true are opened where the program says false
  if (open === true) return typeof value === "boolean" ? true : value;
  if (open !== undefined) return GUARDING.has(value) ? open : value;
  if (isObject(value)) return releaseGuards(value);
  return isList(value) ? value.map((item) => (isObject(item) ? releaseGuards(item) : item)) : value;
}
