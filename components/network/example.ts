import type { Site } from "../core/site.ts";
import { allocate } from "../ipam/index.ts";
import { Network } from "./index.ts";

export function example(site: Site) {
  const addresses = allocate(site.cloud, 0);
  const network = new Network("main", { site, addresses, flowLogRetentionDays: 180 });
  return { network: network.id };
}
