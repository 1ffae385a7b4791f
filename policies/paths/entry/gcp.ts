import type { Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, not, type Truth } from "../../core/truth.ts";
import type { Cluster } from "../cluster.ts";
import { firewallsLet } from "../gcp-firewall.ts";
import { type Hop, uncovered } from "../hop.ts";
import { sideOf } from "../pod.ts";
import { together } from "../ranges.ts";
import { type Door, type Finder, hopOf, orLinked, unfollowed } from "./door.ts";
import { type Routed, routesTo } from "./gcp-url-map.ts";
import { podPortOf } from "./service.ts";

const NEG = "cloud.google.com/neg";
const BACKENDS = [
  "gcp:compute/backendService:BackendService",
  "gcp:compute/regionBackendService:RegionBackendService",
] as const;
const PROXIES = [
  "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
  "gcp:compute/targetHttpProxy:TargetHttpProxy",
  "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
  "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy",
];
const RULES = ["gcp:compute/globalForwardingRule:GlobalForwardingRule", "gcp:compute/forwardingRule:ForwardingRule"];
const NETWORK = "gcp:compute/network:Network";
const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
// from where the proxies of global balancers call (cloud.google.com/load-balancing/docs/firewall-rules)
const GOOGLE = ["35.191.0.0/16", "130.211.0.0/22"];

/** A group of endpoints that a controller keeps for a port of a Service. */
interface Group {
  readonly port: string;
  readonly name: string;
}

/** Ways in by balancers of Google Cloud whose backends are the groups of a Service. */
export const gcpDoors: Finder = (service, cluster, { host }) =>
  groupsOf(service).flatMap((group): readonly Door[] => {
    if ("state" in group)
      return [{ hops: [hopOf(`groups of endpoints of ${service.name}`, group, service)], sources: group }];
    const backends = BACKENDS.flatMap((type) => cluster.graph.ofType(type)).filter((one) => has(one, group) !== false);
    if (backends.length === 0)
      return [
        unfollowed(service, service, `has the group ${group.name}, of a balancer that the program does not show`),
      ];
    return backends.flatMap((backend) => doorsBy(backend, group, service, cluster, host));
  });

function groupsOf(service: Resource): readonly (Group | Unknown)[] {
  const text = service.bag("metadata.annotations").under(NEG).itself();
  // `ingress` alone makes groups for an Ingress, which is asked apart
  if (text.state === "known") return exposed(text.value, text.path);
  return text.state === "unknown" ? [text] : [];
}

function exposed(text: string, path: string): readonly (Group | Unknown)[] {
  try {
    const { exposed_ports: ports = {} } = JSON.parse(text) as Readonly<Record<string, object>>;
    return Object.entries(ports).map(([port, one]: readonly [string, { readonly name?: unknown }]) =>
      typeof one.name === "string" ? { port, name: one.name } : uncovered(path, "leaves names to a controller"),
    );
  } catch {
    return [uncovered(path, "is not JSON")];
  }
}

function has(backend: Resource, { name }: Group): Truth {
  const list = backend.list("backends");
  if (list.state !== "known") return list.state === "unknown" && list;
  const end = `/networkEndpointGroups/${name}`;
  return anyOf(list.value.map((one) => holds(one.text("group"), (text) => text === name || text.endsWith(end))));
}

function doorsBy(
  backend: Resource,
  group: Group,
  service: Resource,
  cluster: Cluster,
  host: string | undefined,
): readonly Door[] {
  const { graph } = cluster;
  const ways = routesTo(backend, host, graph).flatMap((routed) =>
    PROXIES.flatMap((type) => graph.attached(routed.map, { type, key: "urlMap", name: "selfLink" }).sure).flatMap(
      (proxy) =>
        RULES.flatMap((type) => graph.attached(proxy, { type, key: "target", name: "selfLink" }).sure).map((rule) => ({
          ...routed,
          rule,
        })),
    ),
  );
  if (ways.length === 0) return [unfollowed(backend, service, "is led to by what the program does not show")];
  return ways.map((way) => doorBy(way, backend, group, service, cluster, host));
}

function doorBy(
  { map, open, rule }: Routed & { readonly rule: Resource },
  backend: Resource,
  group: Group,
  service: Resource,
  cluster: Cluster,
  host: string | undefined,
): Door {
  const sources = sourcesOf(backend, cluster);
  return {
    port: group.port,
    sources,
    hops: [
      hopOf(`the balancer ${rule.name}`, orLinked(isPublic(rule, backend), cluster.graph), rule, backend),
      hopOf(`listening for ${host ?? "any name"}`, allOf([open, has(backend, group)]), map),
      wayOn(sources, group, service, cluster),
    ],
  };
}

function isPublic(rule: Resource, backend: Resource): Truth {
  // by default forwarding rules and global backends are of the internet, and regional backends are not
  const outward = [rule, backend].map((one) =>
    holds(one.text("loadBalancingScheme"), (scheme) => scheme.startsWith("EXTERNAL"), one.type !== BACKENDS[1]),
  );
  const asks = holds(backend.flag("iap.enabled"), (on) => on);
  return allOf([...outward, asks === true ? uncovered(backend.name, "asks callers to sign in") : not(asks)]);
}

function sourcesOf(backend: Resource, cluster: Cluster): Door["sources"] {
  if (backend.type === BACKENDS[0]) return { kind: "blocks", blocks: GOOGLE };
  const { graph, resource } = cluster;
  const proxies = networksOf(cluster)
    .flatMap((network) => graph.attached(network, { type: SUBNETWORK, key: "network", name: "selfLink" }).sure)
    .filter((subnet) => holds(subnet.text("purpose"), (purpose) => purpose === "REGIONAL_MANAGED_PROXY") === true);
  const blocks = together(
    proxies.map((subnet) => subnet.text("ipCidrRange")),
    resource.name,
  );
  if (blocks.state === "known") return { kind: "blocks", blocks: blocks.value };
  return blocks.state === "unknown" ? blocks : uncovered(resource.name, "has no proxies that the program shows");
}

const networksOf = ({ resource, graph }: Cluster) =>
  graph.named(resource, NETWORK, { key: "network", name: "selfLink" }).sure;

function wayOn(sources: Door["sources"], { port }: Group, service: Resource, cluster: Cluster): Hop {
  const what = `from the balancer to pods of ${service.name}`;
  if (!("blocks" in sources)) return hopOf(what, "state" in sources ? sources : false, service);
  const side = sideOf(service, cluster);
  const target = side && podPortOf(service, port, side);
  const [network] = networksOf(cluster);
  if (target?.state !== "known" || network === undefined)
    return hopOf(
      what,
      uncovered(service.name, "leads to pods, or through a network, that the program does not show"),
      service,
    );
  const { open, by } = firewallsLet(network, sources.blocks, { number: target.value, protocol: "TCP" }, cluster.graph);
  return hopOf(what, open, ...by);
}
