import { isDeepStrictEqual } from "node:util";
import type { Goal } from "../../engine/resource.ts";
import { matches } from "../../twin/fault/index.ts";
import type { Json } from "../../wire/json.ts";
import type { Properties } from "../../wire/value.ts";
import { put } from "./put.ts";

/** What a program is made to ask for in place of what it says; every part of the target that is said must fit. */
export interface Edit {
  readonly name?: string;
  readonly type?: string;
  /** By property path; null takes a property away. */
  readonly set: { readonly [path: string]: Json };
}
export interface Editor {
  readonly edit: (goal: Goal) => Goal;
  /** Edits that changed nothing so far. */
  readonly unused: () => readonly Edit[];
}

/** Changes registrations before they are planned, so that the engine and the policies see another program. */
export function editorOf(edits: readonly Edit[]): Editor {
  const used = new Set<Edit>();
  return {
    edit: (goal) => {
      const own = edits.filter((edit) => goal.custom && fits(edit, goal));
      const properties = own.reduce<Properties>((before, edit) => {
        const after = changed(before, edit);
        if (!isDeepStrictEqual(before, after)) used.add(edit);
        return after;
      }, goal.properties);
      return own.length === 0 ? goal : { ...goal, properties };
    },
    unused: () => edits.filter((edit) => !used.has(edit)),
  };
}

const fits = ({ name, type }: Edit, goal: Goal): boolean =>
  (name === undefined || matches(name, goal.name)) && (type === undefined || matches(type, goal.type));

const changed = (properties: Properties, { set }: Edit): Properties =>
  Object.entries(set).reduce<Properties>((now, [path, value]) => put(now, path, value), properties);
