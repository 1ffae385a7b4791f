import type { Rule } from "../core/rule.ts";
import { armFirst } from "./arm-first/rule.ts";
import { autoscalingCeiling } from "./autoscaling-ceiling/rule.ts";
import { cloudAuditLogOn } from "./cloud-audit-log-on/rule.ts";
import { dataClassified } from "./data-classified/rule.ts";
import { dataResidencyAllowedRegions } from "./data-residency-allowed-regions/rule.ts";
import { databaseNotPublic } from "./database-not-public/rule.ts";
import { edgeAccessLogs } from "./edge-access-logs/rule.ts";
import { egressRestricted } from "./egress-restricted/rule.ts";
import { encryptionAtRest } from "./encryption-at-rest/rule.ts";
import { endpointAuthnRequired } from "./endpoint-authn-required/rule.ts";
import { functionIngressInternal } from "./function-ingress-internal/rule.ts";
import { iamNoAdminStar } from "./iam-no-admin-star/rule.ts";
import { iamTrustPolicyBounded } from "./iam-trust-policy-bounded/rule.ts";
import { imdsv2Required } from "./imdsv2-required/rule.ts";
import { k8sApiEndpointPrivate } from "./k8s-api-endpoint-private/rule.ts";
import { k8sControlPlaneAudit } from "./k8s-control-plane-audit/rule.ts";
import { k8sRestrictedPods } from "./k8s-restricted-pods/rule.ts";
import { kmsKeyRotation } from "./kms-key-rotation/rule.ts";
import { logRetentionBounded } from "./log-retention-bounded/rule.ts";
import { messagesPersistInRegion } from "./messages-persist-in-region/rule.ts";
import { networkFlowLogs } from "./network-flow-logs/rule.ts";
import { noDefaultNetwork } from "./no-default-network/rule.ts";
import { noLongLivedCloudKeys } from "./no-long-lived-cloud-keys/rule.ts";
import { noOpenIngressSensitivePorts } from "./no-open-ingress-sensitive-ports/rule.ts";
import { noPlaintextTransport } from "./no-plaintext-transport/rule.ts";
import { noPublicComputeIp } from "./no-public-compute-ip/rule.ts";
import { noPublicPathToData } from "./no-public-path-to-data/rule.ts";
import { objectLifecycle } from "./object-lifecycle/rule.ts";
import { objectStorageNotPublic } from "./object-storage-not-public/rule.ts";
import { paasLocalAuthDisabled } from "./paas-local-auth-disabled/rule.ts";
import { paasPrivateEndpoint } from "./paas-private-endpoint/rule.ts";
import { personalDataRetention } from "./personal-data-retention/rule.ts";
import { requiredCostTags } from "./required-cost-tags/rule.ts";
import { resourcePolicyNotPublic } from "./resource-policy-not-public/rule.ts";
import { serverlessNotPrewarmedNonprod } from "./serverless-not-prewarmed-nonprod/rule.ts";
import { threatDetectionOn } from "./threat-detection-on/rule.ts";
import { tlsMinimum12 } from "./tls-minimum-1-2/rule.ts";
import { vpcEndpointPolicyPerimeter } from "./vpc-endpoint-policy-perimeter/rule.ts";
import { wafOnPublicEdge } from "./waf-on-public-edge/rule.ts";

/** Every rule there is, by name. Written by `npm run fix` from the folders beside it. */
export const rules: readonly Rule[] = [
  armFirst,
  autoscalingCeiling,
  cloudAuditLogOn,
  dataClassified,
  dataResidencyAllowedRegions,
  databaseNotPublic,
  edgeAccessLogs,
  egressRestricted,
  encryptionAtRest,
  endpointAuthnRequired,
  functionIngressInternal,
  iamNoAdminStar,
  iamTrustPolicyBounded,
  imdsv2Required,
  k8sApiEndpointPrivate,
  k8sControlPlaneAudit,
  k8sRestrictedPods,
  kmsKeyRotation,
  logRetentionBounded,
  messagesPersistInRegion,
  networkFlowLogs,
  noDefaultNetwork,
  noLongLivedCloudKeys,
  noOpenIngressSensitivePorts,
  noPlaintextTransport,
  noPublicComputeIp,
  noPublicPathToData,
  objectLifecycle,
  objectStorageNotPublic,
  paasLocalAuthDisabled,
  paasPrivateEndpoint,
  personalDataRetention,
  requiredCostTags,
  resourcePolicyNotPublic,
  serverlessNotPrewarmedNonprod,
  threatDetectionOn,
  tlsMinimum12,
  vpcEndpointPolicyPerimeter,
  wafOnPublicEdge,
];
