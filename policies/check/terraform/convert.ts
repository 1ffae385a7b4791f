import { UNKNOWN } from "../../core/signatures.ts";
import { isObject, type JsonObject } from "../json.ts";
import { camel, RENAMED } from "./names.ts";

/** How properties nest: an object, a list of objects, or a list of plain values; plain values are not named. */
export interface Shape {
  readonly [name: string]: Shape | readonly [Shape] | readonly [];
}

/** Values of a plan as Pulumi's bridge would have them: names, lists of one, and what is not known yet. */
export function converted(values: JsonObject, unknown: unknown, shape: Shape): JsonObject {
  const marks = isObject(unknown) ? unknown : {};
  const keys = [...new Set([...Object.keys(values), ...Object.keys(marks)])];
  const entries = keys.map((key): readonly [string, unknown] => {
    const name = nameIn(shape, key);
    return [name, value(values[key], marks[key], shape[name])];
  });
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/**
 * What of the unknown values somebody meant: a plain value that nobody wrote is filled in by the provider and counts as
 * absent. Blocks stay, since those that are generated leave no trace in the configuration.
 */
export function meant(unknown: unknown, written: ReadonlySet<string> | undefined, shape: Shape): unknown {
  if (!isObject(unknown) || written === undefined) return unknown;
  const isBlock = (key: string) => {
    const own = shape[nameIn(shape, key)];
    return isOne(own) || own?.length === 1;
  };
  return Object.fromEntries(
    Object.entries(unknown).filter(([key, mark]) => mark !== true || written.has(key) || isBlock(key)),
  );
}

/** The name a property has in Pulumi, where lists are plural. */
export function nameIn(shape: Shape, key: string): string {
  const name = RENAMED.get(key) ?? camel(key);
  const plurals = [name, `${name}s`, `${name}es`, name.replace(/y$/, "ies")];
  return plurals.find((candidate) => Object.hasOwn(shape, candidate)) ?? name;
}

function value(item: unknown, unknown: unknown, shape: Shape[string] | undefined): unknown {
  if (unknown === true) return UNKNOWN;
  if (item === null || item === undefined) return undefined;
  if (!Array.isArray(item))
    return isObject(item) && isOne(shape) ? converted(item, unknown, shape) : marked(item, unknown);
  const marks: readonly unknown[] = Array.isArray(unknown) ? unknown : [];
  if (isOne(shape)) return item.length === 0 ? undefined : value(item[0], marks[0], shape);
  return item.map((entry, index) => value(entry, marks[index], shape?.[0]));
}

const isOne = (shape: Shape[string] | undefined): shape is Shape => shape !== undefined && !Array.isArray(shape);

// maps of plain values, in which a part may be unknown
function marked(item: unknown, unknown: unknown): unknown {
  if (!isObject(item) || !isObject(unknown)) return item;
  const unknowns = Object.entries(unknown).filter(([, is]) => is === true);
  return { ...item, ...Object.fromEntries(unknowns.map(([key]) => [key, UNKNOWN])) };
}
