import { people } from "../_rehearse/estate.ts";
import type { Site } from "../core/site.ts";
import { allocate } from "../ipam/index.ts";
import { Key } from "../key/index.ts";
import { Network } from "../network/index.ts";
import { Cluster } from "./index.ts";

export function example(site: Site) {
  const network = new Network("network", { site, addresses: allocate(site.cloud, 0) });
  const secrets = new Key("cluster-secrets", {
    site,
    purpose: "cluster-secrets",
    native: { aws: { services: ["logs"] } },
  });
  const cluster = new Cluster("cluster", {
    site,
    network: network.place,
    encryption: { key: secrets.key },
    access: { runnerNetwork: ["10.240.0.0/16"] },
    people: people[site.cloud],
  });
  return { server: cluster.server, issuer: cluster.issuer };
}
