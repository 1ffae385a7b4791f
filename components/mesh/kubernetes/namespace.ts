import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { block, NAMES, tcp } from "../../core/traffic.ts";
import type { MeshScope } from "../native.ts";
import { type Member, ROOT_NAMESPACE } from "../plan.ts";
import { inRoot } from "./place.ts";

const CONTROL_PLANE = { podSelector: { matchLabels: { app: "istiod" } } };

/** The mesh's own namespace, closed but for what control plane and gateway are for. */
export function namespace(scope: MeshScope, { network, callers, cluster }: Member) {
  const own = new Namespace(
    ...scope.child(
      "namespace",
      {
        metadata: {
          name: ROOT_NAMESPACE,
          labels: {
            "topology.istio.io/network": network,
            "istio-injection": "disabled",
            "pod-security.kubernetes.io/enforce": "restricted",
          },
        },
      },
      { lasting: true, invariants: ["metadata.labels"] },
    ),
  );
  const after = { dependsOn: [own] };
  const quota = new ResourceQuota(
    ...scope.child(
      "quota",
      {
        metadata: inRoot("critical"),
        spec: {
          hard: { pods: "40" },
          // GKE lets critical pods in only where a quota names their class
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
      after,
    ),
  );
  const closed = new NetworkPolicy(
    ...scope.child(
      "closed",
      { metadata: inRoot("closed"), spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
      after,
    ),
  );
  const control = new NetworkPolicy(
    ...scope.child(
      "controlPlaneTraffic",
      {
        metadata: inRoot("control-plane", "istiod"),
        spec: {
          ...CONTROL_PLANE,
          policyTypes: ["Ingress", "Egress"],
          ingress: [
            { from: [{ namespaceSelector: {} }], ports: tcp(15_012, 15_014) },
            // from API servers, whose addresses clouds do not promise
            { ports: tcp(15_017) },
          ],
          // API servers of all clusters, and the keys of token issuers
          egress: [NAMES, { ports: tcp(443) }],
        },
      },
      after,
    ),
  );
  const opened =
    callers.length === 0 ? [] : [gatewayTraffic(scope, [...callers, cluster.network.allocation.network], own)];
  return { own, parts: [quota, closed, control, ...opened] };
}

function gatewayTraffic(scope: MeshScope, callers: readonly string[], own: Namespace) {
  return new NetworkPolicy(
    ...scope.child(
      "gatewayTraffic",
      {
        metadata: inRoot("gateway", "istio-eastwestgateway"),
        spec: {
          podSelector: { matchLabels: { istio: "eastwestgateway" } },
          policyTypes: ["Ingress", "Egress"],
          ingress: [
            // balancers of AWS, and nodes that pass a call on, put their own address into it
            { from: callers.map((cidr) => block(cidr)), ports: tcp(15_443) },
            // health checks of balancers, which come from addresses of the clouds
            { ports: tcp(15_021, 15_090) },
          ],
          egress: [
            NAMES,
            { to: [{ podSelector: { matchLabels: { app: "istiod" } } }], ports: tcp(15_012) },
            { to: [{ namespaceSelector: {} }] },
          ],
        },
      },
      { dependsOn: [own] },
    ),
  );
}
