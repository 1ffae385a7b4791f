import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, not, someItem, type Truth } from "../../core/truth.ts";
import { subnetLets } from "../azure-nsg.ts";
import type { Port } from "../declaration.ts";
import { type Hop, uncovered } from "../hop.ts";
import { networkPolicyHop } from "../network-policy.ts";
import type { PodSide } from "../pod.ts";
import { networksOf, sourceRanges } from "../ranges.ts";
import type { Finder, Wanted } from "./private-way.ts";

const ENDPOINT = "azure-native:network:PrivateEndpoint";
const NAMES = "azure-native:network:PrivateDnsZoneGroup";
const ZONE = "azure-native:privatedns:PrivateZone";
const LINK = "azure-native:privatedns:VirtualNetworkLink";
const SUBNET = "azure-native:network:Subnet";
const NETWORK = "azure-native:network:VirtualNetwork";
/** What an interface is called by private links, and of which resources it is. */
const KINDS: Readonly<Record<string, { readonly group: string; readonly types: readonly string[] }>> = {
  acr: { group: "registry", types: ["azure-native:containerregistry:Registry"] },
  blob: { group: "blob", types: ["azure-native:storage:StorageAccount"] },
  dfs: { group: "dfs", types: ["azure-native:storage:StorageAccount"] },
  eventhub: { group: "namespace", types: ["azure-native:eventhub:Namespace"] },
  file: { group: "file", types: ["azure-native:storage:StorageAccount"] },
  keyvault: { group: "vault", types: ["azure-native:keyvault:Vault"] },
  queue: { group: "queue", types: ["azure-native:storage:StorageAccount"] },
  servicebus: { group: "namespace", types: ["azure-native:servicebus:Namespace"] },
  sql: { group: "sqlServer", types: ["azure-native:sql:Server"] },
  table: { group: "table", types: ["azure-native:storage:StorageAccount"] },
};
/** Whether a resource shuts everybody out but its private links. */
const SHUT: Readonly<Record<string, string>> = {
  "azure-native:keyvault:Vault": "properties.publicNetworkAccess",
};

/** Where resources say that they let in only whom their rules name. */
const RULES: Readonly<Record<string, string>> = {
  "azure-native:keyvault:Vault": "properties.networkAcls.defaultAction",
  "azure-native:storage:StorageAccount": "networkRuleSet.defaultAction",
  "azure-native:containerregistry:Registry": "networkRuleSet.defaultAction",
};

/** Endpoints are of one resource each: a path says which, or means any that the network has one for. */
export const azureService: Finder = (from, wanted, port) => {
  const ways = endpointsFor(wanted, from).map((endpoint) => byEndpoint(endpoint, wanted, from, port));
  if (ways.length > 0) return ways.find((hops) => allOf(hops.map(({ open }) => open)) === true) ?? ways[0] ?? [];
  const { resource, name } = wanted;
  if (resource === undefined) return [];
  const meant = (KINDS[name]?.types ?? [])
    .flatMap((type) => from.cluster.graph.ofType(type))
    .find((one) => one.name === resource);
  const what = `${name} of ${resource}`;
  if (meant === undefined) return [{ what, open: uncovered(resource, "is no such resource of the program"), by: [] }];
  const shut = holds(
    meant.text(SHUT[meant.type] ?? "publicNetworkAccess"),
    (word) => word.toLowerCase() === "disabled",
  );
  if (shut !== false) return [{ what, open: not(shut), by: [meant.urn] }];
  const some = holds(
    meant.text(RULES[meant.type] ?? "networkAcls.defaultAction"),
    (word) => word.toLowerCase() === "deny",
  );
  const open = some === true ? uncovered(meant.name, "lets in by rules of its own, which are not followed") : not(some);
  return some === false ? [] : [{ what, open, by: [meant.urn] }];
};

function endpointsFor({ name, resource }: Wanted, { cluster }: PodSide): readonly Resource[] {
  const kind = KINDS[name];
  if (kind === undefined) return [];
  const { graph } = cluster;
  const own = networksOf(cluster);
  return graph.ofType(ENDPOINT).filter((endpoint) => {
    const subnets = graph.named(endpoint, SUBNET, { key: "subnet", name: "id" }).sure;
    const homes = subnets.flatMap(
      (subnet) => graph.named(subnet, NETWORK, { key: "virtualNetworkName", name: "id" }).sure,
    );
    const served = (endpoint.edges["privateLinkServiceConnections"] ?? []).flatMap((urn) => graph.get(urn) ?? []);
    const fits = served.some(
      (one) => kind.types.includes(one.type) && (resource === undefined || one.name === resource),
    );
    return homes.some((home) => own.includes(home)) && fits && offers(endpoint, kind.group) !== false;
  });
}

function offers(endpoint: Resource, group: string): Truth {
  return someItem(endpoint.list("privateLinkServiceConnections"), (connection: Bag) =>
    anyItem(connection.list("groupIds"), (id) => id === group),
  );
}

function byEndpoint(endpoint: Resource, { name }: Wanted, from: PodSide, port: Port): readonly Hop[] {
  const { graph } = from.cluster;
  const [subnet] = graph.named(endpoint, SUBNET, { key: "subnet", name: "id" }).sure;
  const block = subnet?.text("addressPrefix");
  const sources = sourceRanges(from.cluster);
  const what = `the private endpoint ${endpoint.name} for ${name}`;
  if (subnet === undefined || block?.state !== "known" || sources.state !== "known") {
    const hidden = [block, sources].find((read) => read?.state === "unknown");
    return [{ what, open: hidden?.state === "unknown" ? hidden : false, by: [endpoint.urn] }];
  }
  const to = { kind: "blocks", blocks: [block.value] } as const;
  const call = {
    direction: "Inbound",
    from: { kind: "blocks", blocks: sources.value },
    to,
    joined: true,
    port,
  } as const;
  const guarded = holds(subnet.text("privateEndpointNetworkPolicies"), (word) =>
    /^(enabled|networksecuritygroupenabled)$/i.test(word),
  );
  const let_ = subnetLets(subnet, call, graph);
  return [
    networkPolicyHop("egress", from, to, port),
    {
      what,
      open: allOf([
        offers(endpoint, KINDS[name]?.group ?? ""),
        named(endpoint, from),
        anyOf([not(guarded), let_.open]),
      ]),
      by: [endpoint, ...(guarded === false ? [] : let_.by)].map(({ urn }) => urn),
    },
  ];
}

/** Whether names lead to an endpoint: by a zone that it writes itself into, and that the network asks. */
function named(endpoint: Resource, { cluster }: PodSide): Truth {
  const { graph } = cluster;
  const zones = graph
    .attached(endpoint, { type: NAMES, key: "privateEndpointName", name: "privateEndpointName" })
    .sure.flatMap((group) => graph.named(group, ZONE, { key: "privateDnsZoneConfigs", name: "id" }).sure);
  const asked = zones.some((zone) =>
    graph
      .attached(zone, { type: LINK, key: "privateZoneName", name: "privateZoneName" })
      .sure.some((link) =>
        graph
          .named(link, NETWORK, { key: "virtualNetwork", name: "id" })
          .sure.some((one) => networksOf(cluster).includes(one)),
      ),
  );
  return asked || uncovered(endpoint.name, "has a name that no zone of the network leads to");
}
