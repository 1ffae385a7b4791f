import { createTwin, type SomePlaces, type Twin } from "../../twin/index.ts";
import { schemaCache } from "../cache.ts";
import { UserError } from "../failure.ts";
import type { LocatedProgram } from "../project/located.ts";
import type { RehearseOptions } from "./options.ts";

/** The simulated clouds that a program is rehearsed on. */
export function twinFor(
  { sdkDirectory }: Pick<LocatedProgram, "sdkDirectory">,
  options: Pick<RehearseOptions, "seed" | "existing" | "region">,
  clock: () => Date,
): Twin {
  return createTwin({
    programDirectory: sdkDirectory,
    seed: options.seed,
    existing: options.existing,
    places: placesOf(options.region),
    cacheDirectory: schemaCache(),
    clock,
    // what tells Kubernetes providers how to go on without a cluster
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("PULUMI_K8S_"))),
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
