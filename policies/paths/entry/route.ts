import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, not, someItem, type Truth } from "../../core/truth.ts";
import { GATEWAY, HTTP_ROUTE, listenersOf } from "../../models/gateway.ts";
import { NAMESPACE } from "../../models/mesh.ts";
import { namespaceOf } from "../../models/namespace.ts";
import { selects } from "../../models/selector.ts";
import type { Cluster } from "../cluster.ts";
import { uncovered } from "../hop.ts";
import { namespaceLabels } from "../pod.ts";
import { listHolds, oneHolds } from "./host.ts";
import { isNamed } from "./service.ts";

/** A way through a gateway of a cluster to a Service. */
export interface Passage {
  readonly route: Resource;
  readonly gateway: Resource;
  /** Whether a call by a name at a port of the gateway's Service is sent on to the Service. */
  readonly sends: (host: string | undefined, port: string) => Truth;
}

/** The ways of the Gateway API to a port of a Service; ports of a Service are texts here. */
export function httpPassages(service: Resource, ports: readonly string[], cluster: Cluster): readonly Passage[] {
  return cluster.objects(HTTP_ROUTE).flatMap(({ object: route, here }): readonly Passage[] => {
    const back = allOf([here, sendsTo(route, service, ports)]);
    if (back === false) return [];
    const parents = route.list("spec.parentRefs");
    if (parents.state !== "known") return parents.state === "unknown" ? [elsewhere(route)] : [];
    return parents.value.flatMap((parent) => {
      const kind = holds(parent.text("kind"), (word) => word === "Gateway", true);
      const found = cluster.objects(GATEWAY).flatMap(({ object: gateway, here: there }): readonly Passage[] => {
        const meant = allOf([there, kind, refers(parent, route, gateway)]);
        if (meant === false) return [];
        const sends: Passage["sends"] = (host, port) =>
          allOf([
            back,
            meant,
            listHolds(route.list("spec.hostnames"), host),
            listened(gateway, parent, route, cluster, host, port),
          ]);
        return [{ route, gateway, sends }];
      });
      return found.length === 0 && kind !== false ? [elsewhere(route)] : found;
    });
  });
}

/** A way by a gateway that the program does not show, or does not say yet. */
export function elsewhere(route: Resource): Passage {
  return {
    route,
    gateway: route,
    sends: () => uncovered(route.name, "is of a gateway that the program does not show"),
  };
}

function sendsTo(route: Resource, service: Resource, ports: readonly string[]): Truth {
  return someItem(route.list("spec.rules"), (rule) => {
    const away = someItem(rule.list("filters"), (filter) => isSet(filter.read("requestRedirect")));
    const back = someItem(rule.list("backendRefs"), (ref) => {
      const said = ref.text("namespace");
      const place = said.state === "absent" ? namespaceOf(route) : said;
      const foreign = allOf([isSet(said), not(same(said, namespaceOf(route)))]);
      return allOf([
        holds(ref.text("kind"), (kind) => kind === "Service", true),
        isNamed(service, ref.text("name"), route, place),
        holds(ref.text("port"), (port) => ports.includes(port)),
        holds(ref.number("weight"), (weight) => weight > 0, true),
        foreign === false || uncovered(route.name, "leads to another namespace, whose ReferenceGrants are not read"),
      ]);
    });
    return allOf([not(away), back]);
  });
}

function refers(parent: Bag, route: Resource, gateway: Resource): Truth {
  const said = parent.text("namespace");
  const place = said.state === "absent" ? namespaceOf(route) : said;
  return allOf([same(parent.text("name"), gateway.text("metadata.name")), same(place, namespaceOf(gateway))]);
}

export function same(one: Read<string>, other: Read<string>): Truth {
  if (other.state !== "known") return other.state === "unknown" && other;
  return holds(one, (text) => text === other.value);
}

function listened(
  gateway: Resource,
  parent: Bag,
  route: Resource,
  cluster: Cluster,
  host: string | undefined,
  port: string,
): Truth {
  const listeners = listenersOf(gateway);
  if (listeners.state !== "known") return listeners.state === "unknown" && listeners;
  return anyOf(
    listeners.value.map((listener) =>
      allOf([
        holds(listener.text("port"), (own) => own === port),
        anyOf([not(isSet(parent.read("sectionName"))), same(parent.text("sectionName"), listener.text("name"))]),
        anyOf([not(isSet(parent.read("port"))), same(parent.text("port"), listener.text("port"))]),
        holds(listener.text("protocol"), (word) => word === "HTTP" || word === "HTTPS"),
        oneHolds(listener.text("hostname"), host),
        admits(listener, route, gateway, cluster),
      ]),
    ),
  );
}

/** Whether a listener takes routes of a namespace: its own only, unless it says more. */
function admits(listener: Bag, route: Resource, gateway: Resource, cluster: Cluster): Truth {
  const from = listener.text("allowedRoutes.namespaces.from");
  if (from.state === "unknown") return from;
  const word = from.state === "known" ? from.value : "Same";
  if (word === "All") return true;
  const place = namespaceOf(route);
  if (word === "Same") return same(place, namespaceOf(gateway));
  if (place.state !== "known") return place.state === "unknown" && place;
  const home = cluster.objects(NAMESPACE).find(({ object }) => same(object.text("metadata.name"), place) === true);
  return selects(listener.bag("allowedRoutes.namespaces.selector"), namespaceLabels(place.value, home?.object));
}
