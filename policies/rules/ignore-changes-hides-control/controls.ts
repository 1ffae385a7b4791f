import { readFileSync } from "node:fs";
import { type Steps, stepsOf } from "./property-path.ts";

/** A property that rules read which stop an update. */
export interface Control {
  readonly path: string;
  readonly steps: Steps;
  readonly rules: readonly string[];
}
type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

let table: Table | undefined;

/** What mandatory rules read of a type, as `npm run fix` finds out from their examples. */
export function controlsOf(type: string): readonly Control[] {
  // most programs ignore nothing
  table ??= JSON.parse(readFileSync(new URL("./controls.json", import.meta.url), "utf8")) as Table;
  const paths = Object.hasOwn(table, type) ? table[type] : undefined;
  return Object.entries(paths ?? {}).map(([path, rules]) => ({ path, steps: stepsOf(path) ?? [path], rules }));
}
