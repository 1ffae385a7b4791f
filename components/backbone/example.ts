import type { Site } from "../core/site.ts";
import { allocate } from "../ipam/index.ts";
import { Network } from "../network/index.ts";
import { Backbone } from "./index.ts";

export function example(...sites: readonly Site[]) {
  const networks = sites.map(
    (site) => new Network(`${site.name}-network`, { site, addresses: allocate(site.cloud, 0) }),
  );
  const backbone = new Backbone("backbone", { networks });
  return { links: backbone.plan.links.map(({ name }) => name) };
}
