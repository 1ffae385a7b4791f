import { Cluster } from "../cluster/index.ts";
import type { Site } from "../core/site.ts";
import { allocate } from "../ipam/index.ts";
import { Key } from "../key/index.ts";
import { Network } from "../network/index.ts";
import { Federation } from "./index.ts";

const PEOPLE = {
  aws: ["arn:aws:iam::111111111111:role/deployer", "arn:aws:iam::111111111111:role/break-glass"],
  gcp: ["serviceAccount:deployer@acme-dev.iam.gserviceaccount.com", "group:break-glass@acme.example"],
  azure: ["11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002"],
} as const;

function clusterOn(site: Site) {
  const network = new Network(`${site.name}-network`, { site, addresses: allocate(site.cloud, 0) });
  const { key } = new Key(`${site.name}-secrets`, {
    site,
    purpose: "cluster-secrets",
    native: { aws: { services: ["logs"] } },
  });
  const [deployer, breakGlass] = PEOPLE[site.cloud];
  return new Cluster(site.name, {
    site,
    network: network.place,
    encryption: { key },
    access: { runnerNetwork: ["10.240.0.0/16"] },
    people: { deployer, breakGlass },
  });
}

export function example(...sites: readonly [Site, ...Site[]]) {
  const [host, ...others] = sites.map(clusterOn) as [Cluster, ...Cluster[]];
  const federation = new Federation("federation", {
    host,
    members: [host, ...others].map((cluster) => ({ cluster })),
    backup: { bucket: "x" },
  });
  return { apiServer: federation.apiServer.url };
}
