import { containsCidr } from "cidr-tools";
import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, not, type Truth } from "../../core/truth.ts";
import { isBlock } from "../../models/address.ts";
import { listsHold } from "../address.ts";
import { type Hop, uncovered } from "../hop.ts";
import { networkPolicyHop } from "../network-policy.ts";
import { networksOf, together } from "../ranges.ts";
import type { Finder } from "./private-way.ts";

const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
const ZONE = "gcp:dns/managedZone:ManagedZone";
const RECORD = "gcp:dns/recordSet:RecordSet";
const ROUTE = "gcp:compute/route:Route";
// addresses that answer machines without addresses of their own (cloud.google.com/vpc/docs/configure-private-google-access)
const PRIVATE = ["199.36.153.4/30", "199.36.153.8/30"];

/** Names of Google's interfaces that a private zone leads to addresses without the internet. */
export const gcpService: Finder = (from, { name }, port) => {
  const { graph, resource } = from.cluster;
  const [network] = networksOf(from.cluster);
  if (network === undefined) return [];
  const records = zonesOf(network, graph).flatMap((zone) =>
    graph.attached(zone, { type: RECORD, key: "managedZone", name: "name" }).sure.filter(isAddress),
  );
  if (records.length === 0) return [];
  const read = together(records.flatMap(addressesOf), "rrdatas");
  const what = `Google's addresses for ${name}`;
  if (read.state !== "known")
    return [{ what, open: read.state === "unknown" && read, by: records.map(({ urn }) => urn) }];
  const subnets = graph.named(resource, SUBNETWORK, { key: "subnetwork", name: "selfLink" }).sure;
  const routes = routesTo(read.value, network, graph);
  const access = subnets.map((subnet) => holds(subnet.flag("privateIpGoogleAccess"), (on) => on));
  const hop: Hop = {
    what,
    open: allOf([
      (read.value.every(isBlock) && isPrivate(read.value)) ||
        uncovered("rrdatas", "are addresses of the program's own, which are not followed"),
      access.length === 0
        ? uncovered(resource.name, "has machines in a subnet that the program does not show")
        : allOf(access),
      routed(network, routes),
    ]),
    by: [...records, ...subnets, ...routes.map(({ route }) => route)].map(({ urn }) => urn),
  };
  return [networkPolicyHop("egress", from, { kind: "blocks", blocks: read.value }, port), hop];
};

function zonesOf(network: Resource, graph: Graph): readonly Resource[] {
  return graph
    .attached(network, { type: ZONE, key: "privateVisibilityConfig", name: "selfLink" })
    .sure.filter((zone) => holds(zone.text("dnsName"), (name) => name === "googleapis.com.") !== false);
}

const isAddress = (record: Resource) => holds(record.text("type"), (type) => type === "A") !== false;

function addressesOf(record: Resource): readonly Read<string>[] {
  const list = record.list("rrdatas");
  if (list.state !== "known") return list.state === "unknown" ? [list] : [];
  return list.value.map((item) => {
    const text = item.itself();
    return text.state === "known" ? { ...text, value: `${text.value}/32` } : text;
  });
}

function isPrivate(blocks: readonly string[]): boolean {
  return blocks.every((block) => PRIVATE.some((range) => containsCidr(range, block)));
}

interface Routed {
  readonly route: Resource;
  readonly leads: Truth;
}

function routesTo(blocks: readonly string[], network: Resource, graph: Graph): readonly Routed[] {
  return graph
    .attached(network, { type: ROUTE, key: "network", name: "selfLink" })
    .sure.map((route) => {
      const one = { state: "known", path: route.name, value: [route] } as const;
      const held = listsHold(one, blocks, (item) => item.text("destRange"));
      const out = holds(route.text("nextHopGateway"), (name) => name.endsWith("default-internet-gateway"));
      return { route, leads: allOf([held, out]) };
    })
    .filter(({ leads }) => leads !== false);
}

function routed(network: Resource, routes: readonly Routed[]): Truth {
  const byDefault = not(holds(network.flag("deleteDefaultRoutesOnCreate"), (gone) => gone));
  return anyOf([byDefault, ...routes.map(({ leads }) => leads)]);
}
