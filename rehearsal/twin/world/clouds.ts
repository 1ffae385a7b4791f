import { equal, isObject, type Properties, type Value } from "../../wire/value.ts";
import type { Change, Effect, Key, Remaining, Thing } from "./thing.ts";
import type { SavedWorld, World } from "./world.ts";

/** One resource of a Pulumi state, as far as a world needs it. */
export interface StatedResource {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** The arguments of its provider, where they are known. */
  readonly provider?: Properties;
}

/** What exists in the simulated clouds, and what may happen to it behind the engine's back. */
export interface Clouds {
  /** Everything that exists, sorted. */
  readonly things: readonly Thing[];
  /** Everything that happened, in order. */
  readonly effects: readonly Effect[];
  /** What is left and is not an assumed object; tombstones say why they stay. */
  remaining(): readonly Remaining[];
  /** Makes exist what a stack's state says exists. */
  seed(resources: readonly StatedResource[]): void;
  /** Changes an object's properties; `null` takes one away. Answers what it was, if there is such an object. */
  drift(named: string | Key, patch: Properties): Thing | undefined;
  /** Deletes an object, by URN, id or key. Answers what it was, if there is such an object. */
  remove(named: string | Key): Thing | undefined;
  save(): SavedWorld;
  restore(saved: SavedWorld): void;
  /** Takes over what was changed in another copy of these clouds. */
  apply(change: Change): void;
  /** Calls back for every change made in this copy. */
  onChange(note: (change: Change) => void): void;
}

/** Knows in which account an object of a state lives, and what keeps what. */
export type Locate = (resource: StatedResource) => Pick<Thing, "package" | "account" | "serves" | "keptBy">;

/** The face of a ledger for those who run rehearsals. */
export function clouds(world: World, locate: Locate): Clouds {
  const find = (named: string | Key): Thing | undefined =>
    typeof named === "string" ? (world.byUrn(named) ?? world.things.find(({ id }) => id === named)) : world.get(named);
  return {
    get things() {
      return world.things;
    },
    get effects() {
      return world.effects;
    },
    remaining: () => world.remaining(),
    seed(resources) {
      for (const resource of resources) {
        const { urn, type, id, inputs, outputs } = resource;
        world.put("adopt", { ...locate(resource), type, id, urn, inputs, outputs, origin: "stated", claims: [] });
      }
    },
    drift(named, patch) {
      const thing = find(named);
      if (!thing) return undefined;
      const outputs = patched(thing.outputs, patch);
      if (!equal(outputs, thing.outputs)) world.put("drift", { ...thing, outputs });
      return thing;
    },
    remove(named) {
      const thing = find(named);
      if (thing) world.remove("remove", thing);
      return thing;
    },
    save: () => world.save(),
    restore: (saved) => world.restore(saved),
    apply: (change) => world.apply(change),
    onChange(note) {
      world.onChange = note;
    },
  };
}

function patched(properties: Properties, patch: Properties): Properties {
  const next: Record<string, Value> = { ...properties };
  for (const key of Object.keys(patch)) {
    const change = patch[key] as Value;
    const was = next[key];
    if (change === null) delete next[key];
    else next[key] = isObject(change) && isObject(was) ? patched(was, change) : change;
  }
  return next;
}
