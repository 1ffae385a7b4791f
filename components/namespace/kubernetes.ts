import { LimitRange } from "@pulumi/kubernetes/core/v1/limitRange.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { input } from "@pulumi/kubernetes/types/index.js";
import type { ClusterScope } from "../core/scope.ts";
import { block, inNamespace, NAMES, tcp, tokensOn } from "../core/traffic.ts";
import type { NamespaceSpec } from "./args.ts";
import type { NamespaceChildren } from "./native.ts";

type Rule = input.networking.v1.NetworkPolicyEgressRule;
type Peer = input.networking.v1.NetworkPolicyPeer;

/** A namespace, what its pods may take, and whom they may speak with. */
export function namespaceObjects({ child }: ClusterScope<NamespaceChildren>, spec: NamespaceSpec) {
  const { podSecurity, quota, reason } = spec;
  const levels = ["enforce", "audit", "warn"].map((mode) => [`pod-security.kubernetes.io/${mode}`, podSecurity]);
  const namespace = new Namespace(
    ...child(
      "namespace",
      {
        metadata: {
          name: spec.name,
          labels: { ...spec.labels, ...Object.fromEntries(levels) },
          ...(reason !== undefined && { annotations: { "kubernetes.io/description": reason } }),
        },
      },
      { lasting: true, invariants: ["metadata.labels"] },
    ),
  );
  const inside = { namespace: namespace.metadata.name };
  new ResourceQuota(
    ...child("quota", {
      metadata: { ...inside, name: "all-pods" },
      spec: {
        hard: {
          "requests.cpu": String(quota.cpus),
          "requests.memory": `${quota.memoryGb}Gi`,
          "limits.memory": `${quota.memoryGb * 2}Gi`,
          pods: String(quota.pods),
          "services.nodeports": "0",
        },
      },
    }),
  );
  // what a container gets that says nothing
  new LimitRange(
    ...child("defaults", {
      metadata: { ...inside, name: "containers" },
      spec: {
        limits: [
          {
            type: "Container",
            defaultRequest: { cpu: "50m", memory: "128Mi" },
            default: { memory: "256Mi" },
          },
        ],
      },
    }),
  );
  const policies = Object.entries(policiesOf(spec)).map(
    ([of, policy]) =>
      new NetworkPolicy(
        ...child("policy", { metadata: { ...inside, name: of }, spec: { podSelector: {}, ...policy } }, { of }),
      ),
  );
  return { namespace, policies };
}

/** Everything is closed; each policy opens one thing. */
function policiesOf({ egress, tokensOf, ingress }: NamespaceSpec) {
  const tokens = tokensOf === undefined ? [] : tokensOn(tokensOf);
  const own: Peer = { podSelector: {} };
  return {
    "default-deny": { policyTypes: ["Ingress", "Egress"], ingress: [], egress: [] },
    "own-pods": { policyTypes: ["Ingress", "Egress"], ingress: [{ from: [own] }], egress: [{ to: [own] }] },
    names: { policyTypes: ["Egress"], egress: [NAMES] },
    ...(tokens.length > 0 && { tokens: { policyTypes: ["Egress"], egress: [...tokens] } }),
    ...(egress.length > 0 && {
      outside: {
        policyTypes: ["Egress"],
        egress: egress.map((way): Rule => ({ to: [peer(way)], ports: tcp(...way.ports) })),
      },
    }),
    ...(ingress.length > 0 && {
      visitors: {
        policyTypes: ["Ingress"],
        ingress: ingress.map((way) => ({ from: [peer(way)], ports: tcp(...way.ports) })),
      },
    }),
  };
}

function peer(
  way: { readonly namespace: string } | { readonly cidr: string; readonly except?: readonly string[] },
): Peer {
  if ("namespace" in way) return inNamespace(way.namespace);
  return block(way.cidr, ...(way.except ?? []));
}
