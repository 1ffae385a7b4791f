import { overlapCidr } from "cidr-tools";
import type { Allocation } from "../core/network.ts";
import type { Cloud } from "../core/site.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import { nth } from "./cut.ts";

export { addressIn, cut } from "./cut.ts";

/** How many networks a cloud can have. */
const SLOTS = 8;
/** Where each cloud's networks, pods and services begin: block, and length of one slot's part. */
const RANGES: {
  readonly [C in Cloud]: { readonly network: string; readonly pods: string; readonly services: string };
} = {
  // pods of AWS need a range that VPCs elsewhere seldom use (RFC 6598)
  aws: { network: "10.16.0.0/13", pods: "100.64.0.0/13", services: "172.20.0.0/16" },
  gcp: { network: "10.32.0.0/13", pods: "10.40.0.0/13", services: "172.21.0.0/16" },
  azure: { network: "10.48.0.0/13", pods: "10.56.0.0/13", services: "172.22.0.0/16" },
};
/** Ranges that nobody is given: addresses on premises, and of the federation's own API server. */
export const RESERVED = { onPremises: "10.240.0.0/12", federation: "10.96.0.0/16" } as const;
/** Where the parts of a network begin, as `[length, which of that length]`. */
const PARTS = {
  nodes: [17, 0],
  edge: [20, 8],
  endpoints: [22, 36],
  controlPlane: [24, 148],
  resolvers: [24, 149],
  gateways: [24, 150],
  balancers: [24, 151],
} as const;

/** A site's place in the plan. */
export interface Place {
  /** The site's name. */
  readonly name: string;
  readonly cloud: Cloud;
  /** Which of the cloud's 8 blocks; chosen once and never changed: nothing else decides where a network lies. */
  readonly slot: number;
}

/** What the plan gives a site. */
export interface Placed {
  readonly addresses: Allocation;
}

/** The blocks of a slot: the same, whoever else is in the plan. */
export function allocate(cloud: Cloud, slot: number): Allocation {
  const { network, pods, services } = RANGES[cloud];
  const own = nth(network, 16, slot);
  const parts = Object.fromEntries(
    Object.entries(PARTS).map(([part, [length, index]]) => [part, nth(own, length, index)]),
  ) as Record<keyof typeof PARTS, string>;
  return { slot, network: own, ...parts, pods: nth(pods, 16, slot), services: nth(services, 20, slot) };
}

/** Every site with its blocks; all mistakes of a plan are told at once. */
export function planAddresses<P extends Place>(places: readonly P[]): readonly (P & Placed)[] {
  validate(
    "invalid address plan",
    places.flatMap(({ name, cloud, slot }, index): Limit[] => {
      const earlier = places.slice(0, index);
      const holder = earlier.find((other) => other.cloud === cloud && other.slot === slot);
      return [
        [`${name}.slot`, notWhole(slot, 0, SLOTS - 1), `must be 0 to ${SLOTS - 1}, got ${slot}`],
        [`${name}.slot`, holder !== undefined, `${cloud} slot ${slot} is ${holder?.name ?? ""}'s`],
        [`${name}`, earlier.some((other) => other.name === name), "is there twice"],
      ];
    }),
  );
  return places.map((place) => ({ ...place, addresses: allocate(place.cloud, place.slot) }));
}

/** The ranges of an estate that meet: what a plan never has, and what networks made by others may have. */
export function overlaps(ranges: readonly (readonly [name: string, cidr: string])[]): readonly string[] {
  return ranges.flatMap(([name, cidr], index) =>
    ranges
      .slice(index + 1)
      .filter(([, other]) => overlapCidr(cidr, other))
      .map(([otherName, other]) => `${name} (${cidr}) and ${otherName} (${other})`),
  );
}
