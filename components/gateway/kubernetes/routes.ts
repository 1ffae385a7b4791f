import type { Resource } from "@pulumi/pulumi";
import { custom, type ObjectOf } from "../../objects/index.ts";
import type { GatewaySpec } from "../args.ts";
import type { GatewayScope } from "../native.ts";
import { EDGE, HOP_HOST, SERVICE_PORT } from "../place.ts";
import { routeObjects } from "../routes.ts";
import { HOP_SECRET } from "./hop.ts";
import { inEdge } from "./names.ts";

/** What the pods listen for, and who may add routes: the namespaces that serve something here. */
export function listener(scope: GatewayScope, { hosts }: GatewaySpec, after: readonly Resource[]) {
  const namespaces = new Set(hosts.flatMap((host) => servers(host).map(({ namespace }) => namespace)));
  const served = { key: "kubernetes.io/metadata.name", operator: "In", values: [...namespaces].sort() };
  return custom(
    "gateway.networking.k8s.io/v1/Gateway",
    ...scope.child(
      "listener",
      {
        metadata: inEdge(EDGE.name),
        spec: {
          gatewayClassName: "istio",
          // the pods are declared, and not made by the mesh
          addresses: [{ type: "Hostname", value: HOP_HOST }],
          listeners: [
            {
              name: "https",
              port: SERVICE_PORT,
              protocol: "HTTPS",
              // for every name: balancers of AWS name none when they open a connection
              tls: { mode: "Terminate", certificateRefs: [{ group: "", kind: "Secret", name: HOP_SECRET }] },
              allowedRoutes: {
                kinds: [{ group: "gateway.networking.k8s.io", kind: "HTTPRoute" }],
                namespaces: { from: "Selector", selector: { matchExpressions: [served] } },
              },
            },
          ],
        },
      },
      { dependsOn: [...after], invariants: ["spec.listeners"] },
    ),
  );
}

const servers = ({ routes, routedBy }: GatewaySpec["hosts"][number]) => [...routes, ...routedBy];

/** Who serves which paths of which host. */
export function routes(scope: GatewayScope, spec: GatewaySpec, after: readonly Resource[]) {
  return routeObjects(spec).map(({ name, namespace, spec: route }) =>
    custom(
      "gateway.networking.k8s.io/v1/HTTPRoute",
      ...scope.child(
        "route",
        { metadata: { name, namespace }, spec: route as ObjectOf<"gateway.networking.k8s.io/v1/HTTPRoute">["spec"] },
        { of: `${namespace}-${name}`, dependsOn: [...after] },
      ),
    ),
  );
}
