import type { Graph } from "../../core/graph.ts";
import { type Bag, convert, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { holds, type Truth } from "../../core/truth.ts";
import { GATEWAY } from "../../models/gateway.ts";
import { ISTIO_GATEWAY, VIRTUAL_SERVICE } from "../../models/mesh.ts";
import { namespaceOf } from "../../models/namespace.ts";

/** The gateways that a route is on, as `namespace/name`; a route of the mesh itself is on none. */
export function gatewaysOf(route: Resource): Read<readonly string[]> {
  const [path, nameIn] = route.type === VIRTUAL_SERVICE ? ["spec.gateways", byName] : ["spec.parentRefs", byReference];
  const list = route.list(path);
  if (list.state !== "known") return list;
  const names = list.value.map((item) => nameIn(item, namespaceOf(route)));
  const open = names.find((name) => name.state === "unknown");
  return open ?? { ...list, value: names.flatMap((name) => (name.state === "known" ? [name.value] : [])) };
}

// without a namespace it is in that of the route
function byName(item: Bag, place: Read<string>): Read<string> {
  const name = item.itself();
  if (name.state !== "known" || name.value.includes("/")) return name;
  return name.value === "mesh" ? { ...name, state: "absent" } : within(place, name);
}

function byReference(parent: Bag, place: Read<string>): Read<string> {
  const [kind, namespace, name] = [parent.text("kind"), parent.text("namespace"), parent.text("name")];
  if (kind.state === "unknown") return kind;
  if (kind.state === "known" && kind.value !== "Gateway") return { ...kind, state: "absent" };
  if (name.state === "absent") return { ...name, state: "unknown", reason: "is not set" };
  return within(namespace.state === "absent" ? place : namespace, name);
}

function within(place: Read<string>, name: Read<string>): Read<string> {
  return place.state === "known" ? convert(name, "a name", (word) => `${place.value}/${word}`) : place;
}

/** The gateway of this stack that a name means, or that it is inside, or that it is not here. */
export function isInside(name: string, route: Resource, graph: Graph): Resource | "inside" | "elsewhere" {
  const type = route.type === VIRTUAL_SERVICE ? ISTIO_GATEWAY : GATEWAY;
  const gateway = graph
    .ofType(type)
    .filter(({ providerUrn }) => providerUrn === route.providerUrn)
    .find((one) => holds(within(namespaceOf(one), one.text("metadata.name")), (own) => own === name) === true);
  if (gateway === undefined) return "elsewhere";
  const side = gateway.text(type === ISTIO_GATEWAY ? "spec.selector.istio" : "spec.gatewayClassName");
  return holds(side, (word) => /egress|east-?west|waypoint/.test(word)) === true ? "inside" : gateway;
}

/** Whether Istio runs a gateway; while its pods are not known, neither is which side it is on. */
export function isOfIstio(gateway: Resource): Truth {
  if (gateway.type === ISTIO_GATEWAY) return holds(gateway.text("spec.selector.istio"), () => true, true);
  return holds(gateway.text("spec.gatewayClassName"), (name) => name.startsWith("istio"));
}
