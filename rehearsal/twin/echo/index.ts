import type { Package } from "../package.ts";

/** A package that nothing is known of: what goes in comes out, and nothing is executed. */
export const echoPackage = (name: string, echo: boolean): Package => ({
  name,
  types: new Map(),
  functions: new Map(),
  bridged: false,
  zeroes: "all",
  keeps: false,
  echo,
  site: (config, places) => ({ account: name, region: "", config, places }),
  account: (site) => site.account,
  nameRule: () => undefined,
  replacement: () => undefined,
  adoptsAdditions: true,
  deleteBeforeReplace: () => false,
  identify: ({ dice }) => ({ id: dice.hex("id", 20), sure: false }),
  output: () => undefined,
  fromId: () => ({}),
  taken: (token, id) => `${token} ${id} already exists`,
  missing: (token, id) => `${token} ${id} not found`,
});
