import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { Resource } from "@pulumi/pulumi";
import { NAMES } from "../../core/traffic.ts";
import { custom } from "../../objects/index.ts";
import type { AppScope } from "../app.ts";
import type { NamespaceChildren } from "../native.ts";
import { CONTROL_PLANE } from "./network.ts";
import { copiesIn, tolerations } from "./propagation.ts";

/** A namespace with every default applied. */
export interface NamespaceSpec {
  readonly name: string;
  readonly members: readonly string[];
  readonly meshLabels: Readonly<Record<string, string>>;
  readonly quota: { readonly cpuMillis: number; readonly memoryMb: number; readonly pods: number };
}

/** The namespace, which the federation makes in every member by itself, and what holds in it before any app is there. */
export function declareNamespace(scope: AppScope<NamespaceChildren>, spec: NamespaceSpec): readonly Resource[] {
  const { name, members, meshLabels, quota } = spec;
  const restricted = ["enforce", "audit", "warn"].map((mode) => [`pod-security.kubernetes.io/${mode}`, "restricted"]);
  const namespace = new Namespace(
    ...scope.child(
      "namespace",
      { metadata: { name, labels: { ...meshLabels, ...(Object.fromEntries(restricted) as Record<string, string>) } } },
      { lasting: true, invariants: ["metadata.labels"] },
    ),
  );
  const within = (called: string) => ({ metadata: { name: called, namespace: name } });
  const after = { dependsOn: [namespace] };
  const limited = new ResourceQuota(
    ...scope.child(
      "quota",
      {
        ...within("quota"),
        spec: {
          hard: {
            "requests.cpu": `${quota.cpuMillis}m`,
            "requests.memory": `${quota.memoryMb}Mi`,
            "limits.memory": `${quota.memoryMb}Mi`,
            pods: String(quota.pods),
          },
        },
      },
      after,
    ),
  );
  const closed = new NetworkPolicy(
    ...scope.child(
      "closed",
      {
        ...within("closed"),
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], egress: [NAMES, CONTROL_PLANE] },
      },
      { ...after, invariants: ["spec.podSelector", "spec.policyTypes"] },
    ),
  );
  // they hold here even where a mesh has lost what holds for all of it
  const mutualTls = custom(
    "security.istio.io/v1/PeerAuthentication",
    ...scope.child("mutualTls", { ...within("default"), spec: { mtls: { mode: "STRICT" } } }, after),
  );
  const nobody = custom(
    "security.istio.io/v1/AuthorizationPolicy",
    ...scope.child("nobody", { ...within("nobody"), spec: {} }, after),
  );
  const selected = [
    ["v1", "ResourceQuota", "quota"],
    ["networking.k8s.io/v1", "NetworkPolicy", "closed"],
    ["security.istio.io/v1", "PeerAuthentication", "default"],
    ["security.istio.io/v1", "AuthorizationPolicy", "nobody"],
  ] as const;
  custom(
    "policy.karmada.io/v1alpha1/PropagationPolicy",
    ...scope.child(
      "propagation",
      {
        ...within("namespace"),
        spec: {
          resourceSelectors: selected.map(([apiVersion, kind, called]) => ({
            apiVersion,
            kind,
            name: called,
            namespace: name,
          })),
          placement: { ...copiesIn(members), clusterTolerations: tolerations(copiesIn(members), 0) },
          propagateDeps: false,
        },
      },
      after,
    ),
  );
  return [namespace, limited, closed, mutualTls, nobody];
}
