import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Resource } from "@pulumi/pulumi";
import type { MeshScope } from "../native.ts";
import { ROOT_NAMESPACE } from "../plan.ts";
import { inRoot, labelsOf } from "./place.ts";

const RBAC = "rbac.authorization.k8s.io";
const READ = ["get", "list", "watch"];
const NETWORKING = [
  "destinationrules",
  "envoyfilters",
  "gateways",
  "proxyconfigs",
  "serviceentries",
  "sidecars",
  "virtualservices",
  "workloadentries",
  "workloadgroups",
];
const ROUTES = ["grpcroutes", "httproutes", "tcproutes", "tlsroutes", "udproutes"];
const GATEWAY_API = [...ROUTES, "backendtlspolicies", "gatewayclasses", "gateways", "listenersets", "referencegrants"];
const rule = (apiGroup: string, resources: readonly string[], verbs: readonly string[] = READ) => ({
  apiGroups: [apiGroup],
  resources: [...resources],
  verbs: [...verbs],
});

const CONTROL_PLANE_RULES = [
  rule("networking.istio.io", NETWORKING),
  rule("security.istio.io", ["authorizationpolicies", "peerauthentications", "requestauthentications"]),
  rule("telemetry.istio.io", ["telemetries"]),
  rule("extensions.istio.io", ["trafficextensions", "wasmplugins"]),
  rule("networking.istio.io", ["serviceentries/status", "workloadentries/status"], ["update", "patch"]),
  rule("gateway.networking.k8s.io", GATEWAY_API),
  rule(
    "gateway.networking.k8s.io",
    GATEWAY_API.map((kind) => `${kind}/status`),
    ["update", "patch"],
  ),
  rule("gateway.networking.k8s.io", ["gatewayclasses"], ["create", "update", "patch"]),
  rule("", ["endpoints", "namespaces", "nodes", "pods", "services"]),
  rule("discovery.k8s.io", ["endpointslices"]),
  rule("apiextensions.k8s.io", ["customresourcedefinitions"]),
  // certificates of ingress gateways, and how other clusters are read: a watch knows no names
  rule("", ["secrets"]),
  // the root, as every namespace gets it
  rule("", ["configmaps"], [...READ, "create", "update"]),
  rule("authentication.k8s.io", ["tokenreviews"], ["create"]),
  rule("authorization.k8s.io", ["subjectaccessreviews"], ["create"]),
  rule("admissionregistration.k8s.io", ["mutatingwebhookconfigurations"], [...READ, "update", "patch"]),
  rule("admissionregistration.k8s.io", ["validatingwebhookconfigurations"], [...READ, "update"]),
];
/** What the control planes of other clusters see here: where pods are, and no secret. */
const READER_RULES = [
  rule("", ["endpoints", "namespaces", "nodes", "pods", "services"]),
  rule("discovery.k8s.io", ["endpointslices"]),
  rule("networking.istio.io", ["workloadentries"]),
  rule("gateway.networking.k8s.io", ["gateways"]),
  rule("apiextensions.k8s.io", ["customresourcedefinitions"]),
];
export const READER = "istio-reader-service-account";

const account = (name: string) => [{ kind: "ServiceAccount", name, namespace: ROOT_NAMESPACE }];

/** What the control plane may do in its cluster, written out. */
export function controlPlaneRights(scope: MeshScope, namespace: Resource) {
  const after = { dependsOn: [namespace] };
  const metadata = { name: "istiod-istio-system", labels: labelsOf("istiod") };
  const own = new ServiceAccount(
    ...scope.child("controlPlaneAccount", { metadata: inRoot("istiod"), automountServiceAccountToken: false }, after),
  );
  const rights = new ClusterRole(...scope.child("controlPlaneRights", { metadata, rules: CONTROL_PLANE_RULES }));
  const binding = new ClusterRoleBinding(
    ...scope.child(
      "controlPlaneBinding",
      { metadata, roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: metadata.name }, subjects: account("istiod") },
      { dependsOn: [own, rights] },
    ),
  );
  const role = new Role(
    ...scope.child(
      "controlPlaneRole",
      {
        metadata: inRoot("istiod"),
        rules: [
          // who leads, and a trial of its own webhook that keeps nothing
          rule("coordination.k8s.io", ["leases"], ["get", "update", "patch", "create"]),
          rule("networking.istio.io", ["gateways"], ["create"]),
        ],
      },
      after,
    ),
  );
  const roleBinding = new RoleBinding(
    ...scope.child(
      "controlPlaneRoleBinding",
      {
        metadata: inRoot("istiod"),
        roleRef: { apiGroup: RBAC, kind: "Role", name: "istiod" },
        subjects: account("istiod"),
      },
      { dependsOn: [own, role] },
    ),
  );
  return [binding, roleBinding];
}

/** Who the control planes of other clusters are here. */
export function readerRights(scope: MeshScope, namespace: Resource) {
  const metadata = { name: "istio-reader-istio-system", labels: labelsOf("istio-reader") };
  const own = new ServiceAccount(
    ...scope.child(
      "readerAccount",
      { metadata: inRoot(READER, "istio-reader"), automountServiceAccountToken: false },
      { dependsOn: [namespace] },
    ),
  );
  const rights = new ClusterRole(...scope.child("readerRights", { metadata, rules: READER_RULES }));
  const binding = new ClusterRoleBinding(
    ...scope.child(
      "readerBinding",
      { metadata, roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: metadata.name }, subjects: account(READER) },
      { dependsOn: [own, rights] },
    ),
  );
  return { own, binding };
}
