import type { KubernetesCluster } from "../core/cluster.ts";
import type { ObservabilityPlan } from "./plan.ts";

/** What a container of ours may do under the standard `restricted`. */
export const CLOSED_CONTAINER = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  readOnlyRootFilesystem: true,
};
/** What a pod of ours runs as. */
export const CLOSED_POD = {
  runAsNonRoot: true,
  runAsUser: 10_001,
  runAsGroup: 10_001,
  fsGroup: 10_001,
  seccompProfile: { type: "RuntimeDefault" as const },
};

/** What a pod asks for, and the most memory that it gets. */
export const room = (cpu: string, memory: string, most: string) => ({
  requests: { cpu, memory },
  limits: { memory: most },
});

/** Several of a kind stand in several zones, where there are some. */
export const apart = (labels: Readonly<Record<string, string>>) => ({
  maxSkew: 1,
  topologyKey: "topology.kubernetes.io/zone",
  whenUnsatisfiable: "ScheduleAnyway" as const,
  labelSelector: { matchLabels: labels },
});

/** The same for kinds that take no such constraint. */
export const apartBy = (labels: Readonly<Record<string, string>>) => ({
  podAntiAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: { topologyKey: "topology.kubernetes.io/zone", labelSelector: { matchLabels: labels } },
      },
    ],
  },
});

/** What a pod of the mesh says of calls that do not go through it: TLS to the API server and to the world, and its tokens. */
export function aroundMesh(
  { mesh }: ObservabilityPlan,
  ports: readonly number[] = [443],
): Readonly<Record<string, string>> {
  if (mesh === undefined) return {};
  return {
    "traffic.sidecar.istio.io/excludeOutboundPorts": ports.join(","),
    // where clouds give pods their identity
    "traffic.sidecar.istio.io/excludeOutboundIPRanges": "169.254.0.0/16",
  };
}

/** What a pod says that reads others at their own addresses: only services are called through the mesh. */
export function onlyServices(
  { mesh }: ObservabilityPlan,
  cluster: KubernetesCluster,
): Readonly<Record<string, string>> {
  if (mesh === undefined) return {};
  return {
    "traffic.sidecar.istio.io/includeOutboundIPRanges": cluster.network.allocation.services,
    "traffic.sidecar.istio.io/excludeOutboundPorts": "443",
  };
}
