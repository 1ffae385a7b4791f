import type { Goal } from "../../engine/resource.ts";
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

/** The registration with every protection taken off, Pulumi's and the cloud's. */
export function unprotect(goal: Goal): Goal {
  return { ...goal, protect: false, properties: release(goal.properties) };
}

function release(properties: Properties): Properties {
  const entries = Object.entries(properties).map(([key, value]) => [key, released(key, value)] as const);
  return Object.fromEntries(entries);
}

function released(key: string, value: Value): Value {
  const open = GUARDS[key];
  // flags that open when true are opened where the program says false
  if (open === true) return typeof value === "boolean" ? true : value;
  if (open !== undefined) return GUARDING.has(value) ? open : value;
  if (isObject(value)) return release(value);
  return isList(value) ? value.map((item) => (isObject(item) ? release(item) : item)) : value;
}
