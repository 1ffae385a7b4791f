import { LimitRange } from "@pulumi/kubernetes/core/v1/limitRange.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import type { FederationScope } from "../native.ts";
import { SYSTEM } from "../plan.ts";
import { inSystem } from "./place.ts";

/** The control plane's namespace. Its level is baseline: the chart's pods say nothing of their own security. */
export function systemNamespace({ child }: FederationScope, ready: FederationScope["cluster"]["ready"]) {
  const namespace = new Namespace(
    ...child(
      "namespace",
      {
        metadata: {
          name: SYSTEM,
          labels: {
            "pod-security.kubernetes.io/enforce": "baseline",
            "pod-security.kubernetes.io/warn": "restricted",
          },
        },
      },
      { lasting: true, invariants: ["metadata.labels"], dependsOn: [...ready] },
    ),
  );
  const quota = new ResourceQuota(
    ...child(
      "quota",
      {
        metadata: inSystem("critical"),
        spec: {
          hard: { pods: "60" },
          // GKE lets critical pods in only where a quota names their class, and the chart's are
          scopeSelector: {
            matchExpressions: [
              {
                scopeName: "PriorityClass",
                operator: "In",
                values: ["system-cluster-critical", "system-node-critical"],
              },
            ],
          },
        },
      },
      { dependsOn: [namespace] },
    ),
  );
  // what the chart's jobs and waiting containers get, which say nothing
  const defaults = new LimitRange(
    ...child(
      "defaults",
      {
        metadata: inSystem("containers"),
        spec: {
          limits: [{ type: "Container", defaultRequest: { cpu: "20m", memory: "64Mi" }, default: { memory: "512Mi" } }],
        },
      },
      { dependsOn: [namespace] },
    ),
  );
  return [namespace, quota, defaults];
}
