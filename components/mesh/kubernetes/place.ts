import type { Member } from "../plan.ts";
import { ROOT_NAMESPACE } from "../plan.ts";

/** What every object of a part is labelled with. */
export function labelsOf(app: string) {
  return { app, "app.kubernetes.io/name": app, "app.kubernetes.io/part-of": "istio" };
}
/** The same, in the mesh's own namespace. */
export function inRoot(name: string, app = name) {
  return { name, namespace: ROOT_NAMESPACE, labels: labelsOf(app) };
}
/** The same of what holds for the whole mesh. */
export function ofMesh(name: string) {
  return inRoot(name, "istio-policies");
}
/** Pods over zones and nodes, on the machines that run controllers if need be. */
export function spread(labels: Readonly<Record<string, string>>) {
  return {
    priorityClassName: "system-cluster-critical",
    tolerations: [{ key: "CriticalAddonsOnly", operator: "Exists" }],
    topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels: labels },
    })),
  };
}
/** How many pods a controller has: by its load, and never none. */
export function scaling(name: string, { replicas }: Member) {
  const cpu = { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } };
  return {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
    minReplicas: replicas,
    maxReplicas: 5,
    metrics: [{ type: "Resource", resource: cpu }],
  };
}
