import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { AppScope, Declared } from "../app.ts";
import { metadata, podLabels } from "../names.ts";
import type { AppPlan } from "../plan.ts";
import { previewName } from "./rollout.ts";
import { NO_AWAIT } from "./workload.ts";

/** How an app is found, who it is, and how many of its pods may go at once. */
export function service(scope: AppScope, plan: AppPlan): readonly Declared[] {
  const meta = metadata(plan);
  const selector = { ...podLabels(plan) };
  const account = new ServiceAccount(
    ...scope.child(
      "serviceAccount",
      {
        // annotations must be there for members to add to
        metadata: { ...meta, annotations: { "kubernetes.io/description": `${plan.name}, with what its cloud adds` } },
        automountServiceAccountToken: false,
      },
      { invariants: ["automountServiceAccountToken"] },
    ),
  );
  const spec = {
    type: "ClusterIP",
    selector,
    ports: plan.ports.map(({ name, port, protocol }) => ({
      name,
      port,
      targetPort: name,
      protocol: "TCP",
      appProtocol: protocol,
    })),
  };
  const own = new Service(
    ...scope.child("service", { metadata: { ...meta, annotations: NO_AWAIT }, spec }, { invariants: ["spec.type"] }),
  );
  // a budget of its own in each cluster
  const budget = new PodDisruptionBudget(
    ...scope.child("budget", {
      metadata: meta,
      spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: { matchLabels: selector } },
    }),
  );
  const declared: Declared[] = [
    { apiVersion: "v1", kind: "ServiceAccount", name: meta.name, resource: account },
    { apiVersion: "v1", kind: "Service", name: meta.name, resource: own },
    { apiVersion: "policy/v1", kind: "PodDisruptionBudget", name: meta.name, resource: budget },
  ];
  if (plan.strategy.kind !== "blueGreen") return declared;
  const next = metadata(plan, previewName(plan));
  const preview = new Service(...scope.child("preview", { metadata: { ...next, annotations: NO_AWAIT }, spec }));
  return [...declared, { apiVersion: "v1", kind: "Service", name: next.name, resource: preview }];
}
