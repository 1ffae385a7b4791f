import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, isSet, someItem, type Truth } from "../../core/truth.ts";
import { ISTIO_GATEWAY, inRoot, meshOf, NAMESPACE } from "../../models/mesh.ts";
import { CONTROL_PLANES } from "../../models/mesh-members.ts";

export const SERVICE = "kubernetes:core/v1:Service";
type Cluster = Pick<Resource, "providerUrn">;

/** The network that an object is labelled with. */
export function labelledNetwork(object: Resource): Read<string> {
  return object.bag("metadata.labels").under("topology.istio.io/network").itself();
}

const within =
  ({ providerUrn }: Cluster) =>
  (one: Resource): boolean =>
    one.providerUrn === providerUrn;

/** The network of a cluster: the label of its root namespace, or what its control plane gives to proxies. */
export function networkOf(cluster: Cluster, graph: Graph): Read<string> {
  const mesh = meshOf(cluster, graph);
  const labels = graph
    .ofType(NAMESPACE)
    .filter(within(cluster))
    .flatMap((namespace): readonly Read<string>[] => {
      const isRoot = inRoot(namespace, mesh);
      if (isRoot === false) return [];
      const label = labelledNetwork(namespace);
      return [isRoot === true || label.state === "absent" ? label : isRoot];
    });
  const planes = Object.entries(CONTROL_PLANES).flatMap(([type, values]) =>
    graph
      .ofType(type)
      .filter(within(cluster))
      .flatMap((holder) => values(holder)?.text("network") ?? []),
  );
  const absent: Read<string> = { state: "absent", path: "" };
  return [...labels, ...planes].find(({ state }) => state !== "absent") ?? absent;
}

/** Whether a cluster takes calls from other networks. */
export function hasGateway(cluster: Cluster, graph: Graph): Truth {
  const exposed = graph
    .ofType(ISTIO_GATEWAY)
    .filter(within(cluster))
    .map((gateway) =>
      someItem(gateway.list("spec.servers"), (server) =>
        holds(server.text("tls.mode"), (mode) => mode === "AUTO_PASSTHROUGH"),
      ),
    );
  const services = graph
    .ofType(SERVICE)
    .filter(within(cluster))
    .map((service) => isSet(labelledNetwork(service)));
  return anyOf([...exposed, ...services]);
}

/** Whether two names are known and the same, or known and not. */
export function areSame(one: Read<string>, other: Read<string>): Truth {
  return compared(one, other, (left, right) => left === right);
}
export function differ(one: Read<string>, other: Read<string>): Truth {
  return compared(one, other, (left, right) => left !== right);
}

function compared(one: Read<string>, other: Read<string>, test: (one: string, other: string) => boolean): Truth {
  if (one.state === "known") return holds(other, (word) => test(one.value, word));
  return allOf([isSet(one), isSet(other)]);
}
