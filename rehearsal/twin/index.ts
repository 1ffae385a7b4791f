import { type OpenRequest, type Provider, type ProviderSource } from "../wire/provider.ts";
import { packageOf, providerType } from "../wire/urn.ts";
import type { Properties } from "../wire/value.ts";
import { type Fidelity, Ledger } from "./fidelity.ts";
import { readConfig } from "./life/config.ts";
import { keeping } from "./life/keeping.ts";
import { TwinProvider } from "./life/provider.ts";
import { packageNamed } from "./packages.ts";
import { perturbations } from "./perturb.ts";
import { type Places, placesFrom, type SomePlaces } from "./places.ts";
import { openSchemas, type Schemas } from "./schema/index.ts";
import { type Shared, Subjects } from "./shared.ts";
import type { Environment } from "./site.ts";
import { type Clouds, clouds, type StatedResource } from "./world/clouds.ts";
import { World } from "./world/world.ts";

export type { Fidelity } from "./fidelity.ts";
export type { Places, SomePlaces } from "./places.ts";
export type { Clouds, StatedResource } from "./world/clouds.ts";
export type { Effect, Thing } from "./world/thing.ts";
export type { SavedWorld } from "./world/world.ts";

/** Whether objects of a type are values that exist nowhere but in a state: nothing can be left behind of them. */
export const existsOnlyInState = (type: string): boolean => packageNamed(packageOf(type)).onlyInState ?? false;

/** How a twin is made. */
export interface TwinOptions {
  /** Where the program's `node_modules` are found from. */
  readonly programDirectory: string;
  /** Another seed makes other ids. @default "archipel" */
  readonly seed?: string;
  /** Whether lookups of things nobody made find something. @default "assume" */
  readonly existing?: "assume" | "none";
  /** Accounts, projects, subscriptions and regions instead of the placeholders. */
  readonly places?: SomePlaces;
  readonly cacheDirectory?: string;
  /** Schemas that are open already. @default those that the program has installed */
  readonly schemas?: Schemas;
  /** Whether what is known by hand of single types is used. @default true */
  readonly hand?: boolean;
  /** The time that things are made at. @default 2026-01-01T00:00:00Z */
  readonly clock?: () => Date;
  /** The environment variables that provider defaults are read from. @default none */
  readonly env?: Environment;
}

/** The simulated clouds of one rehearsal. */
export interface Twin extends ProviderSource {
  readonly world: Clouds;
  readonly fidelity: Fidelity;
  /** The environment variables that provider defaults are read from. */
  readonly env: Environment;
  /** Who and where the simulated clouds say they are. */
  readonly places: Places;
  /** Such clouds once more, in which nothing exists yet; what is known of types is not read again. */
  again(): Twin;
  /** The inputs of an object with one harmless thing changed each, the likeliest to change in place first. */
  perturbations(type: string, inputs: Properties): readonly Properties[];
}

/** Makes simulated clouds in which nothing exists yet. */
export function createTwin(options: TwinOptions): Twin {
  const { programDirectory, cacheDirectory, seed = "archipel", existing = "assume", env = {}, hand = true } = options;
  const clock = options.clock ?? (() => new Date("2026-01-01T00:00:00Z"));
  const now = (): string =>
    clock()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  const schemas =
    options.schemas ?? openSchemas(programDirectory, cacheDirectory === undefined ? {} : { cacheDirectory });
  const subjects = new Subjects(schemas, hand);
  const places = placesFrom(options.places);
  return twinOver({ seed, existing, places, env, schemas, now, subjects });
}

function twinOver(lasting: Omit<Shared, "world" | "ledger">): Twin {
  const world = new World(lasting.now);
  const ledger = new Ledger();
  const shared: Shared = { ...lasting, world, ledger };
  const { places, env } = lasting;
  return {
    env,
    places,
    world: clouds(world, (resource) => locate(resource, shared)),
    again: () => twinOver(lasting),
    perturbations: (type, inputs) => {
      const schema = lasting.schemas.resource(type);
      return schema ? perturbations(schema, lasting.schemas, inputs) : [];
    },
    get fidelity() {
      return ledger.fidelity;
    },
    open: async (request: OpenRequest): Promise<Provider> =>
      new TwinProvider(shared, packageNamed(request.package), request),
  };
}

/** Where an object of a state lives: its provider's account, else the one its outputs name. */
function locate(resource: StatedResource, { schemas, places, env, subjects }: Shared) {
  const pkg = packageNamed(packageOf(resource.type));
  const config = readConfig(resource.provider ?? {}, schemas.resource(providerType(pkg.name)), env);
  const { schema, hand } = subjects.of(resource.type, pkg);
  const site = pkg.site(config, places, env);
  const account = pkg.account(site, resource.outputs, schema);
  return { package: pkg.name, account, ...keeping(site, hand, resource.outputs) };
}
