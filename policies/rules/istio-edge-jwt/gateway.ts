import type { Graph } from "../../core/graph.ts";
import { convert, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { holds, type Truth } from "../../core/truth.ts";
import { namespaceOf } from "../../models/namespace.ts";

export const VIRTUAL_SERVICE = "kubernetes:networking.istio.io/v1:VirtualService";
export const HTTP_ROUTE = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";
export const K8S_GATEWAY = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const ISTIO_GATEWAY = "kubernetes:networking.istio.io/v1:Gateway";

/** The gateways that a route is on, as `namespace/name`; a route of the mesh itself is on none. */
export function gatewaysOf(route: Resource): Read<readonly string[]> {
  const own = namespaceOf(route);
  const place = own.state === "known" ? own.value : "";
  if (route.type === VIRTUAL_SERVICE) {
    const list = route.list("spec.gateways");
    const open =
      list.state === "known" ? list.value.map((item) => item.itself()).find(({ state }) => state === "unknown") : list;
    if (open?.state === "unknown") return open;
    return convert(list, "a list", (items) =>
      items.flatMap((item) => {
        const name = item.itself();
        if (name.state !== "known" || name.value === "mesh") return [];
        return [name.value.includes("/") ? name.value : `${place}/${name.value}`];
      }),
    );
  }
  const list = route.list("spec.parentRefs");
  if (list.state !== "known") return list.state === "unknown" ? list : { ...list, state: "absent" };
  const names: string[] = [];
  for (const parent of list.value) {
    const [kind, name, namespace] = [parent.text("kind"), parent.text("name"), parent.text("namespace")];
    const open = [kind, name, namespace].find(({ state }) => state === "unknown");
    if (open?.state === "unknown") return open;
    const self = parent.self();
    if (self.state === "unknown") return self;
    if (kind.state === "known" && kind.value !== "Gateway") continue;
    names.push(`${namespace.state === "known" ? namespace.value : place}/${name.state === "known" ? name.value : ""}`);
  }
  return { state: "known", path: list.path, value: names };
}

/** The gateway of this stack that a name means, or that it is inside, or that it is not here. */
export function isInside(name: string, route: Resource, graph: Graph): Resource | "inside" | "elsewhere" {
  const type = route.type === VIRTUAL_SERVICE ? ISTIO_GATEWAY : K8S_GATEWAY;
  const gateway = graph.ofType(type).find((one) => {
    const [own, place] = [one.text("metadata.name"), namespaceOf(one)];
    const same = own.state === "known" && place.state === "known" && `${place.value}/${own.value}` === name;
    return same && one.providerUrn === route.providerUrn;
  });
  if (gateway === undefined) return "elsewhere";
  const side = type === ISTIO_GATEWAY ? gateway.text("spec.selector.istio") : gateway.text("spec.gatewayClassName");
  return side.state === "known" && /egress|east-?west|waypoint/.test(side.value) ? "inside" : gateway;
}

/** Whether Istio runs a gateway; while its pods are not known, neither is which side it is on. */
export function isOfIstio(gateway: Resource): Truth {
  if (gateway.type === ISTIO_GATEWAY) return holds(gateway.text("spec.selector.istio"), () => true, true);
  return holds(gateway.text("spec.gatewayClassName"), (name) => name.startsWith("istio"));
}
