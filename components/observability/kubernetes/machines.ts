import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { Resource } from "@pulumi/pulumi";
import { tcp } from "../../core/traffic.ts";
import { custom } from "../../objects/index.ts";
import { machineConfig, POD_LOGS } from "../machine-pipelines.ts";
import type { ObservabilityScope } from "../native.ts";
import { MACHINES, type ObservabilityPlan } from "../plan.ts";
import { CLOSED_CONTAINER, CLOSED_POD, onlyServices, room } from "../pods.ts";
import { looking } from "./accounts.ts";

/** Why pods that read the output of others keep no standard. */
export const WHY_PRIVILEGED =
  "its pods read the output of all others on their machine: a directory of the machine, whose files are root's alone";
const KUBELET = 10_250;

// files of containerd are root's, mode 0640: their owner needs no capability to read them
const ROOT = { ...CLOSED_POD, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, fsGroup: 0 };
const from = (fieldPath: string) => ({ valueFrom: { fieldRef: { fieldPath } } });

/** One on each machine: it reads what the machine and its kubelet count and, where nobody else keeps it, the output of pods. */
export function machines(scope: ObservabilityScope, plan: ObservabilityPlan, after: readonly Resource[]) {
  const { child, cluster } = scope;
  const account = looking(scope, "machines", after, { namespace: MACHINES });
  const reads = plan.podOutput.has(cluster.name);
  const logs = { name: "pod-logs", readOnly: true, mountPath: POD_LOGS };
  const kubelets = new NetworkPolicy(
    ...child(
      "traffic",
      {
        metadata: { name: "kubelets", namespace: MACHINES },
        // a block of addresses matches no machine where Cilium keeps the policies: the port alone does
        spec: { podSelector: {}, policyTypes: ["Egress"], egress: [{ ports: tcp(KUBELET) }] },
      },
      { of: "kubelets", dependsOn: [...after], invariants: ["spec"] },
    ),
  );
  const reader = custom(
    "opentelemetry.io/v1beta1/OpenTelemetryCollector",
    ...child(
      "machines",
      {
        metadata: { name: MACHINES, namespace: MACHINES },
        spec: {
          mode: "daemonset",
          upgradeStrategy: "none",
          serviceAccount: MACHINES,
          config: machineConfig(cluster, reads),
          env: [
            { name: "K8S_NODE_NAME", ...from("spec.nodeName") },
            { name: "K8S_NODE_IP", ...from("status.hostIP") },
          ],
          resources: room("100m", "128Mi", "512Mi"),
          securityContext: CLOSED_CONTAINER,
          podSecurityContext: reads ? ROOT : CLOSED_POD,
          podAnnotations: onlyServices(plan, cluster),
          // on every machine, whatever it is kept for
          tolerations: [{ operator: "Exists" }],
          ...(reads && {
            volumes: [{ name: logs.name, hostPath: { path: POD_LOGS, type: "Directory" } }],
            volumeMounts: [logs],
          }),
        },
      },
      {
        dependsOn: [...account, ...after],
        invariants: ["spec.securityContext", "spec.podSecurityContext", "spec.volumes", "spec.volumeMounts"],
      },
    ),
  );
  return [kubelets, reader];
}
