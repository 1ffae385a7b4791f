import { type Limit, notWhole } from "../core/validate.ts";
import type { Scaling } from "./args.ts";
import type { Members } from "./parts.ts";
import type { Placement, Weights } from "./placement.ts";

type LimitsOf<P extends Placement> = (placement: P, scaling: Scaling, members: Members) => readonly Limit[];
const MOST = Number.MAX_SAFE_INTEGER;

const TABLE: { readonly [K in Placement["kind"]]: LimitsOf<Extract<Placement, { kind: K }>> } = {
  weights: (weights, scaling, members) => [
    ...scalesItself(scaling),
    ...weightLimits("placement", weights, least(scaling), members),
  ],
  spread: ({ minClouds, maxClouds, prefer }, scaling, members) => {
    const clouds = new Set(members.map(({ cluster }) => cluster.site.cloud)).size;
    const preferred = new Set(
      members.filter(({ name }) => prefer.includes(name)).map(({ cluster }) => cluster.site.cloud),
    ).size;
    return [
      ...scalesItself(scaling),
      ["placement.minClouds", notWhole(minClouds, 1, clouds), `must be 1 to ${clouds}, got ${minClouds}`],
      [
        "placement.maxClouds",
        notWhole(maxClouds, minClouds, clouds),
        `must be ${minClouds} to ${clouds}, got ${maxClouds}`,
      ],
      ...prefer.map((name): Limit => ["placement.prefer", unknown(name, members), `${name} is no member`]),
      ["placement.prefer", new Set(prefer).size < prefer.length, "names a member twice"],
      [
        "placement.prefer",
        prefer.length > 0 && preferred < minClouds,
        `must be on ${minClouds} clouds, or the preferred are never enough (Karmada, clusterAffinities)`,
      ],
      ...splitClouds(members),
    ];
  },
  everywhere: ({ minimumPerCluster, surplus }, scaling, members) => {
    const base = minimumPerCluster * members.length;
    const own = scaling.kind === "perCluster";
    return [
      [
        "placement.minimumPerCluster",
        notWhole(minimumPerCluster, 1, MOST),
        `must be 1 or more, got ${minimumPerCluster}`,
      ],
      ["placement.surplus", own && surplus !== undefined, "does not exist where each cluster scales itself"],
      [
        "scaling.min",
        own && scaling.min < minimumPerCluster,
        `must be at least the minimum of each cluster, ${minimumPerCluster}`,
      ],
      [
        "placement.surplus",
        scaling.kind === "acrossClusters" && surplus === undefined,
        "is needed: a minimum alone cannot grow",
      ],
      [
        "scaling.replicas",
        scaling.kind === "fixed" && surplus === undefined && scaling.replicas !== base,
        `must be ${base} (${minimumPerCluster} in each of ${members.length}), or placement.surplus says where the rest is`,
      ],
      [
        "scaling.min",
        scaling.kind === "acrossClusters" && !(scaling.min > base),
        `must be more than the minimum of all clusters, ${base}: FederatedHPA keeps at least one beside it`,
      ],
      [
        "scaling.replicas",
        scaling.kind === "fixed" && surplus !== undefined && !(scaling.replicas > base),
        `must be more than the minimum of all clusters, ${base}, or there is no surplus`,
      ],
      // a member may get nothing of the surplus: it has the minimum
      ...(surplus === undefined || own ? [] : weightLimits("placement.surplus", surplus, MOST, members)),
    ];
  },
  single: ({ member }, _, members) => [["placement.member", unknown(member, members), `${member} is no member`]],
};

/** What is wrong with a placement, for a scaling and the federation's members. */
export function placementLimits(placement: Placement, scaling: Scaling, members: Members): readonly Limit[] {
  const limits = TABLE[placement.kind] as LimitsOf<Placement>;
  return limits(placement, scaling, members);
}

function weightLimits(at: string, { weights }: Weights, replicas: number, members: Members): readonly Limit[] {
  const entries = Object.entries(weights);
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  return [
    [`${at}.weights`, entries.length === 0, "must name at least one member"],
    ...entries.flatMap(([name, weight]): Limit[] => [
      [`${at}.weights.${name}`, unknown(name, members), `${name} is no member`],
      [`${at}.weights.${name}`, notWhole(weight, 1, MOST), `must be 1 or more, got ${weight}`],
      [
        `${at}.weights.${name}`,
        Math.floor((replicas * weight) / sum) < 1,
        `leaves no replica of ${replicas} for ${name}: leave it out, or ask for more`,
      ],
    ]),
  ];
}

function scalesItself(scaling: Scaling): readonly Limit[] {
  return [
    [
      "scaling.kind",
      scaling.kind === "perCluster",
      "perCluster divides nothing: place it everywhere, or on one member",
    ],
  ];
}

// Karmada selects by region and cluster alone: provider is in its schema, and selects nothing
function splitClouds(members: Members): readonly Limit[] {
  const regions = new Map<string, string>();
  return members.map(({ name, cluster: { site, region } }): Limit => {
    const first = regions.get(site.cloud) ?? region;
    regions.set(site.cloud, first);
    return [
      "placement",
      first !== region,
      `${name} is in another region than ${site.cloud}'s others: Karmada spreads by region, not by cloud`,
    ];
  });
}

function least(scaling: Scaling): number {
  return scaling.kind === "fixed" ? scaling.replicas : scaling.min;
}

function unknown(name: string, members: Members): boolean {
  return members.every((member) => member.name !== name);
}
