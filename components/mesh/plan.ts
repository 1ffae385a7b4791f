import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import { addressIn, cut } from "../ipam/index.ts";
import type { MeshArgs, Trust } from "./args.ts";
import { checkMesh, type Finding, GATEWAY_PORT, type MeshDefinition } from "./check.ts";
import { issuerOf, type MeshSettings, settingLimits, settingsOf } from "./settings.ts";
import { kubernetesOf } from "./versions.ts";

/** One cluster of a mesh, and what the others need to know of it. */
export interface Member {
  readonly cluster: KubernetesCluster;
  readonly name: string;
  /** Each cluster is a network of its own: its pods are called through its gateway. */
  readonly network: string;
  /** The gateway's fixed addresses, one for each zone on AWS; none where the cluster is alone. */
  readonly addresses: readonly string[];
  /** Who may call the gateway: the networks of the others. */
  readonly callers: readonly string[];
  /** How many of each controller there are at least. */
  readonly replicas: number;
}
/** A cluster whose control plane reads another. */
export interface Peering {
  readonly holder: Member;
  readonly target: Member;
}
export interface MeshPlan {
  readonly settings: MeshSettings;
  readonly trust: Trust;
  readonly members: readonly Member[];
  readonly peerings: readonly Peering[];
  /** What may not work, though nothing forbids it. */
  readonly findings: readonly Finding[];
}

export const ROOT_NAMESPACE = "istio-system";
/** What is visible to the control planes: the mesh's own namespace, and what says so. */
export const DISCOVERY: readonly Readonly<Record<string, string>>[] = [
  { "kubernetes.io/metadata.name": ROOT_NAMESPACE },
  { "istio-injection": "enabled" },
  { "istio-discovery": "enabled" },
];
/** The pods of the gateways between clusters. */
export const GATEWAY_LABELS = { istio: "eastwestgateway" };
const GATEWAY_HOST = 10;
/** How far the default goes that calls of all services get: it looks for other regions, and finds out who is ill. */
export const EVERY_HOST = "*.local";
// an NLB has an address in each zone and is known by a name; the others have one
const ADDRESSES: { readonly [C in Cloud]: (block: string, zones: number, host: number) => readonly string[] } = {
  aws: (block, zones, host) => cut(block, zones).map((part) => addressIn(part, host)),
  gcp: (block, _zones, host) => [addressIn(block, host)],
  azure: (block, _zones, host) => [addressIn(block, host)],
};

/** What is built on each cluster, and every limit: pure. */
export function planMesh(args: MeshArgs): MeshPlan {
  const { clusters, trust } = args;
  const settings = settingsOf(args);
  const members = clusters.map((cluster) => memberOf(cluster, args));
  const findings = checkMesh(definitionOf(args, settings, members));
  validate("invalid mesh", [
    ...clusterLimits(args),
    ...settingLimits(settings),
    ...findings.map(({ severity, path, code, reason }): Limit => [path, severity === "error", `${reason} (${code})`]),
  ]);
  return {
    settings,
    trust,
    members,
    peerings: members.flatMap((holder) =>
      members.filter((target) => target !== holder).map((target) => ({ holder, target })),
    ),
    findings,
  };
}

function clusterLimits({ clusters, trust, gatewayHosts = {}, egress = [] }: MeshArgs): readonly Limit[] {
  const names = clusters.map(({ name }) => name);
  return [
    ["clusters", clusters.length === 0, "must name at least one cluster"],
    ["trust.generation", notWhole(trust.generation ?? 1, 1, 10_000), "must be a whole number from 1"],
    ...Object.entries(gatewayHosts).flatMap(([name, host]): Limit[] => [
      [`gatewayHosts.${name}`, !names.includes(name), "is none of the clusters"],
      [`gatewayHosts.${name}`, !isHost(host), `must be 5 to 60, got ${host}`],
    ]),
    ...egress.flatMap(({ clusters: some = [] }, index) =>
      some.map(
        (name): Limit => [`egress[${index}].clusters`, !names.includes(name), `${name} is none of the clusters`],
      ),
    ),
  ];
}

// the first and last addresses of a subnet are the clouds', and a zone's part of the block is a /26
function isHost(host: number): boolean {
  return !notWhole(host, 5, 60);
}

function memberOf(cluster: KubernetesCluster, { clusters, gatewayHosts = {} }: MeshArgs): Member {
  const { name, network, site } = cluster;
  const { balancers } = network.allocation;
  const others = clusters.filter((other) => other !== cluster).map((other) => other.network.allocation);
  const asked = gatewayHosts[name] ?? GATEWAY_HOST;
  const host = isHost(asked) ? asked : GATEWAY_HOST;
  return {
    cluster,
    name,
    network: name,
    addresses: others.length === 0 ? [] : ADDRESSES[site.cloud](balancers, network.zones.length, host),
    callers: [...new Set(others.flatMap((other) => [other.network, other.pods]))],
    replicas: site.environment === "prod" ? 2 : 1,
  };
}

/** What is checked of a mesh as a whole. */
export function definitionOf(args: MeshArgs, settings: MeshSettings, members: readonly Member[]): MeshDefinition {
  const { backbone, trust } = args;
  const supported = kubernetesOf(settings.version);
  const everywhere = members.map(({ name }) => name);
  return {
    trustDomain: settings.trustDomain,
    production: members.some(({ cluster }) => cluster.site.environment === "prod"),
    rootInState: trust.kind === "selfSigned",
    rootNamespace: ROOT_NAMESPACE,
    discoverySelectors: DISCOVERY,
    resolvesHostnames: true,
    deniesByDefault: true,
    openings: members.length > 1 ? [{ labels: GATEWAY_LABELS, ports: [GATEWAY_PORT] }] : [],
    destinations: [{ host: EVERY_HOST, localityFailover: true, outlierDetection: true }],
    routes: [{ name: "destination-defaults", clusters: everywhere }],
    clusters: members.map(({ name, network, cluster, addresses: [address] }) => {
      const issuer = trust.kind === "issuer" ? issuerOf(trust, name) : { root: settings.trustDomain, pathLength: 1 };
      const reached = cluster.site.cloud === "aws" ? { hostname: String(address) } : { address: String(address) };
      return {
        name,
        network,
        pods: cluster.network.allocation.pods,
        ...(supported && { kubernetes: { version: cluster.version, supported } }),
        ...(address !== undefined && { gateway: reached }),
        ...(issuer && { root: issuer.root, parentPathLength: issuer.pathLength }),
      };
    }),
    ...(backbone && { reaches: reachesOf(backbone, members) }),
  };
}

/** Who reaches whom over the private ways; who is on one network reaches the other anyhow. */
function reachesOf({ plan }: NonNullable<MeshArgs["backbone"]>, members: readonly Member[]) {
  const joined = [...plan.links, ...plan.peerings].map(({ ends }) => ends.map(({ name }) => name));
  const reach = (one: string, other: string) =>
    one === other || joined.some((ends) => ends.includes(one) && ends.includes(other));
  return members.flatMap(({ name: from, cluster: one }) =>
    members
      .filter(({ cluster: other }) => reach(one.site.name, other.site.name))
      .map(({ name: to }) => ({ from, to, ports: [GATEWAY_PORT, 443] })),
  );
}
