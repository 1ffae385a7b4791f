import { bridgedNames } from "../names/bridged.ts";
import type { Package } from "../package.ts";

/**
 * A package that nothing is known of but its SDK, if there is one: what goes in comes out, and nothing is executed.
 * `executes` says that its very purpose is to run something.
 */
export const echoPackage = (name: string, executes: boolean): Package => ({
  name,
  types: new Map(),
  functions: new Map(),
  bridged: !executes,
  zeroes: "all",
  keeps: false,
  echo: executes ? "always" : "with SDK",
  site: (config, places) => ({ account: name, region: "", config, places }),
  account: (site) => site.account,
  nameRule: bridgedNames({}),
  replacement: () => undefined,
  adoptsAdditions: true,
  deleteBeforeReplace: () => false,
  identify: ({ dice }) => ({ id: dice.hex("id", 20), sure: false }),
  output: (name, { kind }, { dice }) =>
    kind === "string" && /sha256Digest$/i.test(name) ? `sha256:${dice.hex(name, 64)}` : undefined,
  fromId: () => ({}),
  taken: (token, id) => `${token} ${id} already exists`,
  missing: (token, id) => `${token} ${id} not found`,
});
