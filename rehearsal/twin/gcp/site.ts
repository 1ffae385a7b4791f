import type { Properties } from "../../wire/value.ts";
import type { Places } from "../places.ts";
import type { ResourceSchema } from "../schema/types.ts";
import type { Environment, Site } from "../site.ts";
import { type Context, text } from "../type.ts";

/** The project, region and zone of a provider. */
export function gcpSite(config: Properties, places: Places, _env: Environment): Site {
  const region = text(config, "region") ?? places.gcp.region;
  return { account: text(config, "project") ?? places.gcp.project, region, config, places };
}

export const gcpAccount = (site: Site, inputs: Properties, _schema: ResourceSchema | undefined): string =>
  text(inputs, "project") ?? site.account;

export const projectOf = ({ inputs, site }: Context): string => last(text(inputs, "project") ?? site.account);
export const zoneOf = ({ inputs, site }: Context): string =>
  last(text(inputs, "zone") ?? text(site.config, "zone") ?? (site.region ? `${site.region}-b` : site.places.gcp.zone));
export const regionOf = ({ inputs, site }: Context): string => {
  const zone = text(inputs, "zone");
  return last(text(inputs, "region") ?? (zone === undefined ? site.region : last(zone).replace(/-[a-z]$/, "")));
};
/** Who the provider is to the cloud: a service account of the project. */
export const callerOf = (context: Context): string => `deployer@${projectOf(context)}.iam.gserviceaccount.com`;
/** The last part of a path or link. */
export const last = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
