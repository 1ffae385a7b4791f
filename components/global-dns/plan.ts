import type { Cloud } from "../core/site.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { Endpoint, Entry, GlobalDnsArgs, Health, Steering } from "./args.ts";
import { nearestAwsRegion } from "./nearest.ts";

/** One way to a host: a name's record, told from the others by `site`. */
export interface Way {
  readonly host: string;
  readonly site: string;
  readonly gateway: Entry;
  readonly weight: number;
  /** The region of AWS that it counts as in. */
  readonly region: string;
  /** Whether it is the first that is well, or the next. */
  readonly rank: "PRIMARY" | "SECONDARY";
}
export interface GlobalDnsPlan {
  readonly steering: Steering;
  readonly health: Health;
  readonly ttlSeconds: number;
  /** Every gateway, drained or not: who is away is still asked, so that it is known when they are well. */
  readonly entries: readonly Entry[];
  readonly ways: readonly Way[];
}

// what Route 53 takes: weights of weighted records, and the longest time of a record that is of use
const MAX_WEIGHT = 255;
const MAX_TTL = 86_400;
// what a zone of each cloud can lead to without more
const STEERS: { readonly [C in Cloud]: boolean } = { aws: true, gcp: false, azure: false };
const STEERINGS: readonly Steering[] = ["weight", "latency", "failover"];

/** Which name leads where, and every limit: pure. */
export function planGlobalDns(args: GlobalDnsArgs): GlobalDnsPlan {
  const { endpoints, steering = "weight", drained = [], ttlSeconds = 60 } = args;
  const { health = { intervalSeconds: 30, failures: 3 } } = args;
  const live = endpoints.filter(({ gateway }) => !drained.includes(gateway.site.name));
  const hosts = [...new Set(endpoints.flatMap(({ gateway }) => gateway.hosts))].sort();
  const ways = hosts.flatMap((host) =>
    live
      .filter(({ gateway }) => gateway.hosts.includes(host))
      .map(({ gateway, weight = 1, nearestAwsRegion: region = nearestAwsRegion(gateway.site) }, index): Way => {
        const rank = index === 0 ? "PRIMARY" : "SECONDARY";
        return { host, site: gateway.site.name, gateway, weight, region: region ?? "", rank };
      }),
  );
  const plan = { steering, health, ttlSeconds, entries: endpoints.map(({ gateway }) => gateway), ways };
  validate("invalid front door", [
    ...endpoints.flatMap((endpoint, index) => endpointLimits(endpoint, index, args, plan)),
    ...zoneLimits(args),
    ...steeringLimits(plan, hosts),
    ...drained.map(
      (name, index): Limit => [
        `drained[${index}]`,
        !endpoints.some(({ gateway }) => gateway.site.name === name),
        `${name} is the site of no endpoint`,
      ],
    ),
    [
      "health.intervalSeconds",
      ![10, 30].includes(health.intervalSeconds),
      `must be 10 or 30 (Route 53), got ${health.intervalSeconds}`,
    ],
    ["health.failures", notWhole(health.failures, 1, 10), `must be 1 to 10 (Route 53), got ${health.failures}`],
    ["ttlSeconds", notWhole(ttlSeconds, 1, MAX_TTL), `must be 1 to ${MAX_TTL}, got ${ttlSeconds}`],
  ]);
  return plan;
}

function endpointLimits(
  { gateway, weight = 1, nearestAwsRegion: region = nearestAwsRegion(gateway.site) }: Endpoint,
  index: number,
  { zone, endpoints }: GlobalDnsArgs,
  { steering, health }: GlobalDnsPlan,
): readonly Limit[] {
  const at = `endpoints[${index}]`;
  const { site, hosts, spec } = gateway;
  const first = endpoints.findIndex((other) => other.gateway.site.name === site.name);
  const asked = 300 / health.intervalSeconds;
  return [
    [`${at}.gateway`, first < index, `${site.name} has two gateways here: their records would have one name`],
    ...hosts.map(
      (host): Limit => [
        `${at}.gateway.hosts`,
        host !== zone.domain && !host.endsWith(`.${zone.domain}`),
        `${host} is not below ${zone.domain}`,
      ],
    ),
    [
      `${at}.weight`,
      notWhole(weight, 1, MAX_WEIGHT),
      `must be 1 to ${MAX_WEIGHT} (Route 53), got ${weight}: 0 is what drained is for`,
    ],
    [
      `${at}.nearestAwsRegion`,
      steering === "latency" && region === undefined,
      "is required: it is not known which region of AWS lies nearest",
    ],
    [
      `${at}.gateway.firewall.requestsPerFiveMinutes`,
      spec.firewall.requestsPerFiveMinutes <= asked,
      `must be more than ${asked}: the firewall would turn health checks away`,
    ],
  ];
}

function zoneLimits({ zone, endpoints }: GlobalDnsArgs): readonly Limit[] {
  const elsewhere = !STEERS[zone.site.cloud];
  return [
    ["endpoints", endpoints.length === 0, "must name at least one gateway"],
    [
      "zone",
      elsewhere && endpoints.length > 1,
      "must be on AWS where there are several endpoints: its zones alone steer between addresses of any cloud",
    ],
    [
      "zone",
      elsewhere && endpoints.some(({ gateway }) => gateway.address.kind === "alias"),
      "must be on AWS where a gateway is: its balancer has a name and no address",
    ],
  ];
}

function steeringLimits({ steering, ways }: GlobalDnsPlan, hosts: readonly string[]): readonly Limit[] {
  return [
    ["steering", !STEERINGS.includes(steering), `must be one of ${STEERINGS.join(", ")}, got ${steering}`],
    ...hosts.flatMap((host): readonly Limit[] => {
      const own = ways.filter((way) => way.host === host);
      const regions = own.map(({ region }) => region);
      return [
        ["drained", own.length === 0, `leaves nobody for ${host}`],
        [
          "steering",
          steering === "failover" && own.length > 2,
          `failover takes two endpoints for ${host} (Route 53: one primary, one secondary), got ${own.length}`,
        ],
        [
          "steering",
          steering === "latency" && new Set(regions).size < regions.length,
          `latency needs endpoints of ${host} in different regions of AWS (Route 53: one record for each), got ${regions.join(", ")}`,
        ],
      ];
    }),
  ];
}
