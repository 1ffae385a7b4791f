import type { Package } from "../package.ts";
import { failing } from "./failing.ts";
import { types } from "./types.ts";

/** The random package: values follow from the twin's seed. */
export const random: Package = {
  name: "random",
  onlyInState: true,
  types,
  failing,
  functions: new Map(),
  bridged: true,
  zeroes: "all",
  keeps: true,
  site: (config, places) => ({ account: "random", region: "", config, places }),
  account: (site) => site.account,
  nameRule: () => undefined,
  replacement: () => undefined,
  adoptsAdditions: true,
  deleteBeforeReplace: () => false,
  identify: ({ dice }) => ({ id: dice.hex("id", 16), sure: false }),
  output: () => undefined,
  fromId: () => ({}),
  taken: (_token, id) => `${id} already exists`,
  missing: (_token, id) => `${id} not found`,
};
