import type { Output } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Transform } from "../core/transform.ts";
import type { PodIdentity } from "../identity/index.ts";
import type { FederationChildren } from "./native.ts";

export interface FederationArgs {
  /** Where the control plane runs; it may be a member too. What runs on members never depends on it. */
  readonly host: KubernetesCluster;
  readonly members: readonly Member[];
  /** @default etcd 3, apiServer 2, controllers 2 in prod; one of each in dev */
  readonly replicas?: Partial<Replicas>;
  /** Of Karmada: chart and images. @default "1.18.1" */
  readonly version?: string;
  /** Where its API server is reached. @default {} */
  readonly entrance?: Entrance;
  /** What happens when a cluster does not answer. @default {} */
  readonly failover?: Failover;
  /** Room of each etcd. @default {} */
  readonly storage?: Storage;
  /** Where snapshots of etcd go; required in prod. @default none */
  readonly backup?: Backup;
  /** Which snapshot etcd begins with: the name of an object under the backup's `etcd/`. Each value begins once. @default none */
  readonly restoreFrom?: string;
  /** Changes to the objects on host, members and hub. @default {} */
  readonly transform?: {
    readonly kubernetes?: { readonly [K in keyof FederationChildren]?: Transform<FederationChildren[K]> };
  };
}

export interface Member {
  readonly cluster: KubernetesCluster;
  /** Its part of what is divided. @default 1 */
  readonly weight?: number;
  /** Who speaks first: the hub to the member's API server, or an agent on the member to the hub's. @default "push" */
  readonly mode?: "push" | "pull";
  /** What workloads must tolerate to be placed there. @default [] */
  readonly taints?: readonly Taint[];
  /** What may be placed there beside the usual kinds. @default [] */
  readonly kinds?: readonly Resources[];
  /** Which of its tokens is in use: one more rotates it. @default 1 */
  readonly tokenGeneration?: number;
}
/** Kinds as rights name them. */
export interface Resources {
  readonly group: string;
  /** In the plural: `deployments`. */
  readonly resources: readonly string[];
}
export interface Taint {
  readonly key: string;
  /** @default none */
  readonly value?: string;
  readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
}
export interface Replicas {
  /** 1, 3 or 5. */
  readonly etcd: number;
  readonly apiServer: number;
  /** Of each of the controllers, the scheduler and the webhook. */
  readonly controllers: number;
}
export interface Entrance {
  /** How its address counts in the host network's `balancers` block. @default 30 */
  readonly host?: number;
  /** Who else may speak to it, as CIDR ranges: where Pulumi runs. @default the range on premises of the address plan */
  readonly clients?: readonly string[];
}
export interface Failover {
  /** Whether workloads leave a cluster that does not answer. @default true */
  readonly evict?: boolean;
  /** How long they stay first; placements ask for it as `clusterTolerations`. @default 300 */
  readonly tolerationSeconds?: number;
}
export interface Storage {
  /** @default 20 in prod, 10 in dev */
  readonly gb?: number;
  /** A class of the host. @default one of its own: solid state, encrypted */
  readonly className?: string;
}
/** A bucket by what it is called and where it answers. */
export interface Store {
  readonly name: Output<string>;
  readonly endpoint: Output<string>;
}
export interface Backup {
  /** Cron, in UTC. @default "17 * * * *": what is lost at most is an hour */
  readonly schedule?: string;
  /** On the host's cloud; its retention decides how long snapshots are kept. A `Bucket` is one. */
  readonly bucket: Store;
  /** What an `Identity` gives for the service account `karmada-system/etcd-backup`: it may write, and to restore also read. */
  readonly identity: PodIdentity;
}
