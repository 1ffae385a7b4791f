/** Kinds that live outside namespaces. */
const CLUSTER_SCOPED = new Set(
  `APIService CSIDriver CSINode CertificateSigningRequest ClusterRole ClusterRoleBinding ClusterTrustBundle
  ComponentStatus CustomResourceDefinition DeviceClass FlowSchema IPAddress IngressClass MutatingAdmissionPolicy
  MutatingAdmissionPolicyBinding MutatingWebhookConfiguration Namespace Node PersistentVolume PodSecurityPolicy
  PriorityClass PriorityLevelConfiguration ResourceSlice RuntimeClass SelfSubjectAccessReview SelfSubjectReview
  SelfSubjectRulesReview ServiceCIDR StorageClass StorageVersion StorageVersionMigration SubjectAccessReview
  TokenReview ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration
  VolumeAttachment VolumeAttributesClass
  AWSPCAClusterIssuer GoogleCASClusterIssuer ClusterIssuer ClusterSecretStore ClusterExternalSecret GatewayClass NodePool NodeClass NodeClaim EC2NodeClass
  AKSNodeClass ClusterPropagationPolicy ClusterOverridePolicy ClusterTaintPolicy ClusterTriggerAuthentication Cluster
  ResourceInterpreterCustomization ResourceInterpreterWebhookConfiguration ClusterResourceBinding`.split(/\s+/),
);
/** Custom kinds whose name another group uses for a namespaced kind. */
const NAMESPACED_IN: { readonly [kind: string]: RegExp } = { Cluster: /^(?!cluster\.karmada\.io)/ };

/** What a token or an object says about its group, version and kind. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Reads `kubernetes:apps/v1:Deployment`; objects of the core group are of version `v1`. */
export function kindOf(token: string): Kind {
  const [, group = "", name = ""] = token.split(":");
  const kind = name.replace(/(?<=.)(Patch|List)$/, "");
  const apiVersion = group.startsWith("core/") ? group.slice("core/".length) : group;
  const namespaced = !CLUSTER_SCOPED.has(kind) || NAMESPACED_IN[kind]?.test(apiVersion) === true;
  return { apiVersion, kind, namespaced };
}
