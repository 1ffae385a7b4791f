import type { FederatedAppArgs, Scaling, Strategy } from "./args.ts";

/** What an app is made of, beside its service and its policies. */
export interface Objects {
  readonly workload: "Deployment" | "Rollout";
  /** Who writes how many replicas there are; nobody where it is fixed. */
  readonly scaler: "HorizontalPodAutoscaler" | "FederatedHPA" | undefined;
}
/** Why two things do not go together. */
export interface Refused {
  readonly refused: string;
}
export type StrategyKind = Strategy["kind"];
export type ScalingKind = Scaling["kind"];

const PER_CLUSTER = "HorizontalPodAutoscaler";
const ACROSS = "FederatedHPA";
/** Strategy and scaling to objects: a pair that is left out does not compile. */
export const OBJECTS: { readonly [S in StrategyKind]: { readonly [K in ScalingKind]: Objects | Refused } } = {
  rolling: {
    fixed: { workload: "Deployment", scaler: undefined },
    perCluster: { workload: "Deployment", scaler: PER_CLUSTER },
    acrossClusters: { workload: "Deployment", scaler: ACROSS },
  },
  canary: {
    fixed: { workload: "Rollout", scaler: undefined },
    perCluster: { workload: "Rollout", scaler: PER_CLUSTER },
    acrossClusters: { workload: "Rollout", scaler: ACROSS },
  },
  blueGreen: {
    fixed: { workload: "Rollout", scaler: undefined },
    perCluster: { workload: "Rollout", scaler: PER_CLUSTER },
    // a blue-green Rollout reports the selector of its active ReplicaSet (Argo Rollouts 1.9, status.selector)
    acrossClusters: {
      refused:
        "a blue-green Rollout reports the pods of one ReplicaSet of one cluster, and FederatedHPA counts by that",
    },
  },
};

/** The row of the table that arguments ask for. */
export function objectsOf({ strategy, scaling }: Pick<FederatedAppArgs, "strategy" | "scaling">): Objects | Refused {
  return OBJECTS[strategy?.kind ?? "rolling"][scaling.kind];
}
