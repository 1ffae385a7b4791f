import type { GatewaySpec } from "./args.ts";
import { EDGE } from "./place.ts";

// a year: browsers that came once come by HTTPS
const ENCRYPTED = { name: "Strict-Transport-Security", value: "max-age=31536000" };
type Routes = GatewaySpec["hosts"][number]["routes"];

/** The routes of a host in one namespace, which lie beside the services that they lead to. */
export interface RouteObject {
  readonly name: string;
  readonly namespace: string;
  readonly spec: object;
}

/** One object for each host and namespace; paths that share a prefix go to the longest. */
export function routeObjects({ hosts }: GatewaySpec): readonly RouteObject[] {
  return hosts.flatMap(({ host, routes }) =>
    [...new Set(routes.map(({ namespace }) => namespace))].map((namespace) => ({
      name: host.replaceAll(".", "-"),
      namespace,
      spec: {
        parentRefs: [
          { group: "gateway.networking.k8s.io", kind: "Gateway", name: EDGE.name, namespace: EDGE.namespace },
        ],
        hostnames: [host],
        rules: rulesOf(routes.filter((route) => route.namespace === namespace)),
      },
    })),
  );
}

function rulesOf(routes: Routes) {
  return [...new Set(routes.map(({ pathPrefix }) => pathPrefix))].map((value) => ({
    matches: [{ path: { type: "PathPrefix", value } }],
    filters: [{ type: "ResponseHeaderModifier", responseHeaderModifier: { set: [ENCRYPTED] } }],
    backendRefs: routes
      .filter(({ pathPrefix }) => pathPrefix === value)
      .map(({ service, port, weight }) => ({ group: "", kind: "Service", name: service, port, weight })),
  }));
}
