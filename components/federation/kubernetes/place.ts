import { SYSTEM } from "../plan.ts";

/** What an object in the control plane's namespace is called and labelled. */
export function inSystem(name: string, app = name) {
  return { name, namespace: SYSTEM, labels: labelsOf(app) };
}
/** Who a part is; network policies select by it, and so does the chart. */
export function labelsOf(app: string) {
  return { app, "app.kubernetes.io/name": app, "app.kubernetes.io/part-of": "karmada" };
}
/** A pod that may do nothing but its work. */
export const RESTRICTED_POD = {
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 65_532,
    runAsGroup: 65_532,
    fsGroup: 65_532,
    fsGroupChangePolicy: "OnRootMismatch",
    seccompProfile: { type: "RuntimeDefault" },
  },
} as const;
/** A container of it. */
export const RESTRICTED = {
  imagePullPolicy: "IfNotPresent",
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
};
/** CPU and memory that a container asks for; memory is also its limit. */
export function room(cpu: string, memory: string) {
  return { requests: { cpu, memory }, limits: { memory } };
}
/** Pods over zones and nodes. */
export function spread(app: string) {
  return ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: { app } },
  }));
}
