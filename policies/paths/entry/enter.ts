import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Truth } from "../../core/truth.ts";
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
  { route, gateway, sends }: Passage,
  { service, its: known }: Leading,
  its: Truth,
  to: PodSide,
  caller: Internet,
  port: Port,
): readonly Way[] {
  const side = sideOf(service, to.cluster);
  if (side === undefined || known !== true) return [[unseen({ route, gateway, sends })]];
  const doors = doorsTo(service, side, caller);
  if (doors.length === 0) return [[ownAddressHop(side, [{ service, its: true }])]];
  return doors.flatMap((door) =>
    (door.port === undefined ? portsOf(service) : [door.port]).flatMap((entered) => {
      const target = podPortOf(service, entered, side);
      const open = sends(door.host ?? caller.host, entered);
      // a port at which the gateway takes no calls of any name is for something else, such as probes
      if (sends(undefined, entered) === false) return [];
      if (target.state !== "known" || open === false)
        return [[...door.hops, passed(open === false ? false : unread(target))]];
      const at: Port = { number: target.value, protocol: "TCP" };
      return [
        [
          ...door.hops,
          ...arrival(door, side, caller, at),
          passed(its === true ? open : its),
          networkPolicyHop("egress", side, { kind: "pod", side: to }, port),
          networkPolicyHop("ingress", to, { kind: "pod", side }, port),
          identityHop(side, to, port),
          authorizationHop(side, to, port),
        ].filter((hop) => hop !== undefined),
      ];
    }),
  );
  function unread(target: Read<number>): Truth {
    return target.state === "unknown"
      ? target
      : uncovered(service.name, "has a port that leads to none of its pods' that is shown");
  }
  function passed(open: Truth): Hop {
    return hopOf(
      `the gateway ${gateway.name} sends ${caller.host ?? "some name"} to pods of ${to.namespace}`,
      open,
      route,
      gateway,
    );
  }
}
