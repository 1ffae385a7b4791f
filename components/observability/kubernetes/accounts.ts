import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { Resource } from "@pulumi/pulumi";
import type { PodIdentity } from "../../identity/index.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE } from "../plan.ts";

const look = (apiGroup: string, ...resources: string[]) => ({
  apiGroups: [apiGroup],
  resources,
  verbs: ["get", "list", "watch"],
});
const RULES = {
  // where spans come from
  collector: [look("", "pods", "namespaces", "nodes"), look("apps", "replicasets")],
  // what there is to read
  agent: [look("", "pods", "services", "endpoints", "namespaces"), look("discovery.k8s.io", "endpointslices")],
  // what happens to objects
  events: [look("events.k8s.io", "events")],
  // what a machine's kubelet counts, and nothing else of it
  machines: [{ apiGroups: [""], resources: ["nodes/stats"], verbs: ["get"] }],
  // where Alertmanager is
  metrics: [look("", "pods", "services", "endpoints"), look("discovery.k8s.io", "endpointslices")],
};

interface Account {
  readonly name: string;
  readonly namespace: string;
  readonly annotations: PodIdentity["annotations"];
  readonly automountServiceAccountToken: boolean;
}

/** An account that looks at the cluster, and may nothing else. */
export function looking(
  scope: ObservabilityScope,
  name: keyof typeof RULES,
  after: readonly Resource[],
  { annotations = {}, namespace = NAMESPACE }: { annotations?: PodIdentity["annotations"]; namespace?: string } = {},
) {
  const account = serviceAccount(scope, { name, namespace, annotations, automountServiceAccountToken: true }, after);
  const role = new ClusterRole(
    ...scope.child(
      "role",
      { metadata: { name: `${NAMESPACE}-${name}` }, rules: RULES[name] },
      { of: name, invariants: ["rules"] },
    ),
  );
  const binding = new ClusterRoleBinding(
    ...scope.child(
      "binding",
      {
        metadata: { name: `${NAMESPACE}-${name}` },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role.metadata.name },
        subjects: [{ kind: "ServiceAccount", name, namespace }],
      },
      { of: name, dependsOn: [account] },
    ),
  );
  return [account, binding];
}

/** An account without any right. */
export function plainAccount(scope: ObservabilityScope, name: string, after: readonly Resource[]): ServiceAccount {
  return serviceAccount(
    scope,
    { name, namespace: NAMESPACE, annotations: {}, automountServiceAccountToken: false },
    after,
  );
}

function serviceAccount(
  { child }: ObservabilityScope,
  { name, namespace, annotations, automountServiceAccountToken }: Account,
  after: readonly Resource[],
): ServiceAccount {
  const said = Object.keys(annotations).length > 0 && { annotations };
  const metadata = { name, namespace, ...said };
  return new ServiceAccount(
    ...child("account", { metadata, automountServiceAccountToken }, { of: name, dependsOn: [...after] }),
  );
}
