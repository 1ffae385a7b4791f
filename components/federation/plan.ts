import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import { TOKEN_SERVICES, type TokenService } from "../core/traffic.ts";
import { addressIn, cut, RESERVED } from "../ipam/index.ts";
import type { Backup, FederationArgs, Member, Replicas, Resources, Taint } from "./args.ts";
import { OWN_CLASS } from "./disks.ts";
import { checkFederation } from "./limits.ts";
import { DEFAULT_VERSION } from "./versions.ts";

/** The namespace of the control plane on its host, and of Karmada's own objects on the hub. */
export const SYSTEM = "karmada-system";
/** Where a member keeps what the hub is there. */
export const ON_MEMBER = "karmada-cluster";
/** Where the hub keeps the tokens of members; none of the chart's, so that it is ours to delete. */
export const ON_HUB = "federation-members";
/** The port of the federation's API server, behind the balancer too. */
export const API_PORT = 5443;

/** What is built where. */
export interface FederationPlan {
  readonly host: KubernetesCluster;
  readonly members: readonly PlannedMember[];
  readonly version: string;
  readonly replicas: Replicas;
  /** One, or one in each zone where the cloud's balancers are so. */
  readonly addresses: readonly string[];
  /** Who may speak to the API server, as CIDR ranges. */
  readonly callers: readonly string[];
  /** Where the API servers of members are, which the hub calls, and of the host, which the chart's jobs call. */
  readonly called: readonly string[];
  readonly hostApi: readonly string[];
  /** Where the host's cloud gives pods their identity. */
  readonly identityAt: readonly TokenService[];
  readonly failover: { readonly evict: boolean; readonly tolerationSeconds: number };
  readonly storage: { readonly gb: number; readonly className: string };
  readonly backup: (Backup & { readonly schedule: string }) | undefined;
  readonly etcd: Etcd;
}
export interface PlannedMember {
  readonly name: string;
  readonly cluster: KubernetesCluster;
  readonly weight: number;
  readonly mode: "push" | "pull";
  readonly taints: readonly Taint[];
  readonly kinds: readonly Resources[];
  readonly tokenGeneration: number;
}
/** The members of the control plane's own store. */
export interface Etcd {
  /** By pod: `etcd-0`, … */
  readonly names: readonly string[];
  /** As etcd takes it: `etcd-0=https://…,…`. */
  readonly cluster: string;
  /** The folder of a volume that this life of the store is in: a restore begins another. */
  readonly life: string;
  readonly restoreFrom: string | undefined;
}

const REPLICAS = {
  prod: { etcd: 3, apiServer: 2, controllers: 2 },
  dev: { etcd: 1, apiServer: 1, controllers: 1 },
} as const;
const STORAGE_GB = { prod: 20, dev: 10 } as const;
// an NLB has an address in each zone, the others one
const ADDRESSES: { readonly [C in Cloud]: (block: string, zones: number, host: number) => readonly string[] } = {
  aws: (block, zones, host) => cut(block, zones).map((part) => addressIn(part, host)),
  gcp: (block, _zones, host) => [addressIn(block, host)],
  azure: (block, _zones, host) => [addressIn(block, host)],
};
const ENTRANCE_HOST = 30;
const ON_PREMISES = RESERVED.onPremises;

/** What is built on host, members and hub, and every limit: pure. */
export function planFederation(args: FederationArgs): FederationPlan {
  checkFederation(args);
  const { host, entrance = {}, failover = {}, storage = {}, backup, restoreFrom } = args;
  const { environment, cloud } = host.site;
  const { balancers } = host.network.allocation;
  const members = args.members.map(memberOf);
  const replicas = { ...REPLICAS[environment], ...args.replicas };
  const networks = members.map(({ cluster }) => cluster.network.allocation);
  return {
    host,
    members,
    replicas,
    version: args.version ?? DEFAULT_VERSION,
    addresses: ADDRESSES[cloud](balancers, host.network.zones.length, entrance.host ?? ENTRANCE_HOST),
    callers: unique([
      ...(entrance.clients ?? [ON_PREMISES]),
      host.network.allocation.network,
      ...networks.flatMap(({ network, pods }) => [network, pods]),
    ]),
    called: unique(networks.map(({ controlPlane }) => controlPlane)),
    // by its cluster address, and behind it where the control plane lies
    hostApi: [host.network.allocation.services, host.network.allocation.controlPlane],
    identityAt: TOKEN_SERVICES[cloud],
    failover: { evict: failover.evict ?? true, tolerationSeconds: failover.tolerationSeconds ?? 300 },
    storage: { gb: storage.gb ?? STORAGE_GB[environment], className: storage.className ?? OWN_CLASS },
    backup: backup && { ...backup, schedule: backup.schedule ?? "17 * * * *" },
    etcd: etcdOf(replicas.etcd, restoreFrom),
  };
}

function memberOf({ cluster, weight = 1, mode = "push", taints = [], kinds = [], tokenGeneration = 1 }: Member) {
  return { name: cluster.name, cluster, weight, mode, taints, kinds, tokenGeneration };
}

function etcdOf(count: number, restoreFrom: string | undefined): Etcd {
  const names = Array.from({ length: count }, (_, index) => `etcd-${index}`);
  return {
    names,
    cluster: names.map((name) => `${name}=https://${name}.etcd.${SYSTEM}.svc.cluster.local:2380`).join(","),
    life: restoreFrom === undefined ? "first" : `from-${restoreFrom.replace(/[.]db$/, "")}`,
    restoreFrom,
  };
}

function unique(ranges: readonly string[]): readonly string[] {
  return [...new Set(ranges)];
}
