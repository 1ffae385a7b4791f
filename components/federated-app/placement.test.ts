import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cloud } from "../core/site.ts";
import type { Scaling } from "./args.ts";
import { type Members, partsOf } from "./parts.ts";
import { divide, normalise, type Placement, placement } from "./placement.ts";
import { placementLimits } from "./placement-limits.ts";
import { replicasByMember } from "./plan.ts";

const REGION: { readonly [C in Cloud]: string } = { aws: "eu-west-1", gcp: "europe-west1", azure: "westeurope" };
const member = (name: string, cloud: Cloud = "aws", region = REGION[cloud]) =>
  ({ name, cluster: { name, region, site: { cloud } } }) as unknown as Members[number];
const three = [member("aws"), member("gcp", "gcp"), member("azure", "azure")];

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 6 });
const weights = names.chain((all) =>
  fc
    .array(fc.integer({ min: 1, max: 60 }), { minLength: all.length, maxLength: all.length })
    .map((each) => Object.fromEntries(all.map((name, index) => [name, each[index] ?? 1]))),
);
const replicas = fc.integer({ min: 1, max: 5_000 });
const total = (shares: Readonly<Record<string, number>>) =>
  Object.values(shares).reduce((sum, share) => sum + share, 0);

/** A placement of every kind, with a scaling and members for which nothing is wrong with it. */
const sound: fc.Arbitrary<readonly [Placement, Scaling, Members]> = weights
  .chain((shares) =>
    fc.record({
      shares: fc.constant(shares),
      clouds: fc.integer({ min: 1, max: 3 }),
      minimum: fc.integer({ min: 1, max: 20 }),
      count: replicas,
      grows: fc.boolean(),
      kind: fc.constantFrom("weights", "everywhere", "spread", "single", "own" as const),
    }),
  )
  .map(({ shares, clouds, minimum, count, grows, kind }): readonly [Placement, Scaling, Members] => {
    const members = Object.keys(shares).map((name) => member(name));
    const scaling = (min: number): Scaling =>
      grows ? { kind: "acrossClusters", min, max: min + count, cpuPercent: 60 } : { kind: "fixed", replicas: min };
    switch (kind) {
      case "weights":
        return [placement.byWeight(shares), scaling(total(shares) * count), members];
      case "everywhere": {
        const surplus = placement.byWeight(shares);
        const enough = minimum * members.length + count;
        return [placement.everywhere({ minimumPerCluster: minimum, surplus }), scaling(enough), members];
      }
      case "own": {
        const own: Scaling = { kind: "perCluster", min: minimum, max: minimum + count, cpuPercent: 60 };
        return [placement.everywhere({ minimumPerCluster: minimum }), own, members];
      }
      case "single":
        return [placement.on(members[0]?.name ?? ""), scaling(count), members];
      case "spread":
        return [placement.spread({ minClouds: clouds, maxClouds: 3 }), scaling(count), three];
    }
  });
const broken = ([where, scaling, members]: readonly [Placement, Scaling, Members]) =>
  placementLimits(where, scaling, members).flatMap(([path, wrong]) => (wrong ? [path] : []));

describe("dividing", () => {
  it("loses no replica and invents none, and strays from no share by one or more", () => {
    fc.assert(
      fc.property(replicas, weights, (count, shares) => {
        const parts = divide(count, shares);
        expect(total(parts)).toBe(count);
        for (const [name, weight] of Object.entries(shares)) {
          const exact = (count * weight) / total(shares);
          expect(Math.abs((parts[name] ?? 0) - exact)).toBeLessThan(Object.keys(shares).length);
          expect(parts[name]).toBeGreaterThanOrEqual(Math.floor(exact));
        }
      }),
    );
  });

  it("gives the heavier never less", () => {
    fc.assert(
      fc.property(replicas, weights, (count, shares) => {
        const parts = divide(count, shares);
        for (const [light, weight] of Object.entries(shares)) {
          const heavier = Object.keys(shares).filter((name) => (shares[name] ?? 0) > weight);
          for (const heavy of heavier) expect(parts[heavy]).toBeGreaterThanOrEqual(parts[light] ?? 0);
        }
      }),
    );
  });

  it("is 4, 3 and 2 of 9", () => {
    expect(divide(9, { aws: 4, gcp: 3, azure: 2 })).toEqual({ aws: 4, gcp: 3, azure: 2 });
    expect(divide(10, { aws: 4, gcp: 3, azure: 2 })).toEqual({ aws: 5, gcp: 3, azure: 2 });
  });

  it("is the same by the smallest weights", () => {
    fc.assert(
      fc.property(replicas, weights, fc.integer({ min: 1, max: 9 }), (count, shares, times) => {
        const more = Object.fromEntries(Object.entries(shares).map(([name, weight]) => [name, weight * times]));
        expect(normalise(more)).toEqual(normalise(shares));
        expect(divide(count, more)).toEqual(divide(count, shares));
      }),
    );
  });
});

describe("a placement", () => {
  it("of any kind, with what it needs, has nothing wrong with it", () => {
    fc.assert(
      fc.property(sound, (all) => {
        expect(broken(all)).toEqual([]);
      }),
    );
  });

  it("names members only, and mixes no two forms", () => {
    fc.assert(
      fc.property(sound, ([where, scaling, members]) => {
        const known = members.map(({ name }) => name);
        for (const part of partsOf(where, scaling, members)) {
          const { clusterAffinity, clusterAffinities = [], spreadConstraints, replicaScheduling } = part.placement;
          const fixed = replicaScheduling?.weightPreference?.staticWeightList ?? [];
          const named = [
            ...(clusterAffinity?.clusterNames ?? []),
            ...clusterAffinities.flatMap(({ clusterNames = [] }) => clusterNames),
            ...fixed.flatMap(({ targetCluster }) => targetCluster.clusterNames ?? []),
          ];
          expect(known).toEqual(expect.arrayContaining(named));
          expect(named).not.toEqual([]);
          expect(spreadConstraints !== undefined && fixed.length > 0).toBe(false);
          expect(clusterAffinity !== undefined && clusterAffinities.length > 0).toBe(false);
        }
      }),
    );
  });

  it("by weight or everywhere keeps every replica that was asked for", () => {
    fc.assert(
      fc.property(sound, ([where, scaling, members]) => {
        fc.pre(where.kind !== "spread" && scaling.kind !== "perCluster");
        const asked = scaling.kind === "fixed" ? scaling.replicas : scaling.min;
        expect(total(replicasByMember({ parts: partsOf(where, scaling, members) }))).toBe(asked);
      }),
    );
  });

  it("everywhere leaves the minimum on every other member when any one is lost", () => {
    fc.assert(
      fc.property(sound, ([where, scaling, members]) => {
        fc.pre(where.kind === "everywhere");
        const parts = partsOf(where, scaling, members);
        const before = replicasByMember({ parts: parts.filter(({ share }) => share === "main") });
        for (const lost of members) {
          const { [lost.name]: _, ...survivors } = before;
          expect(Object.keys(survivors)).toHaveLength(members.length - 1);
          for (const count of Object.values(survivors)) {
            expect(count).toBeGreaterThanOrEqual(where.minimumPerCluster);
          }
        }
        // and no scaler can take it away
        for (const { share, range } of parts) {
          if (share === "main" && range) expect(range.min).toBeGreaterThanOrEqual(where.minimumPerCluster);
        }
      }),
    );
  });

  it("by preference names those first, and then all", () => {
    const where = placement.spread({ minClouds: 1, maxClouds: 3, prefer: "aws" });
    expect(partsOf(where, { kind: "fixed", replicas: 6 }, three)).toMatchSnapshot();
  });

  const fixed = (count: number): Scaling => ({ kind: "fixed", replicas: count });
  const across = (min: number, max: number): Scaling => ({ kind: "acrossClusters", min, max, cpuPercent: 60 });
  const own: Scaling = { kind: "perCluster", min: 2, max: 6, cpuPercent: 60 };
  const { byWeight, everywhere, on, spread } = placement;
  const surplus = byWeight({ aws: 1 });
  it.each<[string, Placement, Scaling, Members, readonly string[]]>([
    ["no weight", byWeight({}), fixed(3), three, ["placement.weights"]],
    ["a stranger", byWeight({ aws: 1, ibm: 1 }), fixed(3), three, ["placement.weights.ibm"]],
    [
      "weights of nothing, and less",
      byWeight({ aws: 0, gcp: -1, azure: 1.5 }),
      fixed(30),
      three,
      [
        "placement.weights.aws",
        "placement.weights.aws",
        "placement.weights.gcp",
        "placement.weights.gcp",
        "placement.weights.azure",
      ],
    ],
    ["a share of nothing", byWeight({ aws: 9, gcp: 1 }), fixed(3), three, ["placement.weights.gcp"]],
    ["weights where each scales itself", byWeight({ aws: 1 }), own, three, ["scaling.kind"]],
    ["no cloud at all", spread({ minClouds: 0, maxClouds: 3 }), fixed(3), three, ["placement.minClouds"]],
    ["more clouds than there are", spread({ minClouds: 2, maxClouds: 4 }), fixed(3), three, ["placement.maxClouds"]],
    ["at most less than at least", spread({ minClouds: 3, maxClouds: 2 }), fixed(3), three, ["placement.maxClouds"]],
    [
      "strangers preferred, and twice",
      spread({ minClouds: 1, maxClouds: 3, prefer: ["aws", "aws", "ibm"] }),
      fixed(3),
      three,
      ["placement.prefer", "placement.prefer"],
    ],
    ["too few preferred", spread({ minClouds: 2, maxClouds: 3, prefer: "aws" }), fixed(3), three, ["placement.prefer"]],
    [
      "clouds that regions do not tell apart",
      spread({ minClouds: 1, maxClouds: 1 }),
      fixed(3),
      [member("one"), member("two", "aws", "eu-central-1")],
      ["placement"],
    ],
    ["spread where each scales itself", spread({ minClouds: 1, maxClouds: 3 }), own, three, ["scaling.kind"]],
    ["no minimum", everywhere({ minimumPerCluster: 0, surplus }), fixed(3), three, ["placement.minimumPerCluster"]],
    ["a rest without a place", everywhere({ minimumPerCluster: 2 }), fixed(7), three, ["scaling.replicas"]],
    ["a surplus of nothing", everywhere({ minimumPerCluster: 2, surplus }), fixed(6), three, ["scaling.replicas"]],
    ["growth without a place", everywhere({ minimumPerCluster: 2 }), across(7, 9), three, ["placement.surplus"]],
    ["no room above the minimum", everywhere({ minimumPerCluster: 2, surplus }), across(6, 9), three, ["scaling.min"]],
    ["a surplus of each own", everywhere({ minimumPerCluster: 2, surplus }), own, three, ["placement.surplus"]],
    ["less than the minimum of each", everywhere({ minimumPerCluster: 3 }), own, three, ["scaling.min"]],
    ["one stranger", on("ibm"), fixed(3), three, ["placement.member"]],
  ])("is refused for %s", (_, where, scaling, members, paths) => {
    expect(broken([where, scaling, members])).toEqual(paths);
  });
});
