import { isIPv4 } from "node:net";
import { regionOf } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import { type Limit, outside, validate } from "../core/validate.ts";
import { addressIn, cut, overlaps } from "../ipam/index.ts";
import type { BackboneArgs, Member, Premises } from "./args.ts";

/** One tunnel: a pair of addresses inside, which only the two gateways use. */
export interface Tunnel {
  readonly index: number;
  /** Which of the two outside addresses of a gateway with two it begins at. */
  readonly at: 0 | 1;
  /** A /30 of 169.254.0.0/16. */
  readonly inside: string;
  /** The addresses in it: of the first end, and of the second. */
  readonly addresses: readonly [string, string];
}
/** Who stands at an end of a link: a network of the estate, or one outside it. */
export interface Neighbour {
  readonly name: string;
  readonly asn: number;
  /** What others send to it. */
  readonly routes: readonly string[];
}
/** Two networks on different clouds, joined by tunnels; or one of them and one outside. */
export interface Link<Ends extends readonly [Neighbour, Neighbour] = readonly [Neighbour, Neighbour]> {
  readonly name: string;
  readonly ends: Ends;
  readonly tunnels: readonly Tunnel[];
}
/** The way to a network outside the estate: who of the estate has it, and whom it leads to. */
export interface WayOut {
  readonly of: End;
  readonly to: Neighbour;
  /** Public addresses there. */
  readonly outside: readonly string[];
  readonly link: Link;
}
/** Two networks of one cloud, joined by the cloud itself. */
export interface Peering {
  readonly name: string;
  readonly ends: readonly [End, End];
}
/** A network of the estate and its number. */
export interface End extends Member, Neighbour {
  readonly asn: number;
}
/** Names that only one network can tell, and where it is asked. */
export interface Domain {
  readonly of: End;
  readonly domain: string;
  readonly addresses: readonly string[];
}
export interface BackbonePlan {
  readonly ends: readonly End[];
  readonly links: readonly Link<readonly [End, End]>[];
  readonly waysOut: readonly WayOut[];
  readonly peerings: readonly Peering[];
  readonly domains: readonly Domain[];
  readonly bandwidth: "standard" | "high";
}

const ORDER: readonly Cloud[] = ["aws", "gcp", "azure"];
const FIRST_ASN: { readonly [C in Cloud]: number } = { aws: 64_512, gcp: 64_528, azure: 64_544 };
// pods of an overlay (AKS) have addresses that mean nothing outside their cluster
const ROUTABLE_PODS: { readonly [C in Cloud]: boolean } = { aws: true, gcp: true, azure: false };
// each pair of clouds has a /24 of its own. Azure takes 169.254.21.0 to 169.254.22.255 only (its VPN gateway's BGP page);
// AWS keeps 169.254.0.0/30 to 169.254.5.0/30 and 169.254.169.252/30 (its page on tunnel options)
const INSIDE = {
  "aws-gcp": ["169.254.24.0/24", 4],
  "aws-azure": ["169.254.21.0/24", 4],
  "gcp-azure": ["169.254.22.0/24", 2],
} as const;
// outside the estate: what the rows above leave
const INSIDE_OUTWARDS: { readonly [C in Cloud]: string } = {
  aws: "169.254.25.0/25",
  gcp: "169.254.25.128/25",
  azure: "169.254.21.128/25",
};
// AWS takes the first address of a tunnel for itself, Azure is built for the second
const COMES_FIRST: { readonly [C in Cloud]: boolean } = { aws: true, gcp: true, azure: false };
// AWS's connections have two tunnels each; a gateway with two addresses meets each of them once
const TUNNELS_OUTWARDS: { readonly [C in Cloud]: (addresses: number) => number } = {
  aws: (addresses) => addresses * 2,
  gcp: () => 2,
  azure: () => 2,
};
/** As many links as one gateway has tunnels for, in a /24: the slots of a cloud. */
const LINKS = 8;
const TUNNEL_ADDRESSES = 4;
const MOST_TUNNELS = 4;

/** What is built, and every limit: pure, so that a link more moves no address of another. */
export function planBackbone({ networks, premises = [], bandwidth = "standard" }: BackboneArgs): BackbonePlan {
  const ends = networks.map(endOf);
  const others = premises.map(({ name, asn, ranges }): Neighbour => ({ name, asn, routes: ranges }));
  validate("invalid backbone", [
    ["networks", ends.length === 0, "must name at least one network"],
    ...ends.flatMap((end, index) => endLimits(end, ends.slice(0, index), index)),
    ...premises.flatMap((one, index) => premisesLimits(one, index, premises, ends)),
    ...overlaps([...ends, ...others].flatMap(({ name, routes }) => routes.map((range) => [name, range] as const))).map(
      (both): Limit => ["networks", true, `${both} meet: no route can tell them apart`],
    ),
  ]);
  const pairs = ends.flatMap((one, index) => ends.slice(index + 1).map((other) => inOrder(one, other)));
  return {
    ends,
    links: pairs.filter(([one, other]) => one.site.cloud !== other.site.cloud).map(linkOf),
    peerings: pairs
      .filter(([one, other]) => one.site.cloud === other.site.cloud)
      .map((both) => ({ name: nameOf(both), ends: both })),
    waysOut: premises.flatMap((one) => wayOut(one, ends)),
    domains: ends.flatMap(domainOf),
    bandwidth,
  };
}

function endOf(member: Member): End {
  const { site, place } = member;
  const { slot, network, pods } = place.allocation;
  const routes = ROUTABLE_PODS[site.cloud] ? [network, pods] : [network];
  return { site, place, name: site.name, asn: member.asn ?? FIRST_ASN[site.cloud] + slot, routes };
}

function endLimits({ name, asn, site, place }: End, earlier: readonly End[], index: number): readonly Limit[] {
  const at = `networks[${index}]`;
  return [
    [`${at}.place`, place.cloud !== site.cloud, `is on ${place.cloud}, its site on ${site.cloud}`],
    [`${at}.site`, earlier.some((other) => other.name === name), `${name} is there twice`],
    [`${at}.asn`, earlier.some((other) => other.asn === asn), `${asn} is taken: every gateway has its own`],
    [
      `${at}.asn`,
      outside(asn, 64_512, 65_534) || (asn >= 65_517 && asn <= 65_520),
      `must be a private number (RFC 6996: 64512 to 65534) and none that Azure keeps (65517 to 65520), got ${asn}`,
    ],
  ];
}

function premisesLimits(
  { name, at, slot = 0, addresses, asn, ranges }: Premises,
  index: number,
  all: readonly Premises[],
  ends: readonly End[],
): readonly Limit[] {
  const path = `premises[${index}]`;
  const taken = all.slice(0, index).some((other) => other.at === at && (other.slot ?? 0) === slot);
  return [
    [
      `${path}.at`,
      !ends.some((end) => end.name === at),
      `must be one of ${ends.map((end) => end.name).join(", ")}, got ${at}`,
    ],
    [`${path}.name`, ends.some((end) => end.name === name), `${name} is a network of the estate`],
    [`${path}.slot`, outside(slot, 0, LINKS - 1) || taken, `must be 0 to ${LINKS - 1} and free at ${at}, got ${slot}`],
    [`${path}.addresses`, outside(addresses.length, 1, 2), `must be one or two, got ${addresses.length}`],
    ...addresses.map(
      (address, of): Limit => [
        `${path}.addresses[${of}]`,
        isIPv4(address) === false || overlaps([["private", address], ...PRIVATE]).length > 0,
        `must be a public IPv4 address, got ${address}`,
      ],
    ),
    [`${path}.asn`, ends.some((end) => end.asn === asn), `${asn} is taken: every gateway has its own`],
    [`${path}.ranges`, ranges.length === 0, "must name at least one range, or nothing leads there"],
  ];
}

// RFC 1918
const PRIVATE = [
  ["ten", "10.0.0.0/8"],
  ["twelve", "172.16.0.0/12"],
  ["sixteen", "192.168.0.0/16"],
] as const;

function wayOut(premises: Premises, ends: readonly End[]): readonly WayOut[] {
  const { name, asn, ranges, addresses, slot = 0 } = premises;
  const of = ends.find((end) => end.name === premises.at);
  if (of === undefined) return [];
  const to: Neighbour = { name, asn, routes: ranges };
  const { cloud } = of.site;
  const first = slot * MOST_TUNNELS * TUNNEL_ADDRESSES;
  const both = COMES_FIRST[cloud] ? ([of, to] as const) : ([to, of] as const);
  const link = {
    name: `${of.name}-${name}`,
    ends: both,
    tunnels: tunnelsIn(INSIDE_OUTWARDS[cloud], first, TUNNELS_OUTWARDS[cloud](addresses.length)),
  };
  return [{ of, to, outside: addresses, link }];
}

function inOrder(one: End, other: End): readonly [End, End] {
  return ORDER.indexOf(one.site.cloud) <= ORDER.indexOf(other.site.cloud) ? [one, other] : [other, one];
}

function nameOf([one, other]: readonly [End, End]): string {
  return `${one.name}-${other.name}`;
}

function linkOf(ends: readonly [End, End]): Link<readonly [End, End]> {
  const [one, other] = ends;
  const [block, tunnels] = INSIDE[`${one.site.cloud}-${other.site.cloud}` as keyof typeof INSIDE];
  // a Latin square: no gateway meets the same addresses twice, and a slot's addresses never move
  const square = (one.place.allocation.slot + other.place.allocation.slot) % LINKS;
  return {
    name: nameOf(ends),
    ends,
    tunnels: tunnelsIn(block, square * tunnels * TUNNEL_ADDRESSES, tunnels),
  };
}

/** Tunnels of a block from an address on; the first half of them begins at a gateway's first outside address. */
function tunnelsIn(block: string, from: number, count: number): readonly Tunnel[] {
  return Array.from({ length: count }, (_, index) => {
    const first = from + index * TUNNEL_ADDRESSES;
    return {
      index,
      at: index < count / 2 ? 0 : 1,
      inside: `${addressIn(block, first)}/30`,
      addresses: [addressIn(block, first + 1), addressIn(block, first + 2)],
    };
  });
}

// where a private API server's name is known, and how many addresses answer; Google Cloud's servers are reached by address
const DOMAINS: { readonly [C in Cloud]?: readonly [domain: (region: string) => string, addresses: number] } = {
  aws: [(region) => `${region}.eks.amazonaws.com`, 2],
  azure: [(region) => `privatelink.${region}.azmk8s.io`, 1],
};

function domainOf(end: End): readonly Domain[] {
  const known = DOMAINS[end.site.cloud];
  if (known === undefined) return [];
  const [domain, count] = known;
  const addresses = cut(end.place.allocation.resolvers, count).map(inboundAddress);
  return [{ of: end, domain: domain(regionOf(end.site)), addresses }];
}

// both clouds keep the first addresses of a subnet for themselves
function inboundAddress(block: string): string {
  return addressIn(block, 10);
}
