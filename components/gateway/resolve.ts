import { defaultCriticality } from "../core/tags.ts";
import { validate } from "../core/validate.ts";
import { LETS_ENCRYPT } from "./acme.ts";
import type { GatewayArgs, GatewaySpec } from "./args.ts";
import { gatewayLimits } from "./limits.ts";

/** Fills in the defaults, and refuses every mistake at once. */
export function resolveGateway(args: GatewayArgs): GatewaySpec {
  const { cluster, jwt, publicPaths = [], native = {} } = args;
  const { firewall = { mode: "block", requestsPerFiveMinutes: 2000 } } = args;
  const { site } = cluster;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const hosts = args.hosts.map(({ host, routes = [], routedBy = [] }) => ({
    host,
    routedBy,
    routes: routes.map((route) => ({ pathPrefix: "/", podPort: route.port, podLabels: {}, weight: 1, ...route })),
  }));
  const spec: GatewaySpec = {
    cluster,
    hosts,
    jwt,
    publicPaths,
    firewall,
    replicas: { low: 1, standard: 2, high: 3 }[criticality],
    criticality,
    tags: { ...site.tags, criticality },
    acme: native.azure?.acme ?? LETS_ENCRYPT,
    native,
  };
  validate("invalid gateway", gatewayLimits(spec, args));
  return spec;
}
