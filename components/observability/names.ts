import { NAMESPACE } from "./plan.ts";

/** Where one cluster's own parts answer. */
export const PORTS = {
  collector: { "grpc-otlp": 4317, "http-otlp": 4318 },
  logs: { http: 3100 },
  traces: { http: 3200, "grpc-otlp": 4317 },
} as const;

/** How a cluster's own part is called in all of them: what has pods in one cluster alone, the mesh finds in no other. */
export const named = (what: keyof typeof PORTS, cluster: string) => `${what}-${cluster}`;
/** The same as a host. */
export const hostOf = (what: keyof typeof PORTS, cluster: string) =>
  `${named(what, cluster)}.${NAMESPACE}.svc.cluster.local`;
/** The ports of its service. */
export const portsOf = (what: keyof typeof PORTS) =>
  Object.entries(PORTS[what]).map(([name, port]) => ({ name, port, targetPort: port }));
