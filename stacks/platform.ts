import { Addons } from "../components/addons/index.ts";
import { Backbone } from "../components/backbone/index.ts";
import { Backup } from "../components/backup/index.ts";
import { Cluster } from "../components/cluster/index.ts";
import type { Site } from "../components/core/site.ts";
import { planAddresses } from "../components/ipam/index.ts";
import { Key } from "../components/key/index.ts";
import { Network } from "../components/network/index.ts";
import { NodePool } from "../components/node-pool/index.ts";
import { MACHINES } from "../components/observability/index.ts";
import type { Place, PlatformSettings } from "./config.ts";
import type { Stores } from "./data.ts";

/** A site, and what the platform must know of it. */
export interface Ground {
  readonly site: Site;
  readonly place: Place;
  readonly stores: Stores;
}
/** A cluster, what it has beside Kubernetes itself, and the stores of its site. */
export interface Member {
  readonly cluster: Cluster;
  readonly addons: Addons;
  readonly backup: Backup;
  readonly stores: Stores;
}

/** What Kubernetes runs on: a network and a cluster on every site, and the ways between them. */
export function platform(grounds: readonly Ground[], settings: PlatformSettings) {
  const placed = grounds.map((ground) => ({
    ...ground,
    name: ground.site.name,
    cloud: ground.site.cloud,
    slot: ground.place.slot,
  }));
  const planned = planAddresses(placed);
  const built = planned.map((ground) => {
    // each mesh and the federation ask the API servers of all
    const others = planned.filter(({ name }) => name !== ground.name);
    const callers = others.flatMap(({ addresses }) => [addresses.network, addresses.pods]);
    return { ...ground, ...onSite(ground, callers, settings) };
  });
  const backbone = new Backbone("backbone", {
    networks: built.map(({ network }) => network),
    premises: settings.premises,
  });
  return { clusters: built as readonly Member[], backbone };
}

type Placed = ReturnType<typeof planAddresses<Ground & { name: string; cloud: Site["cloud"]; slot: number }>>[number];

function onSite(
  { site, name, addresses, place, stores }: Placed,
  callers: readonly string[],
  settings: PlatformSettings,
) {
  const { premises, kubernetes: version, privateEndpoints } = settings;
  const network = new Network(`${name}-network`, { site, addresses, ...(privateEndpoints && { privateEndpoints }) });
  const secrets = new Key(`${name}-cluster-secrets`, {
    site,
    purpose: "cluster-secrets",
    native: { aws: { services: ["logs"] } },
  });
  const cluster = new Cluster(name, {
    site,
    network: network.place,
    encryption: { key: secrets.key },
    access: { runnerNetwork: premises.flatMap(({ ranges }) => ranges), callers },
    people: place.people,
    ...(version !== undefined && { version }),
  });
  for (const { name: pool, ...like } of settings.pools) new NodePool(`${name}-${pool}`, { cluster, ...like });
  const addons = new Addons(`${name}-addons`, { cluster, exempt: [MACHINES] });
  const backup = new Backup(`${name}-backup`, { cluster, addons, bucket: stores.backups });
  return { network, cluster, addons, backup };
}
