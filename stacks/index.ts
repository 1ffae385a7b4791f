import { openSite } from "../components/site/index.ts";
import { readSettings } from "./config.ts";
import { data } from "./data.ts";
import { services } from "./services.ts";

const settings = readSettings();
const sites = settings.sites.map(openSite);

const estate = sites.map((site) => {
  const stores = data(site, settings);
  const { orders } = services(site, stores);
  return [site.name, { orders: orders.endpoint, uploads: stores.uploads.endpoint }] as const;
});

/** Where each site takes orders and uploads. */
export const endpoints = Object.fromEntries(estate);
