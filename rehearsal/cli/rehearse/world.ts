import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { ProgramSource } from "../../engine/program/node.ts";
import { createTwin, type SomePlaces, type Twin } from "../../twin/index.ts";
import { UserError } from "../failure.ts";
import type { RehearseOptions } from "./options.ts";

/** Where things that can be made again are kept between runs. */
export const cacheDirectory = (): string =>
  process.env["ARCHIPEL_CACHE"] ??
  join(process.env["XDG_CACHE_HOME"] ?? (homedir() === "/" ? tmpdir() : join(homedir(), ".cache")), "archipel");

/** The simulated clouds that a program is rehearsed on. */
export function twinFor(
  program: ProgramSource,
  options: Pick<RehearseOptions, "seed" | "existing" | "region">,
  clock: () => Date,
): Twin {
  return createTwin({
    programDirectory: program.directory,
    seed: options.seed,
    existing: options.existing,
    places: placesOf(options.region),
    cacheDirectory: join(cacheDirectory(), "schema"),
    clock,
  });
}

/** Settings of `--region`, by what people call them. */
const SETTERS: { readonly [name: string]: (value: string) => SomePlaces } = {
  aws: (region) => ({ aws: { region } }),
  "aws-account": (account) => ({ aws: { accountId: account } }),
  gcp: (region) => ({ gcp: { region } }),
  "gcp-project": (project) => ({ gcp: { project } }),
  azure: (location) => ({ azure: { location } }),
  "azure-subscription": (subscription) => ({ azure: { subscriptionId: subscription } }),
};

function placesOf(settings: readonly string[]): SomePlaces {
  const places: { [cloud: string]: object } = {};
  for (const setting of settings) {
    const [name = "", value] = setting.split("=", 2);
    const set = SETTERS[name];
    if (!set || !value)
      throw new UserError(
        `--region ${setting}: expected one of ${Object.keys(SETTERS).join(", ")}, as in aws=eu-west-1`,
      );
    for (const [cloud, part] of Object.entries(set(value))) places[cloud] = { ...places[cloud], ...(part as object) };
  }
  return places as SomePlaces;
}
