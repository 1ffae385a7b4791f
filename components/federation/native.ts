import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { DeploymentPatchArgs } from "@pulumi/kubernetes/apps/v1/deploymentPatch.js";
import type { StatefulSetArgs } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import type { CronJobArgs } from "@pulumi/kubernetes/batch/v1/cronJob.js";
import type { JobArgs } from "@pulumi/kubernetes/batch/v1/job.js";
import type { ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { LimitRangeArgs } from "@pulumi/kubernetes/core/v1/limitRange.js";
import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { PersistentVolumeClaimArgs } from "@pulumi/kubernetes/core/v1/persistentVolumeClaim.js";
import type { ResourceQuotaArgs } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import type { SecretArgs } from "@pulumi/kubernetes/core/v1/secret.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { StorageClassArgs } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import type { ParentScope } from "../core/children.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { ObjectOf } from "../objects/index.ts";

/** The objects that `transform.kubernetes` can reach; one that there is for each member is changed for all. */
export interface FederationChildren {
  readonly namespace: NamespaceArgs;
  readonly quota: ResourceQuotaArgs;
  readonly defaults: LimitRangeArgs;
  readonly traffic: NetworkPolicyArgs;
  readonly etcdCertificate: SecretArgs;
  readonly etcdDisk: StorageClassArgs;
  readonly etcdVolume: PersistentVolumeClaimArgs;
  readonly etcdPeers: ServiceArgs;
  readonly etcdClients: ServiceArgs;
  readonly etcd: StatefulSetArgs;
  readonly etcdBudget: PodDisruptionBudgetArgs;
  readonly encryption: SecretArgs;
  readonly controlPlane: ReleaseArgs;
  readonly hardened: DeploymentPatchArgs;
  readonly entrance: ServiceArgs;
  readonly backupAccount: ServiceAccountArgs;
  readonly backupIdentity: ConfigMapArgs;
  readonly backup: CronJobArgs;
  readonly restore: JobArgs;
  readonly hubNamespace: NamespaceArgs;
  readonly hubTraffic: NetworkPolicyArgs;
  readonly hubQuota: ResourceQuotaArgs;
  readonly unreachable: ObjectOf<"policy.karmada.io/v1alpha1/ClusterTaintPolicy">;
  readonly rollouts: ObjectOf<"config.karmada.io/v1alpha1/ResourceInterpreterCustomization">;
  readonly teamQuota: ObjectOf<"policy.karmada.io/v1alpha1/FederatedResourceQuota">;
  readonly memberNamespace: NamespaceArgs;
  readonly memberTraffic: NetworkPolicyArgs;
  readonly memberQuota: ResourceQuotaArgs;
  readonly memberAccount: ServiceAccountArgs;
  readonly memberRights: ClusterRoleArgs;
  readonly memberBinding: ClusterRoleBindingArgs;
  readonly memberToken: SecretArgs;
  readonly hubToken: SecretArgs;
  readonly registration: ObjectOf<"cluster.karmada.io/v1alpha1/Cluster">;
  readonly agentAccess: SecretArgs;
  readonly agentTraffic: NetworkPolicyArgs;
  readonly agentElection: RoleArgs;
  readonly agentElectionBinding: RoleBindingArgs;
  readonly agent: DeploymentArgs;
  readonly agentBudget: PodDisruptionBudgetArgs;
  readonly agentHubRights: ClusterRoleArgs;
  readonly agentHubBinding: ClusterRoleBindingArgs;
  readonly workNamespace: NamespaceArgs;
  readonly workTraffic: NetworkPolicyArgs;
  readonly workQuota: ResourceQuotaArgs;
  readonly agentWorkRights: RoleArgs;
  readonly agentWorkBinding: RoleBindingArgs;
}
/** Where files build on the hub: the federation's own API server. */
export type HubScope = ParentScope<FederationChildren>;
/** Where files build on one cluster. */
export interface FederationScope extends HubScope {
  readonly cluster: KubernetesCluster;
}
