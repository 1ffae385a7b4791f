import type { Cloud, Site, SiteOf } from "../core/site.ts";
import { resolveSite, type SiteConfig, type SiteSpec } from "./args.ts";
import { awsSite } from "./aws.ts";
import { azureSite } from "./azure.ts";
import { gcpSite } from "./gcp.ts";

export type { SiteConfig } from "./args.ts";

const openers: { readonly [C in Cloud]: (spec: SiteSpec<C>) => SiteOf<C> } = {
  aws: awsSite,
  gcp: gcpSite,
  azure: azureSite,
};

/** Gives a configured site the one provider all its resources use, and what its cloud needs before anything else. */
export function openSite(config: SiteConfig): Site {
  const open = openers[config.cloud] as (spec: SiteSpec) => Site;
  return open(resolveSite(config));
}
