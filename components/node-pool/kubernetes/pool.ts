import type { NodePoolSpec } from "../args.ts";

/** What a machine must be. */
interface Requirement {
  readonly key: string;
  readonly operator: "In" | "Gt";
  readonly values: readonly string[];
}
/** What one cloud says beside what all machines of Karpenter have in common. */
export interface Machines {
  readonly group: string;
  readonly kind: string;
  readonly requirements: readonly Requirement[];
}

/** A pool of Karpenter's: which machines may come, and when they go. */
export function karpenterPool(name: string, spec: NodePoolSpec, { group, kind, requirements }: Machines) {
  const { architecture, interruptible, zoneLabels, labels, taints, maxCpus } = spec;
  return {
    metadata: { name },
    spec: {
      limits: { cpu: String(maxCpus) },
      disruption: {
        consolidationPolicy: "WhenEmptyOrUnderutilized" as const,
        consolidateAfter: "5m",
        budgets: [{ nodes: "10%" }],
      },
      template: {
        metadata: { labels },
        spec: {
          nodeClassRef: { group, kind, name },
          // a new image a month, drained and not torn down
          expireAfter: "720h",
          taints: taints.map((taint) => ({ ...taint, effect: "NoSchedule" as const })),
          requirements: [
            is("kubernetes.io/os", ["linux"]),
            is("kubernetes.io/arch", [architecture]),
            is("karpenter.sh/capacity-type", [interruptible ? "spot" : "on-demand"]),
            is("topology.kubernetes.io/zone", zoneLabels),
            ...requirements,
          ],
        },
      },
    },
  };
}

/** A machine must have one of these. */
export function is(key: string, values: readonly string[]): Requirement {
  return { key, operator: "In", values };
}
