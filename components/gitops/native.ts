import type { SecretArgs } from "@pulumi/kubernetes/core/v1/secret.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { ClusterScope } from "../core/scope.ts";
import type { ObjectOf } from "../objects/index.ts";

/** The objects of Argo CD itself that `transform.kubernetes` can reach. */
export interface GitOpsChildren {
  readonly release: ReleaseArgs;
  readonly traffic: NetworkPolicyArgs;
  readonly nobody: ObjectOf<"argoproj.io/v1alpha1/AppProject">;
  readonly repository: SecretArgs;
  readonly repositoryCredentials: ObjectOf<"external-secrets.io/v1/ExternalSecret">;
  readonly account: ServiceAccountArgs;
  readonly reader: ClusterRoleArgs;
  readonly readerBinding: ClusterRoleBindingArgs;
  readonly token: SecretArgs;
  readonly destination: SecretArgs;
  readonly backup: ObjectOf<"velero.io/v1/Schedule">;
}
/** The objects of a tenant; one that there is in each namespace is changed in all. */
export interface TenantChildren {
  readonly project: ObjectOf<"argoproj.io/v1alpha1/AppProject">;
  readonly applications: ObjectOf<"argoproj.io/v1alpha1/ApplicationSet">;
  readonly deployer: ServiceAccountArgs;
  readonly role: RoleArgs;
  readonly roleBinding: RoleBindingArgs;
}
export type GitOpsScope = ClusterScope<GitOpsChildren>;
export type TenantScope = ClusterScope<TenantChildren>;
