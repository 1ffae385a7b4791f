import type { Cluster, PoolPlace } from "../cluster/index.ts";
import { regionOf } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import type { Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { NodePoolChildren } from "./native.ts";

export interface NodePoolArgs {
  readonly cluster: Cluster;
  /** General machines; spot ones, which go with two minutes' notice and take only pods that tolerate `archipel.dev/spot`; or ones with a GPU, for pods that tolerate `nvidia.com/gpu`. */
  readonly kind: PoolKind;
  /** The most that all machines together may have. Nothing is there until a pod needs it. @default 64 */
  readonly maxCpus?: number | undefined;
  /** Of one machine. @default 4 */
  readonly cpusPerNode?: CpusPerNode | undefined;
  /** @default "arm64", or "amd64" with a GPU */
  readonly architecture?: "arm64" | "amd64";
  /** Where machines may stand, as the cloud calls its zones. @default the network's */
  readonly zones?: readonly string[];
  /** Whether its pods keep something on disks of their own, so that a machine must not go at short notice. @default false */
  readonly stateful?: boolean;
  /** More labels of its machines. @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<NodePoolChildren>;
}
/** What a pool can be for. */
export const POOL_KINDS = ["general", "spot", "gpu"] as const;
export type PoolKind = (typeof POOL_KINDS)[number];
/** What machines all clouds have. */
export const CPUS_PER_NODE = [2, 4, 8, 16, 32] as const;
export type CpusPerNode = (typeof CPUS_PER_NODE)[number];

/** What keeps pods away that do not ask for such machines. */
export interface Taint {
  readonly key: string;
  readonly value: string;
}
/** `NodePoolArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface NodePoolSpec {
  readonly cluster: Cluster;
  readonly place: PoolPlace;
  readonly gpu: boolean;
  /** Whether machines may be taken away at short notice, for a lower price. */
  readonly interruptible: boolean;
  readonly maxCpus: number;
  readonly cpusPerNode: CpusPerNode;
  readonly architecture: "arm64" | "amd64";
  readonly zones: readonly string[];
  /** The zones as nodes are labelled with them. */
  readonly zoneLabels: readonly string[];
  readonly taints: readonly Taint[];
  readonly labels: Readonly<Record<string, string>>;
  readonly tags: Tags;
}

const TAINTS: { readonly [K in PoolKind]: readonly Taint[] } = {
  general: [],
  spot: [{ key: "archipel.dev/spot", value: "true" }],
  gpu: [{ key: "nvidia.com/gpu", value: "present" }],
};
const ZONE_LABEL: { readonly [C in Cloud]: (zone: string, region: string) => string } = {
  aws: (zone) => zone,
  gcp: (zone) => zone,
  azure: (zone, region) => `${region}-${zone}`,
};
// label values of Kubernetes
const LABEL = /^([a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)?$/;

export function resolveNodePool(name: string, args: NodePoolArgs): NodePoolSpec {
  const { cluster, kind, maxCpus = 64, cpusPerNode = 4, stateful = false, labels = {} } = args;
  const { site, network } = cluster;
  const { zones = network.zones } = args;
  const gpu = kind === "gpu";
  const { architecture = gpu ? "amd64" : "arm64" } = args;
  const fewest = cpusPerNode * Math.max(1, zones.length);
  validate("invalid node pool", [
    ["kind", !POOL_KINDS.includes(kind), `must be one of ${POOL_KINDS.join(", ")}, got ${kind}`],
    [
      "cpusPerNode",
      !CPUS_PER_NODE.includes(cpusPerNode),
      `must be one of ${CPUS_PER_NODE.join(", ")}, got ${cpusPerNode}`,
    ],
    ["cpusPerNode", gpu && cpusPerNode < 4, `must be at least 4 with a GPU (g6, g2, NC), got ${cpusPerNode}`],
    [
      "maxCpus",
      notWhole(maxCpus, fewest, 10_000),
      `must be ${fewest} (a machine in each zone) to 10000, got ${maxCpus}`,
    ],
    [
      "architecture",
      gpu && architecture === "arm64",
      "must be amd64 with a GPU: not every cloud has ARM machines with one",
    ],
    ["zones", zones.length === 0, "must name at least one zone: a machine stands in one"],
    ...zones.map(
      (zone, index): Limit => [
        `zones[${index}]`,
        !network.zones.includes(zone),
        `must be a zone of ${network.name} (${network.zones.join(", ")}), got ${zone}`,
      ],
    ),
    ["stateful", stateful && kind === "spot", "cannot be true on spot: a machine goes with two minutes' notice"],
    [
      "stateful",
      stateful && site.environment === "dev",
      "cannot be true in dev, where every machine is a spot one; use a criticality and a site of prod",
    ],
    ...Object.entries(labels).map(
      ([key, value]): Limit => [`labels.${key}`, !LABEL.test(value), `must be a label value, got ${value}`],
    ),
    ["labels", "archipel.dev/pool" in labels, "must leave archipel.dev/pool alone: it names the pool"],
  ]);
  return {
    cluster,
    place: cluster.pools,
    gpu,
    interruptible: kind === "spot" || site.environment === "dev",
    maxCpus,
    cpusPerNode,
    architecture,
    zones,
    zoneLabels: zones.map((zone) => ZONE_LABEL[site.cloud](zone, regionOf(site))),
    taints: TAINTS[kind],
    labels: { ...labels, "archipel.dev/pool": name },
    tags: { ...site.tags, ...((kind === "spot" || site.environment === "dev") && { interruptible: "true" }) },
  };
}
