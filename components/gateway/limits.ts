import { isDnsLabel } from "../core/dns-label.ts";
import type { AwsNetwork } from "../core/network.ts";
import type { Cloud } from "../core/site.ts";
import { type Limit, notWhole } from "../core/validate.ts";
import { issuerLimits } from "../mesh/index.ts";
import { proofsDomain } from "./acme.ts";
import type { GatewayArgs, GatewaySpec, Router } from "./args.ts";

// names in one certificate of ACM's, without asking for more (ACM documentation, "Quotas")
const MAX_HOSTS = 10;
// the least of AWS WAF's rate-based rules, and the most of Application Gateway's (both clouds' documentation of rate limits)
const RATE = [10, 5000] as const;
// Gateway API: BackendRef.weight
const MAX_WEIGHT = 1_000_000;
/** What only one cloud asks for. */
const ASKS: { readonly [C in Cloud]: (spec: GatewaySpec, args: GatewayArgs) => readonly Limit[] } = {
  aws: ({ cluster }) => [
    [
      "cluster.network",
      (cluster.network as AwsNetwork).edgeSubnetIds.length < 2,
      "must have its edge in two zones, as an Application Load Balancer must (Elastic Load Balancing documentation)",
    ],
  ],
  gcp: () => [],
  azure: ({ native: { azure }, ...spec }, args) => [
    ...(azure?.certificate === undefined ? signingLimits(spec, args) : []),
    [
      "native.azure.balancerHost",
      notWhole(azure?.balancerHost ?? 20, 5, 60),
      `must be 5 to 60, got ${azure?.balancerHost}`,
    ],
  ],
};

/** What is needed to get a certificate signed where the cloud signs none. */
function signingLimits(
  { acme, cluster }: Omit<GatewaySpec, "native">,
  { zone, addons }: GatewayArgs,
): readonly Limit[] {
  const proofs = proofsDomain(zone.domain);
  return [
    [
      "addons",
      !addons.ready.has("external-secrets"),
      `${addons.logicalName} has no external-secrets, which puts the certificate into Key Vault, where Application Gateway finds it`,
    ],
    [
      "zone",
      !zone.authorities.includes(acme.authority),
      `lets ${zone.authorities.join(", ")} sign, and not ${acme.authority}, who signs for Azure`,
    ],
    [
      "zone",
      zone.delegated.has(proofs),
      `${proofs} is another gateway's: give this one its certificate as native.azure.certificate`,
    ],
    [
      "cluster.network",
      !cluster.network.privateServices.includes("secrets"),
      "must have secrets among its privateEndpoints: the vault of the certificate is closed to the internet",
    ],
  ];
}

/** Everything that may be wrong with a gateway. */
export function gatewayLimits(spec: GatewaySpec, args: GatewayArgs): readonly Limit[] {
  const { zone, mesh, addons } = args;
  const { cluster, hosts, jwt, publicPaths, firewall, criticality } = spec;
  const names = hosts.map(({ host }) => host);
  const [least, most] = RATE;
  return [
    [
      "cluster",
      !mesh.plan.members.some((member) => member.cluster === cluster),
      `${cluster.name} is not in ${mesh.logicalName}`,
    ],
    ...(["gateway-api", "cert-manager"] as const).map(
      (needed): Limit => ["addons", !addons.ready.has(needed), `${addons.logicalName} has no ${needed}`],
    ),
    ["hosts", notWhole(hosts.length, 1, MAX_HOSTS), `must be 1 to ${MAX_HOSTS}, got ${hosts.length}`],
    ...hosts.flatMap((host, index): readonly Limit[] => [
      ...nameLimits(`hosts[${index}].host`, host.host, zone.domain),
      [`hosts[${index}].host`, names.indexOf(host.host) < index, `${host.host} is there twice`],
      ...routeLimits(`hosts[${index}].routes`, host.routes),
      ...host.routedBy.flatMap((router, at) => routerLimits(`hosts[${index}].routedBy[${at}]`, router)),
      [
        `hosts[${index}]`,
        host.routes.length + host.routedBy.length === 0,
        "must name in routes who serves it, or in routedBy whose own routes do",
      ],
    ]),
    ...jwt.flatMap(issuerLimits),
    ...publicPaths.map(
      (path, index): Limit => [
        `publicPaths[${index}]`,
        !path.startsWith("/") || path === "/*" || path === "/",
        `must be a single path below /, got ${path}`,
      ],
    ),
    ["publicPaths", publicPaths.length > 0 && jwt.length === 0, "mean nothing where no token is asked for"],
    ["firewall.mode", !["block", "count"].includes(firewall.mode), `must be block or count, got ${firewall.mode}`],
    [
      "firewall.requestsPerFiveMinutes",
      notWhole(firewall.requestsPerFiveMinutes, least, most),
      `must be ${least} to ${most}, got ${firewall.requestsPerFiveMinutes}`,
    ],
    [
      "criticality",
      !["low", "standard", "high"].includes(criticality),
      `must be low, standard or high, got ${criticality}`,
    ],
    ...ASKS[cluster.site.cloud](spec, args),
  ];
}

function nameLimits(path: string, host: string, domain: string): readonly Limit[] {
  const labels = host.split(".");
  return [
    [
      path,
      host.includes("*"),
      `must be one name, got ${host}: the key of a wildcard opens names that nobody serves here`,
    ],
    [
      path,
      !host.includes("*") && (host.length > 253 || !labels.every((label) => isDnsLabel(label))),
      `must be a DNS name in lower case, got ${host}`,
    ],
    [path, host !== domain && !host.endsWith(`.${domain}`), `must be below ${domain}, got ${host}`],
  ];
}

function routerLimits(at: string, { namespace, podPorts }: Router): readonly Limit[] {
  return [
    [`${at}.namespace`, !isDnsLabel(namespace), `must be a namespace, got ${namespace}`],
    [`${at}.podPorts`, podPorts.length === 0, "must name a port: calls that get in must get on"],
    ...podPorts.map(
      (port, index): Limit => [
        `${at}.podPorts[${index}]`,
        notWhole(port, 1, 65_535),
        `must be 1 to 65535, got ${port}`,
      ],
    ),
  ];
}

function routeLimits(at: string, routes: GatewaySpec["hosts"][number]["routes"]): readonly Limit[] {
  const sharing = (path: string) => routes.filter(({ pathPrefix }) => pathPrefix === path);
  return routes.flatMap((route, index): readonly Limit[] => {
    const { pathPrefix, namespace, service, port, podPort, weight } = route;
    const path = `${at}[${index}]`;
    const shared = sharing(pathPrefix);
    const same = (other: typeof route) =>
      other.pathPrefix === pathPrefix && other.namespace === namespace && other.service === service;
    return [
      [`${path}.pathPrefix`, !/^\/[^\s?#*]*$/.test(pathPrefix), `must begin with / and be a path, got ${pathPrefix}`],
      [`${path}.namespace`, !isDnsLabel(namespace), `must be a namespace, got ${namespace}`],
      [
        `${path}.namespace`,
        shared.some((other) => other.namespace !== namespace),
        `must be the same for all of ${pathPrefix}: a route lies beside its services`,
      ],
      [`${path}.service`, !isDnsLabel(service), `must be a service, got ${service}`],
      [`${path}.service`, routes.findIndex(same) < index, `${service} is there twice for ${pathPrefix}`],
      [`${path}.port`, notWhole(port, 1, 65_535), `must be 1 to 65535, got ${port}`],
      [`${path}.podPort`, notWhole(podPort, 1, 65_535), `must be 1 to 65535, got ${podPort}`],
      [`${path}.weight`, notWhole(weight, 0, MAX_WEIGHT), `must be 0 to ${MAX_WEIGHT} (Gateway API), got ${weight}`],
      [
        `${path}.weight`,
        shared.every((other) => other.weight === 0) && shared[0] === route,
        `must not be 0 for all of ${pathPrefix}: nobody would answer`,
      ],
    ];
  });
}
