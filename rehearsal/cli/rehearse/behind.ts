import type { ResourceState } from "../../engine/resource.ts";
import { matches } from "../../twin/fault/index.ts";
import type { Thing, Twin } from "../../twin/index.ts";
import type { Json } from "../../wire/json.ts";
import { isProviderType, nameOf } from "../../wire/urn.ts";
import { isObject, type Properties, Secret, type Value } from "../../wire/value.ts";
import { put } from "./put.ts";
import type { Target } from "./script.ts";

/** The objects of a state that a target means. */
export function chosen(resources: readonly ResourceState[], { urn, name, type }: Target): ResourceState[] {
  return resources.filter(
    (entry) =>
      entry.custom &&
      !entry.delete &&
      !isProviderType(entry.type) &&
      (urn === undefined || matches(urn, entry.urn)) &&
      (name === undefined || matches(name, nameOf(entry.urn))) &&
      (type === undefined || matches(type, entry.type)),
  );
}

/** Where a state's object is in the ledger. */
export const thingOf = ({ things }: Twin["world"], { urn, type, id }: ResourceState): Thing | undefined =>
  things.find((thing) => thing.urn === urn && thing.id === id) ??
  things.find((thing) => thing.type === type && thing.id === id);

/** Changes an object as somebody in a console would; false when it is not there. */
export function drift(world: Twin["world"], entry: ResourceState, set: { readonly [path: string]: Json }): boolean {
  const thing = thingOf(world, entry);
  if (!thing) return false;
  const outputs = Object.entries(set).reduce<Properties>((now, [path, value]) => put(now, path, value), thing.outputs);
  // the ledger merges objects: what is taken away has to be said
  world.drift(thing, withGone(thing.outputs, outputs));
  return true;
}

/** Deletes an object as somebody in a console would; false when it is not there. */
export function vanish(world: Twin["world"], entry: ResourceState): boolean {
  const thing = thingOf(world, entry);
  return thing !== undefined && world.remove(thing) !== undefined;
}

function withGone(was: Properties, is: Properties): Properties {
  const next: Record<string, Value> = { ...is };
  for (const key of Object.keys(was)) {
    const old = was[key];
    // what somebody changed in a console is no secret of the program's
    const now = is[key] instanceof Secret && is[key] !== old ? is[key].value : is[key];
    if (now !== undefined) next[key] = now;
    if (now === undefined) next[key] = null;
    else if (isObject(old) && isObject(now)) next[key] = withGone(old, now);
  }
  return next;
}
