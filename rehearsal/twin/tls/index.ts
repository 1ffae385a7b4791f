import type { Package } from "../package.ts";
import { functions } from "./functions.ts";
import { types } from "./types.ts";

/** The tls package: keys and certificates are placeholders that follow from the twin's seed. */
export const tls: Package = {
  name: "tls",
  onlyInState: true,
  types,
  functions,
  bridged: true,
  zeroes: "all",
  keeps: true,
  site: (config, places) => ({ account: "tls", region: "", config, places }),
  account: (site) => site.account,
  nameRule: () => undefined,
  replacement: () => undefined,
  adoptsAdditions: true,
  deleteBeforeReplace: () => false,
  identify: ({ dice }) => ({ id: dice.hex("id", 40), sure: true }),
  output: () => undefined,
  fromId: () => ({}),
  taken: (_token, id) => `${id} already exists`,
  missing: (_token, id) => `${id} not found`,
};
