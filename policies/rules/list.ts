import type { Rule } from "../core/rule.ts";
import { armFirst } from "./arm-first/rule.ts";
import { autoscalingCeiling } from "./autoscaling-ceiling/rule.ts";
import { clusterCentralIdentity } from "./cluster-central-identity/rule.ts";
import { dataClassified } from "./data-classified/rule.ts";
import { dataResidencyAllowedRegions } from "./data-residency-allowed-regions/rule.ts";
import { encryptionAtRest } from "./encryption-at-rest/rule.ts";
import { iamNoAdminStar } from "./iam-no-admin-star/rule.ts";
import { iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation/rule.ts";
import { iamNoStarResourceOnWrite } from "./iam-no-star-resource-on-write/rule.ts";
import { iamPermissionsBoundary } from "./iam-permissions-boundary/rule.ts";
import { iamTrustPolicyBounded } from "./iam-trust-policy-bounded/rule.ts";
import { iamUserNoDirectPolicy } from "./iam-user-no-direct-policy/rule.ts";
import { imagePinnedTrusted } from "./image-pinned-trusted/rule.ts";
import { istioAuthzDefaultDeny } from "./istio-authz-default-deny/rule.ts";
import { istioEdgeJwt } from "./istio-edge-jwt/rule.ts";
import { istioInjectionOn } from "./istio-injection-on/rule.ts";
import { istioMtlsStrict } from "./istio-mtls-strict/rule.ts";
import { k8sAvailability } from "./k8s-availability/rule.ts";
import { k8sDefaultDenyNetwork } from "./k8s-default-deny-network/rule.ts";
import { k8sNoDefaultSaToken } from "./k8s-no-default-sa-token/rule.ts";
import { k8sProbes } from "./k8s-probes/rule.ts";
import { k8sPsaLabel } from "./k8s-psa-label/rule.ts";
import { k8sRbacNoWildcards } from "./k8s-rbac-no-wildcards/rule.ts";
import { k8sRequestsLimits } from "./k8s-requests-limits/rule.ts";
import { k8sRestrictedPods } from "./k8s-restricted-pods/rule.ts";
import { logRetentionBounded } from "./log-retention-bounded/rule.ts";
import { messagesPersistInRegion } from "./messages-persist-in-region/rule.ts";
import { noLongLivedCloudKeys } from "./no-long-lived-cloud-keys/rule.ts";
import { noOpenIngressSensitivePorts } from "./no-open-ingress-sensitive-ports/rule.ts";
import { noPlaintextSecrets } from "./no-plaintext-secrets/rule.ts";
import { noStringifiedOutput } from "./no-stringified-output/rule.ts";
import { objectLifecycle } from "./object-lifecycle/rule.ts";
import { objectStorageNotPublic } from "./object-storage-not-public/rule.ts";
import { oneIdentityPerWorkload } from "./one-identity-per-workload/rule.ts";
import { opaqueDeploymentInspected } from "./opaque-deployment-inspected/rule.ts";
import { paasLocalAuthDisabled } from "./paas-local-auth-disabled/rule.ts";
import { personalDataRetention } from "./personal-data-retention/rule.ts";
import { registryScanning } from "./registry-scanning/rule.ts";
import { requiredCostTags } from "./required-cost-tags/rule.ts";
import { resourcePolicyNotPublic } from "./resource-policy-not-public/rule.ts";
import { serverlessNotPrewarmedNonprod } from "./serverless-not-prewarmed-nonprod/rule.ts";
import { tlsMinimum12 } from "./tls-minimum-1-2/rule.ts";
import { workloadIdentityRequired } from "./workload-identity-required/rule.ts";

/** Every rule there is, by name. Written by `npm run fix` from the folders beside it. */
export const rules: readonly Rule[] = [
  armFirst,
  autoscalingCeiling,
  clusterCentralIdentity,
  dataClassified,
  dataResidencyAllowedRegions,
  encryptionAtRest,
  iamNoAdminStar,
  iamNoPrivilegeEscalation,
  iamNoStarResourceOnWrite,
  iamPermissionsBoundary,
  iamTrustPolicyBounded,
  iamUserNoDirectPolicy,
  imagePinnedTrusted,
  istioAuthzDefaultDeny,
  istioEdgeJwt,
  istioInjectionOn,
  istioMtlsStrict,
  k8sAvailability,
  k8sDefaultDenyNetwork,
  k8sNoDefaultSaToken,
  k8sProbes,
  k8sPsaLabel,
  k8sRbacNoWildcards,
  k8sRequestsLimits,
  k8sRestrictedPods,
  logRetentionBounded,
  messagesPersistInRegion,
  noLongLivedCloudKeys,
  noOpenIngressSensitivePorts,
  noPlaintextSecrets,
  noStringifiedOutput,
  objectLifecycle,
  objectStorageNotPublic,
  oneIdentityPerWorkload,
  opaqueDeploymentInspected,
  paasLocalAuthDisabled,
  personalDataRetention,
  registryScanning,
  requiredCostTags,
  resourcePolicyNotPublic,
  serverlessNotPrewarmedNonprod,
  tlsMinimum12,
  workloadIdentityRequired,
];
