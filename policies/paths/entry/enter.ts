import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { anyOf, type Truth } from "../../core/truth.ts";
import { authorizationHop, tokenHop } from "../authorization.ts";
import type { ClusterType } from "../cluster.ts";
import type { Internet, Port } from "../declaration.ts";
import { bestOf, type Hop, uncovered } from "../hop.ts";
import { identityHop } from "../mesh.ts";
import { networkPolicyHop } from "../network-policy.ts";
import { type PodSide, sideOf } from "../pod.ts";
import { awsDoors } from "./aws.ts";
import { azureDoors } from "./azure.ts";
import { ownDoors } from "./balancer.ts";
import { type Door, type Finder, hopOf, unfollowed } from "./door.ts";
import { gatewayServices } from "./gateway-pods.ts";
import { gcpDoors } from "./gcp.ts";
import { leadersTo } from "./mention.ts";
import { hasOwnAddress } from "./own-address.ts";
import { httpPassages, type Passage } from "./route.ts";
import { type Leading, podPortOf, servicesOf } from "./service.ts";
import { meshPassages } from "./virtual-service.ts";

const FINDERS: Readonly<Record<ClusterType, Finder>> = {
  "aws:eks/cluster:Cluster": awsDoors,
  "gcp:container/cluster:Cluster": gcpDoors,
  "azure-native:containerservice:ManagedCluster": azureDoors,
};
type Way = readonly Hop[];

/** The best way from the internet to pods; it is closed where all of them are. */
export function entryHops(to: PodSide, caller: Internet, port: Port): Way {
  const services = servicesOf(to);
  return bestOf([
    ...services.flatMap((leading) => straight(leading, to, caller, port)),
    ...services.flatMap((leading) => throughGateways(leading, to, caller, port)),
    [ownAddressHop(to, services)],
  ]);
}

function ownAddressHop(to: PodSide, services: readonly Leading[]): Hop {
  const what = `a way in from the internet to pods of ${to.namespace} at ${to.cluster.resource.name}`;
  return hopOf(what, hasOwnAddress(to), ...services.map(({ service }) => service));
}

function doorsTo(service: Resource, to: PodSide, caller: Internet): readonly Door[] {
  const others = leadersTo(service, to.cluster).map((leader) =>
    unfollowed(leader, service, `is a ${leader.type.split(":").at(-1) ?? ""}, which is not followed`),
  );
  const finders = [FINDERS[to.cluster.resource.type], ownDoors];
  return [...finders.flatMap((find) => find(service, to.cluster, caller)), ...others];
}

/** Ways that end at the pods themselves. */
function straight({ service, its }: Leading, to: PodSide, caller: Internet, port: Port): readonly Way[] {
  return doorsTo(service, to, caller).flatMap((door) => {
    const fits = leadsToPort(service, door, to, port);
    if (fits === false) return [];
    return [
      [
        ...door.hops,
        hopOf(`${service.name} to pods of ${to.namespace}`, its === true ? fits : its, service),
        ...arrival(door, to, caller, port),
        identityHop(undefined, to, port),
      ].filter((hop) => hop !== undefined),
    ];
  });
}

function leadsToPort(service: Resource, door: Door, to: PodSide, { number }: Port): Truth {
  const ports = door.port === undefined ? portsOf(service) : [door.port];
  const targets = ports.map((one) => podPortOf(service, one, to));
  if (targets.some((target) => target.state === "known" && target.value === number)) return true;
  return targets.find((target) => target.state === "unknown") ?? false;
}

function portsOf(service: Resource): readonly string[] {
  const ports = service.list("spec.ports");
  return (ports.state === "known" ? ports.value : []).flatMap((port) => {
    const number = port.text("port");
    return number.state === "known" ? [number.value] : [];
  });
}

function arrival(door: Door, at: PodSide, caller: Internet, port: Port): Way {
  const { sources } = door;
  const admitted: Hop =
    "state" in sources
      ? { what: `ingress of pods of ${at.namespace} at ${at.cluster.resource.name}`, open: sources, by: [] }
      : networkPolicyHop("ingress", at, sources, port);
  const host = door.host ?? caller.host;
  const seen = { ...caller, ...(host !== undefined && { host }) };
  return [admitted, tokenHop(at, seen, port), authorizationHop(undefined, at, port, seen)].filter(
    (hop) => hop !== undefined,
  );
}

/** Ways that end at a gateway of the cluster, which sends them on. */
function throughGateways({ service, its }: Leading, to: PodSide, caller: Internet, port: Port): readonly Way[] {
  const ports = portsOf(service).filter((one) => {
    const target = podPortOf(service, one, to);
    return target.state === "unknown" || (target.state === "known" && target.value === port.number);
  });
  const passages = [...httpPassages(service, ports, to.cluster), ...meshPassages(service, ports, to.cluster)];
  return passages.flatMap((passage) => {
    const before = gatewayServices(passage.gateway, to.cluster);
    if (before.length === 0) return [[unseen(passage)]];
    return before.flatMap((door) => throughGateway(passage, door, its, to, caller, port));
  });
}

function unseen({ gateway, route }: Passage): Hop {
  const open = uncovered(gateway.name, "has a Service that the program does not show");
  return hopOf(`a way in to the gateway ${gateway.name}`, open, gateway, route);
}

function throughGateway(
  passage: Passage,
  { service: own, its: known }: Leading,
  its: Truth,
  to: PodSide,
  caller: Internet,
  port: Port,
): readonly Way[] {
  const side = sideOf(own, to.cluster);
  if (side === undefined || known !== true) return [[unseen(passage)]];
  const services = servicesOf(side);
  const sentFrom = sender(passage, own, side);
  const ways = services.flatMap(({ service }) =>
    doorsTo(service, side, caller).flatMap((door) =>
      (door.port === undefined ? portsOf(service) : [door.port]).flatMap((entered): readonly Way[] => {
        const at = podPortOf(service, entered, side);
        const host = door.host ?? caller.host;
        // a port at which the gateway takes no calls of any name is for something else, such as probes
        if (sentFrom(at, undefined) === false) return [];
        const open = sentFrom(at, host);
        const sent = passedHop(passage, caller, to, its === true ? open : its);
        if (at.state !== "known" || open === false) return [[...door.hops, sent]];
        const entrance: Port = { number: at.value, protocol: "TCP" };
        return [[...door.hops, ...arrival(door, side, caller, entrance), sent, ...onward(side, to, port)]];
      }),
    ),
  );
  return [...ways, [ownAddressHop(side, services)]];
}

/** Whether a gateway sends on what comes to a port of its pods: it listens at the ports of its own Service. */
function sender({ sends }: Passage, own: Resource, side: PodSide) {
  return (at: Read<number>, host: string | undefined): Truth => {
    if (at.state !== "known") return at.state === "unknown" && at;
    const listening = portsOf(own).filter((one) => {
      const target = podPortOf(own, one, side);
      return target.state === "known" && target.value === at.value;
    });
    return anyOf(listening.map((one) => sends(host, one)));
  };
}

function passedHop({ gateway, route }: Passage, caller: Internet, to: PodSide, open: Truth): Hop {
  const what = `the gateway ${gateway.name} sends ${caller.host ?? "some name"} to pods of ${to.namespace}`;
  return hopOf(what, open, route, gateway);
}

function onward(side: PodSide, to: PodSide, port: Port): Way {
  return [
    networkPolicyHop("egress", side, { kind: "pod", side: to }, port),
    networkPolicyHop("ingress", to, { kind: "pod", side }, port),
    identityHop(side, to, port),
    authorizationHop(side, to, port),
  ].filter((hop) => hop !== undefined);
}
