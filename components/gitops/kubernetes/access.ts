import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { Resource } from "@pulumi/pulumi";
import type { GitOpsScope } from "../native.ts";
import type { Subject } from "../place.ts";
import { ON_DESTINATION, type PlannedDestination } from "../planned.ts";
import { readerRules } from "../rights.ts";

const ACCOUNT = "argocd";

/** What Argo CD may read in a cluster. */
export function reader(
  { child, cluster }: GitOpsScope,
  { name }: PlannedDestination,
  subjects: readonly Subject[],
  after: readonly Resource[],
): Resource {
  const role = new ClusterRole(
    ...child(
      "reader",
      { metadata: { name: "argocd-reader" }, rules: readerRules() },
      { of: name, invariants: ["rules"], dependsOn: [...cluster.ready] },
    ),
  );
  return new ClusterRoleBinding(
    ...child(
      "readerBinding",
      {
        metadata: { name: "argocd-reader" },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "argocd-reader" },
        subjects: subjects.map((subject) => ({ kind: "ServiceAccount", ...subject })),
      },
      { of: name, dependsOn: [role, ...after] },
    ),
  );
}

/** The service account that Argo CD is on a cluster where it does not run, and its token; another generation is another token. */
export function remoteAccount(
  { child }: GitOpsScope,
  { name, tokenGeneration }: PlannedDestination,
  after: readonly Resource[],
) {
  const subject: Subject = { name: ACCOUNT, namespace: ON_DESTINATION };
  const account = new ServiceAccount(
    ...child(
      "account",
      { metadata: { ...subject }, automountServiceAccountToken: false },
      { of: name, dependsOn: [...after] },
    ),
  );
  const token = new Secret(
    ...child(
      "token",
      {
        metadata: {
          name: `${ACCOUNT}-${tokenGeneration}`,
          namespace: ON_DESTINATION,
          annotations: { "kubernetes.io/service-account.name": ACCOUNT },
        },
        type: "kubernetes.io/service-account-token",
      },
      { of: `${name}-${tokenGeneration}`, dependsOn: [account] },
    ),
  );
  return { subject, account, token };
}
