import { Cluster } from "../cluster/index.ts";
import type { Site } from "../core/site.ts";
import { allocate } from "../ipam/index.ts";
import { Key } from "../key/index.ts";
import { Network } from "../network/index.ts";

/** Who people are, as each cloud writes it. */
export const people = {
  aws: {
    deployer: "arn:aws:iam::111111111111:role/deployer",
    breakGlass: "arn:aws:iam::111111111111:role/break-glass",
    viewers: ["arn:aws:iam::111111111111:role/viewers"],
  },
  gcp: {
    deployer: "serviceAccount:deployer@acme-dev.iam.gserviceaccount.com",
    breakGlass: "serviceAccount:break-glass@acme-dev.iam.gserviceaccount.com",
    viewers: ["group:viewers@acme.example"],
  },
  azure: {
    deployer: "11111111-0000-4000-8000-000000000001",
    breakGlass: "11111111-0000-4000-8000-000000000002",
    viewers: ["11111111-0000-4000-8000-000000000003"],
  },
} as const;

/** A cluster with all that it stands on, for examples of what runs on clusters; called after its site. */
export function exampleCluster(site: Site): Cluster {
  const network = new Network(`${site.name}-network`, { site, addresses: allocate(site.cloud, 0) });
  const secrets = new Key(`${site.name}-cluster-secrets`, {
    site,
    purpose: "cluster-secrets",
    native: { aws: { services: ["logs"] } },
  });
  return new Cluster(site.name, {
    site,
    network: network.place,
    encryption: { key: secrets.key },
    access: { runnerNetwork: ["10.240.0.0/16"] },
    people: people[site.cloud],
  });
}
