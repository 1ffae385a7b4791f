import type { FederationPlace } from "../core/federation.ts";
import type { Kinds } from "../objects/index.ts";
import type { Scaling } from "./args.ts";
import { normalise, type Placement } from "./placement.ts";

export type KarmadaPlacement = NonNullable<Kinds["policy.karmada.io/v1alpha1/PropagationPolicy"]["spec"]["placement"]>;
export type Members = FederationPlace["members"];
/** One workload of an app: what it always has, and beside a minimum the surplus. */
export interface Part {
  readonly share: "main" | "surplus";
  /** How many in each of its clusters, or in all of them together where they are divided. */
  readonly replicas: number;
  /** Between what its scaler keeps it; absent where nothing scales it. */
  readonly range: { readonly min: number; readonly max: number } | undefined;
  readonly placement: KarmadaPlacement;
}
/** What a scaling asks for at first, and between what it moves. */
interface Asked {
  readonly replicas: number;
  readonly range: Part["range"];
}
type PartsOf<P extends Placement> = (placement: P, asked: Asked, members: Members, scaling: Scaling) => readonly Part[];

const TABLE: { readonly [K in Placement["kind"]]: PartsOf<Extract<Placement, { kind: K }>> } = {
  weights: ({ weights }, asked) => [{ share: "main", ...asked, placement: byWeight(weights) }],
  spread: (spread, asked, members) => [{ share: "main", ...asked, placement: spreadOver(spread, members) }],
  single: ({ member }, asked) => [{ share: "main", ...asked, placement: copied([member]) }],
  everywhere: ({ minimumPerCluster, surplus }, asked, members, scaling) => {
    const everywhere = copied(members.map(({ name }) => name));
    if (scaling.kind === "perCluster") return [{ share: "main", ...asked, placement: everywhere }];
    if (surplus === undefined) {
      return [{ share: "main", replicas: minimumPerCluster, range: undefined, placement: everywhere }];
    }
    const rest = (replicas: number) => replicas - minimumPerCluster * members.length;
    const range = asked.range && { min: rest(asked.range.min), max: rest(asked.range.max) };
    return [
      { share: "main", replicas: minimumPerCluster, range: undefined, placement: everywhere },
      {
        share: "surplus",
        replicas: rest(asked.replicas),
        range,
        placement: byWeight(surplus.weights),
      },
    ];
  },
};

/** The workloads of an app, each with the placement that Karmada gets. */
export function partsOf(placement: Placement, scaling: Scaling, members: Members): readonly Part[] {
  const asked: Asked =
    scaling.kind === "fixed"
      ? { replicas: scaling.replicas, range: undefined }
      : { replicas: scaling.min, range: { min: scaling.min, max: scaling.max } };
  const parts = TABLE[placement.kind] as PartsOf<Placement>;
  return parts(placement, asked, members, scaling);
}

function copied(clusterNames: string[]): KarmadaPlacement {
  return { clusterAffinity: { clusterNames }, replicaScheduling: { replicaSchedulingType: "Duplicated" } };
}

function byWeight(weights: Readonly<Record<string, number>>): KarmadaPlacement {
  const shares = Object.entries(normalise(weights));
  return {
    clusterAffinity: { clusterNames: shares.map(([name]) => name) },
    replicaScheduling: {
      replicaSchedulingType: "Divided",
      replicaDivisionPreference: "Weighted",
      weightPreference: {
        staticWeightList: shares.map(([name, weight]) => ({ targetCluster: { clusterNames: [name] }, weight })),
      },
    },
  };
}

// a cloud has its members in one region (a limit), so that choosing regions is choosing clouds
function spreadOver(spread: Extract<Placement, { kind: "spread" }>, members: Members): KarmadaPlacement {
  const { minClouds, maxClouds, prefer } = spread;
  const all = members.map(({ name }) => name);
  const groups = { minGroups: minClouds, maxGroups: maxClouds };
  return {
    // the first group that is enough is taken
    ...(prefer.length === 0
      ? { clusterAffinity: { clusterNames: all } }
      : {
          clusterAffinities: [
            { affinityName: "preferred", clusterNames: [...prefer] },
            { affinityName: "all", clusterNames: all },
          ],
        }),
    spreadConstraints: [
      { spreadByField: "region", ...groups },
      { spreadByField: "cluster", minGroups: minClouds, maxGroups: members.length },
    ],
    replicaScheduling: {
      replicaSchedulingType: "Divided",
      replicaDivisionPreference: "Weighted",
      weightPreference: { dynamicWeight: "AvailableReplicas" },
    },
  };
}
