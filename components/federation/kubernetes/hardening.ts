import { DeploymentPatch } from "@pulumi/kubernetes/apps/v1/deploymentPatch.js";
import type { Resource } from "@pulumi/pulumi";
import type { FederationScope } from "../native.ts";
import { type FederationPlan, SYSTEM } from "../plan.ts";
import { RESTRICTED, RESTRICTED_POD } from "./place.ts";

interface Part {
  /** What the chart calls its container. @default the same */
  readonly container?: string;
  /** What it is told beside what the chart tells it. @default nothing */
  readonly args?: (plan: FederationPlan) => readonly string[];
}
/** What the chart makes, each with a container `wait` that goes first. */
const PARTS: Readonly<Record<string, Part>> = {
  "karmada-apiserver": {},
  "karmada-aggregated-apiserver": {},
  "karmada-controller-manager": {},
  "karmada-kube-controller-manager": { container: "kube-controller-manager" },
  "karmada-metrics-adapter": {},
  "karmada-scheduler": {},
  "karmada-webhook": {
    // or it refuses the policy that lets workloads leave
    args: ({ failover }) => [`--allow-no-execute-taint-policy=${failover.evict}`],
  },
};

/** What the chart has no value for: who its pods are, and one argument. Fields that the chart leaves empty, so that nobody takes them back. */
export function hardening({ child }: FederationScope, plan: FederationPlan, after: readonly Resource[]) {
  return Object.entries(PARTS).map(
    ([name, { container = name, args }]) =>
      new DeploymentPatch(
        ...child(
          "hardened",
          {
            metadata: { name, namespace: SYSTEM },
            spec: {
              template: {
                spec: {
                  automountServiceAccountToken: false,
                  securityContext: {
                    ...RESTRICTED_POD.securityContext,
                    // two of them listen on 443, which is then for everybody in the pod
                    sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
                  },
                  initContainers: [{ name: "wait", securityContext: RESTRICTED.securityContext }],
                  containers: [
                    {
                      name: container,
                      securityContext: RESTRICTED.securityContext,
                      ...(args && { args: [...args(plan)] }),
                    },
                  ],
                },
              },
            },
          },
          { of: name, dependsOn: [...after] },
        ),
      ),
  );
}
