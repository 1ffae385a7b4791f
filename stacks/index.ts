import { openSite } from "../components/site/index.ts";
import { readSettings } from "./config.ts";
import { data } from "./data.ts";
import { platform } from "./platform.ts";
import { services } from "./services.ts";

const settings = readSettings();
const sites = settings.sites.map(({ place, ...site }) => ({ site: openSite(site), place }));

const { clusters } = platform(sites, settings.platform);

const estate = sites.map(({ site }) => {
  const stores = data(site, settings);
  const { orders } = services(site, stores);
  return [site.name, { orders: orders.endpoint, uploads: stores.uploads.endpoint }] as const;
});

/** Where each site takes orders and uploads. */
export const endpoints = Object.fromEntries(estate);
/** Where each cluster's API server answers. */
export const apiServers = Object.fromEntries(clusters.map(({ name, server }) => [name, server]));
