import { openSite } from "../components/site/index.ts";
import { apps } from "./apps.ts";
import { audit } from "./audit.ts";
import { readSettings } from "./config.ts";
import { data } from "./data.ts";
import { delivery } from "./delivery.ts";
import { edge } from "./edge.ts";
import { fleet } from "./fleet.ts";
import { platform } from "./platform.ts";
import { services } from "./services.ts";
import { watch } from "./watch.ts";

const settings = readSettings();
const sites = settings.sites.map(({ place, ...site }) => ({ site: openSite(site), place }));

const estate = sites.map(({ site, place }) => {
  const stores = data(site, settings);
  return { site, place, stores, ...services(site, stores) };
});
audit(estate, settings);
const { clusters, backbone } = platform(estate, settings.platform);
const { federation, mesh } = fleet(clusters, backbone, settings.fleet);
const entrance = edge(clusters, mesh, settings.edge);
const { observability, shop: objective } = watch(clusters, mesh, settings.watch);
const { shop, carts } = apps(federation, mesh, entrance, observability);
delivery(clusters, mesh, settings.delivery);

/** Where each site takes orders and uploads. */
export const endpoints = Object.fromEntries(
  estate.map(({ site, orders, stores }) => [site.name, { orders: orders.endpoint, uploads: stores.uploads.endpoint }]),
);
/** Which site each public name leads to. */
export const names = entrance.door.plan.ways.map(({ host, site }) => `${host} at ${site}`);
/** Where each cluster's API server answers, and that of all of them together. */
export const apiServers = {
  ...Object.fromEntries(clusters.map(({ cluster }) => [cluster.name, cluster.server])),
  [federation.name]: federation.apiServer.url,
};
/** How many replicas of each app each cluster has at first. */
export const replicas = { shop: shop.replicas, carts: carts.replicas };
/** Where dashboards are, where telemetry is sent, and for how long the shop may fail in the window of its objective. */
export const telemetry = { ...observability.endpoints, shopMayFailMinutes: objective.budgetMinutes };
