import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, someItem, type Truth } from "../../core/truth.ts";
import { labelsIn } from "../../models/selector.ts";
import { listsHold } from "../address.ts";
import { subnetLets } from "../azure-nsg.ts";
import type { Cluster } from "../cluster.ts";
import { type Hop, uncovered } from "../hop.ts";
import { nodeSubnets, together } from "../ranges.ts";
import { type Door, type Finder, hopOf, orLinked } from "./door.ts";
import { listHolds, oneHolds } from "./host.ts";

const GATEWAY = "azure-native:network:ApplicationGateway";
const SUBNET = "azure-native:network:Subnet";
const ADDRESS = "service.beta.kubernetes.io/azure-load-balancer-ipv4";

/** Ways in by application gateways of Azure, whose backends are the address of a Service's internal balancer. */
export const azureDoors: Finder = (service, cluster, { host }) => {
  const said = service.text("spec.loadBalancerIP");
  const address = said.state === "absent" ? labelsIn(service.bag("metadata.annotations"))(ADDRESS) : said;
  if (address.state === "absent") return [];
  return cluster.graph
    .ofType(GATEWAY)
    .flatMap((gateway) =>
      itemsOf(gateway, "requestRoutingRules").flatMap((rule) =>
        doorsBy(rule, gateway, address, service, cluster, host),
      ),
    );
};

function itemsOf(bag: Bag, path: string): readonly Bag[] {
  const list = bag.list(path);
  return list.state === "known" ? list.value : [];
}

/** A part of a gateway that another part names by its id, whose end is a name. */
function partOf(gateway: Resource, list: string, by: Bag): Bag | undefined {
  const id = by.text("id");
  if (id.state !== "known") return undefined;
  return itemsOf(gateway, list).find((part) =>
    isText(part.text("name"), id.value.slice(id.value.lastIndexOf("/") + 1)),
  );
}

function isText(read: Read<string>, text: string): boolean {
  return read.state === "known" && read.value === text;
}

/** Backends that a rule sends to, each with its settings: one, or those of its paths. */
function targetsOf(
  rule: Bag,
  gateway: Resource,
): readonly (readonly [pool: Bag | undefined, settings: Bag | undefined])[] {
  const pair = (bag: Bag, pool: string, settings: string) =>
    [
      partOf(gateway, "backendAddressPools", bag.bag(pool)),
      partOf(gateway, "backendHttpSettingsCollection", bag.bag(settings)),
    ] as const;
  const map = partOf(gateway, "urlPathMaps", rule.bag("urlPathMap"));
  if (map === undefined) return [pair(rule, "backendAddressPool", "backendHttpSettings")];
  return [
    pair(map, "defaultBackendAddressPool", "defaultBackendHttpSettings"),
    ...itemsOf(map, "pathRules").map((path) => pair(path, "backendAddressPool", "backendHttpSettings")),
  ];
}

function doorsBy(
  rule: Bag,
  gateway: Resource,
  address: Read<string>,
  service: Resource,
  cluster: Cluster,
  host: string | undefined,
): readonly Door[] {
  return targetsOf(rule, gateway).flatMap(([pool, settings]): readonly Door[] => {
    const meant: Truth =
      pool === undefined
        ? false
        : someItem(pool.list("backendAddresses"), (one) => sameText(one.text("ipAddress"), address));
    const port = settings?.text("port");
    if (meant === false || port?.state !== "known") return [];
    const listener = partOf(gateway, "httpListeners", rule.bag("httpListener"));
    const named = settings?.text("hostName");
    return [
      {
        port: port.value,
        sources: sourcesOf(gateway, cluster),
        ...(named?.state === "known" && { host: named.value }),
        hops: [
          frontend(gateway, listener, cluster),
          hopOf(`listening for ${host ?? "any name"}`, allOf([meant, listens(listener, host)]), gateway),
          wayOn(gateway, address, port.value, service, cluster),
        ],
      },
    ];
  });
}

function sameText(one: Read<string>, other: Read<string>): Truth {
  if (other.state !== "known") return other.state === "unknown" && other;
  return holds(one, (text) => text === other.value);
}

function listens(listener: Bag | undefined, host: string | undefined): Truth {
  if (listener === undefined) return uncovered("httpListener", "is not shown");
  return allOf([oneHolds(listener.text("hostName"), host), listHolds(listener.list("hostNames"), host)]);
}

const subnetsOf = (gateway: Resource, { graph }: Cluster) =>
  graph.named(gateway, SUBNET, { key: "gatewayIPConfigurations", name: "id" }).sure;

function frontend(gateway: Resource, listener: Bag | undefined, cluster: Cluster): Hop {
  const what = `the balancer ${gateway.name}`;
  const front = listener && partOf(gateway, "frontendIPConfigurations", listener.bag("frontendIPConfiguration"));
  const port = (listener && partOf(gateway, "frontendPorts", listener.bag("frontendPort")))?.number("port");
  const subnets = subnetsOf(gateway, cluster);
  if (front === undefined || port?.state !== "known" || subnets.length === 0)
    return hopOf(what, uncovered(gateway.name, "has a listener whose parts are not shown"), gateway);
  const call = {
    direction: "Inbound",
    from: { kind: "internet" },
    joined: false,
    to: { kind: "blocks", blocks: blocksOf(subnets) },
    port: { number: port.value, protocol: "TCP" },
  } as const;
  const let_ = subnets.map((subnet) => subnetLets(subnet, call, cluster.graph));
  const open = allOf([
    orLinked(isSet(front.read("publicIPAddress")), cluster.graph),
    ...let_.map((decision) => decision.open),
  ]);
  return hopOf(what, open, gateway, ...let_.flatMap(({ by }) => by));
}

function blocksOf(subnets: readonly Resource[]): readonly string[] {
  const blocks = together(
    subnets.map((subnet) => subnet.text("addressPrefix")),
    "",
  );
  return blocks.state === "known" ? blocks.value : [];
}

// without `externalTrafficPolicy: Local` pods see callers come from a machine of their own cluster
function sourcesOf(gateway: Resource, cluster: Cluster): Door["sources"] {
  const blocks = blocksOf(subnetsOf(gateway, cluster));
  return blocks.length > 0
    ? { kind: "blocks", blocks }
    : uncovered(gateway.name, "has no subnet that the program shows");
}

function wayOn(gateway: Resource, address: Read<string>, port: string, service: Resource, cluster: Cluster): Hop {
  const blocks = blocksOf(subnetsOf(gateway, cluster));
  const ranges = service.list("spec.loadBalancerSourceRanges");
  const let_ = nodeSubnets(cluster).map((subnet) =>
    subnetLets(
      subnet,
      {
        direction: "Inbound",
        from: { kind: "blocks", blocks },
        joined: true,
        to: { kind: "blocks", blocks: address.state === "known" ? [`${address.value}/32`] : [] },
        port: { number: Number(port), protocol: "TCP" },
      },
      cluster.graph,
    ),
  );
  const local = holds(service.text("spec.externalTrafficPolicy"), (policy) => policy === "Local");
  const open = allOf([
    ranges.state === "absent" || listsHold(ranges, blocks, (item) => item.itself()),
    anyOf([local, local === false && uncovered(service.name, "shows its pods machines of the cluster as callers")]),
    ...let_.map((decision) => decision.open),
  ]);
  return hopOf(`from the balancer to pods of ${service.name}`, open, service, ...let_.flatMap(({ by }) => by));
}
