import { regionOf } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import { type Limit, outside, validate } from "../core/validate.ts";
import { addressIn, cut, overlaps } from "../ipam/index.ts";
import type { BackboneArgs, Member } from "./args.ts";

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
/** Two networks on different clouds, joined by tunnels. */
export interface Link {
  readonly name: string;
  readonly ends: readonly [End, End];
  readonly tunnels: readonly Tunnel[];
}
/** Two networks of one cloud, joined by the cloud itself. */
export interface Peering {
  readonly name: string;
  readonly ends: readonly [End, End];
}
/** A network and its number. */
export interface End extends Member {
  readonly name: string;
  readonly asn: number;
  /** What the others send to it. */
  readonly routes: readonly string[];
}
/** Names that only one network can tell, and where it is asked. */
export interface Domain {
  readonly of: End;
  readonly domain: string;
  readonly addresses: readonly string[];
}
export interface BackbonePlan {
  readonly ends: readonly End[];
  readonly links: readonly Link[];
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
/** As many links as one gateway has tunnels for, in a /24: the slots of a cloud. */
const LINKS = 8;
const TUNNEL_ADDRESSES = 4;

/** What is built, and every limit: pure, so that a link more moves no address of another. */
export function planBackbone({ networks, bandwidth = "standard" }: BackboneArgs): BackbonePlan {
  const ends = networks.map(endOf);
  validate("invalid backbone", [
    ["networks", ends.length === 0, "must name at least one network"],
    ...ends.flatMap((end, index) => endLimits(end, ends.slice(0, index), index)),
    ...overlaps(ends.flatMap(({ name, routes }) => routes.map((range) => [name, range] as const))).map(
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

function inOrder(one: End, other: End): readonly [End, End] {
  return ORDER.indexOf(one.site.cloud) <= ORDER.indexOf(other.site.cloud) ? [one, other] : [other, one];
}

function nameOf([one, other]: readonly [End, End]): string {
  return `${one.name}-${other.name}`;
}

function linkOf(ends: readonly [End, End]): Link {
  const [one, other] = ends;
  const [block, tunnels] = INSIDE[`${one.site.cloud}-${other.site.cloud}` as keyof typeof INSIDE];
  // a Latin square: no gateway meets the same addresses twice, and a slot's addresses never move
  const square = (one.place.allocation.slot + other.place.allocation.slot) % LINKS;
  return {
    name: nameOf(ends),
    ends,
    tunnels: Array.from({ length: tunnels }, (_, index) => {
      const first = (square * tunnels + index) * TUNNEL_ADDRESSES;
      return {
        index,
        at: index < tunnels / 2 ? 0 : 1,
        inside: `${addressIn(block, first)}/30`,
        addresses: [addressIn(block, first + 1), addressIn(block, first + 2)],
      };
    }),
  };
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
