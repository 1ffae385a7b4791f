import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, not, someItem, type Truth } from "../../core/truth.ts";
import { DESTINATION_RULE, meshOf, VIRTUAL_SERVICE } from "../../models/mesh.ts";
import { namespaceOf } from "../../models/namespace.ts";

/** Where what is said of calls names their hosts. */
export const HOSTS: Readonly<Record<string, string>> = {
  [VIRTUAL_SERVICE]: "spec.hosts",
  [DESTINATION_RULE]: "spec.host",
};
// what every mesh keeps to one cluster (istio/istio, pilot/pkg/model/clusterlocal.go)
const LOCAL_BY_DEFAULT = ["*.kube-system.svc.cluster.local", "kubernetes.default.svc.cluster.local"];

/** A host by its full name: one without a dot is in the namespace of what names it. */
export function fullName(host: Read<string>, by: Resource): Read<string> {
  if (host.state !== "known" || /[.*]/.test(host.value)) return host;
  const namespace = namespaceOf(by);
  return namespace.state === "known"
    ? { ...host, value: `${host.value}.${namespace.value}.svc.cluster.local` }
    : namespace;
}

/** Whether it is about calls inside the mesh, not only about those that come in at a gateway. */
export function isForMesh(route: Resource): Truth {
  const gateways = route.list("spec.gateways");
  if (route.type !== VIRTUAL_SERVICE) return true;
  const some = holds(gateways, (list) => list.length > 0);
  return anyOf([not(some), anyItem(gateways, (name) => name === "mesh")]);
}

/** Whether something of the same kind in a cluster is about a host, too. */
export function isThere(host: Read<string>, type: string, cluster: Pick<Resource, "providerUrn">, graph: Graph): Truth {
  return anyOf(
    graph
      .ofType(type)
      .filter(({ providerUrn }) => providerUrn === cluster.providerUrn)
      .map((other) =>
        allOf([
          isForMesh(other),
          someItem(other.list(HOSTS[type] ?? ""), (item) => same(host, fullName(item.itself(), other))),
        ]),
      ),
  );
}

function same(one: Read<string>, other: Read<string>): Truth {
  return one.state === "unknown" ? one : holds(other, (name) => one.state === "known" && one.value === name);
}

/** Whether calls to a host stay in their cluster, by the settings of the mesh. */
export function isClusterLocal(host: Read<string>, by: Resource, graph: Graph): Truth {
  const matches = (pattern: string) =>
    holds(host, (name) => (pattern.startsWith("*") ? name.endsWith(pattern.slice(1)) : name === pattern));
  const settings = meshOf(by, graph).config.list("serviceSettings");
  return anyOf([
    ...LOCAL_BY_DEFAULT.map(matches),
    someItem(settings, (one) =>
      allOf([
        holds(one.flag("settings.clusterLocal"), (on) => on),
        someItem(one.list("hosts"), (pattern) => {
          const text = pattern.itself();
          return text.state === "known" ? matches(text.value) : text.state === "unknown" && text;
        }),
      ]),
    ),
  ]);
}
