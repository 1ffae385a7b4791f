import { type Limit, notWhole, validate } from "../core/validate.ts";

/** The most that a namespace has on all clusters together, and on each. */
export interface FederatedQuota {
  readonly cpus: number;
  readonly memoryGb: number;
  readonly pods: number;
  /** Of it, what a cluster has for itself: there the API server refuses more. @default {}: wherever there is room */
  readonly perCluster?: Readonly<Record<string, Omit<FederatedQuota, "perCluster">>>;
}
type Amounts = Omit<FederatedQuota, "perCluster">;

const UNITS = ["cpus", "memoryGb", "pods"] as const;

/** The quota as Karmada takes it; what clusters have for themselves must lie within the whole. */
export function resolveQuota(namespace: string, quota: FederatedQuota, members: readonly string[]) {
  const { perCluster = {} } = quota;
  const parts = Object.entries(perCluster);
  validate(`invalid quota of ${namespace}`, [
    ...UNITS.flatMap((unit): Limit[] => [
      [unit, notWhole(quota[unit], 1, 100_000), `must be 1 to 100000, got ${quota[unit]}`],
      [
        `perCluster.*.${unit}`,
        parts.reduce((sum, [, part]) => sum + part[unit], 0) > quota[unit],
        `is more than the whole, ${quota[unit]}`,
      ],
      ...parts.map(
        ([name, part]): Limit => [
          `perCluster.${name}.${unit}`,
          notWhole(part[unit], 0, 100_000),
          `must be 0 to 100000, got ${part[unit]}`,
        ],
      ),
    ]),
    ...parts.map(([name]): Limit => [`perCluster.${name}`, !members.includes(name), "is no member"]),
  ]);
  return {
    overall: hard(quota),
    ...(parts.length > 0 && {
      staticAssignments: parts.map(([clusterName, part]) => ({ clusterName, hard: hard(part) })),
    }),
  };
}

function hard({ cpus, memoryGb, pods }: Amounts): Record<string, string> {
  const [cpu, memory] = [`${cpus}`, `${memoryGb}Gi`];
  return { "requests.cpu": cpu, "requests.memory": memory, pods: `${pods}` };
}
