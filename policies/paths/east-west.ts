import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, someItem, type Truth } from "../core/truth.ts";
import { labelsIn } from "../models/selector.ts";
import { listsHold } from "./address.ts";
import { authorizationHop } from "./authorization.ts";
import { subnetLets } from "./azure-nsg.ts";
import type { Cluster } from "./cluster.ts";
import type { Port } from "./declaration.ts";
import { type Hop, uncovered } from "./hop.ts";
import { linkHop } from "./link.ts";
import { identityHop, isMember, isProxied } from "./mesh.ts";
import { networkPolicyHop } from "./network-policy.ts";
import { type PodSide, sideOf } from "./pod.ts";
import { nodeSubnets, sourceRanges, together } from "./ranges.ts";

const GATEWAY = "kubernetes:networking.istio.io/v1:Gateway";
const SERVICE = "kubernetes:core/v1:Service";
const SECRET = "kubernetes:core/v1:Secret";
/** Where a Service says which private addresses its balancer has. */
const ADDRESSES = [
  "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses",
  "service.beta.kubernetes.io/azure-load-balancer-ipv4",
];

/** The gateway that lets other clusters of the mesh in, by its Service. */
interface Door {
  readonly exposure: Resource;
  readonly service: Resource;
  readonly port: Port;
  readonly side: PodSide;
}

/** The way of the mesh from a pod to one of another cluster, through the gateway that stands before it. */
export function eastWest(from: PodSide, to: PodSide, port: Port): readonly Hop[] {
  const members: Hop = {
    what: "both ends in the mesh",
    open: isProxied(port)
      ? allOf([isMember(from), isMember(to)])
      : uncovered("protocol", "is not one that the mesh carries"),
    by: [],
  };
  const door = doorOf(to.cluster);
  if (door === undefined) {
    const open = uncovered(
      to.cluster.resource.name,
      "has no gateway of the mesh for other clusters that the program shows",
    );
    return [members, { what: "a gateway between the clusters", open, by: [] }];
  }
  const sources = sourceRanges(from.cluster);
  const addresses = addressesOf(door.service);
  const blocks = (read: Read<readonly string[]>) =>
    ({ kind: "blocks", blocks: read.state === "known" ? read.value : [] }) as const;
  const hidden = [sources, addresses].find((read) => read.state === "unknown");
  if (hidden?.state === "unknown") {
    return [members, { what: "addresses between the clusters", open: hidden, by: [door.service.urn] }];
  }
  return [
    members,
    secretHop(from.cluster, to.cluster),
    networkPolicyHop("egress", from, blocks(addresses), door.port),
    linkHop(from.cluster, to.cluster, blocks(addresses).blocks, blocks(sources).blocks),
    guardHop(door, blocks(addresses).blocks, blocks(sources).blocks),
    rangesHop(door, blocks(sources).blocks),
    networkPolicyHop("ingress", door.side, blocks(sources), door.port),
    authorizationHop(undefined, door.side, door.port),
    networkPolicyHop("egress", door.side, { kind: "pod", side: to }, port),
    networkPolicyHop("ingress", to, { kind: "pod", side: door.side }, port),
    identityHop(from, to, port),
    authorizationHop(from, to, port),
  ].filter((hop) => hop !== undefined);
}

function doorOf(cluster: Cluster): Door | undefined {
  for (const { object: exposure, here } of cluster.objects(GATEWAY)) {
    if (here !== true) continue;
    const servers = exposure.list("spec.servers");
    for (const server of servers.state === "known" ? servers.value : []) {
      const number = server.number("port.number");
      if (holds(server.text("tls.mode"), (mode) => mode === "AUTO_PASSTHROUGH") !== true || number.state !== "known")
        continue;
      const port: Port = { number: number.value, protocol: "TCP" };
      const service = cluster
        .objects(SERVICE)
        .find((placed) => placed.here === true && leadsTo(placed.object, exposure, port) === true);
      const side = service && sideOf(service.object, cluster);
      if (service !== undefined && side !== undefined) return { exposure, service: service.object, port, side };
    }
  }
  return undefined;
}

function leadsTo(service: Resource, exposure: Resource, { number }: Port): Truth {
  const same = service.bag("spec.selector");
  const chosen = exposure.bag("spec.selector").keys();
  const names = chosen.state === "known" ? chosen.value : [];
  const wanted = names.map((name) => {
    const value = exposure.bag("spec.selector").under(name).itself();
    return holds(same.under(name).itself(), (own) => value.state === "known" && own === value.value);
  });
  return allOf([
    names.length > 0,
    ...wanted,
    holds(service.text("spec.type"), (type) => type === "LoadBalancer"),
    someItem(service.list("spec.ports"), (port) =>
      allOf([
        holds(port.number("port"), (one) => one === number),
        holds(port.number("targetPort"), (one) => one === number, true),
      ]),
    ),
  ]);
}

function addressesOf(service: Resource): Read<readonly string[]> {
  const annotation = labelsIn(service.bag("metadata.annotations"));
  const said = [service.text("spec.loadBalancerIP"), ...ADDRESSES.map(annotation)].filter(
    ({ state }) => state !== "absent",
  );
  const each = said.flatMap((read): readonly Read<string>[] =>
    read.state === "known" ? read.value.split(",").map((value) => ({ ...read, value: `${value.trim()}/32` })) : [read],
  );
  return together(each, service.name);
}

// without it the mesh does not send there, but who forges a name may still be let in
function secretHop(from: Cluster, to: Cluster): Hop {
  const found = from.objects(SECRET).filter(({ object }) => {
    const labels = labelsIn(object.bag("metadata.labels"));
    const tied = Object.values(object.edges).flat().includes(to.resource.urn);
    return tied && holds(labels("istio/multiCluster"), (word) => word === "true") === true;
  });
  return {
    what: `the mesh at ${from.resource.name} knows ${to.resource.name}`,
    open:
      found.length > 0
        ? anyOf(found.map(({ here }) => here))
        : uncovered(to.resource.name, "is known by no secret of the mesh"),
    by: found.map(({ object }) => object.urn),
  };
}

// the balancer of AKS keeps no rules in the group of a subnet that is not its own
function guardHop(
  { service, port, side }: Door,
  addresses: readonly string[],
  sources: readonly string[],
): Hop | undefined {
  const subnets = nodeSubnets(side.cluster);
  if (subnets.length === 0) return undefined;
  const let_ = subnets.map((subnet) =>
    subnetLets(
      subnet,
      {
        direction: "Inbound",
        from: { kind: "blocks", blocks: sources },
        to: { kind: "blocks", blocks: addresses },
        joined: true,
        port,
      },
      side.cluster.graph,
    ),
  );
  return {
    what: `the subnet of machines behind ${service.name}`,
    open: allOf(let_.map(({ open }) => open)),
    by: let_.flatMap(({ by }) => by.map(({ urn }) => urn)),
  };
}

function rangesHop({ service }: Door, sources: readonly string[]): Hop {
  const ranges = service.list("spec.loadBalancerSourceRanges");
  return {
    what: `the balancer before ${service.name}`,
    open: ranges.state === "absent" ? true : listsHold(ranges, sources, (item) => item.itself()),
    by: [service.urn],
  };
}
