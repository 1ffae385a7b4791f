import type { Rule } from "../core/rule.ts";
import { alarmsHaveActions } from "./alarms-have-actions/rule.ts";
import { armFirst } from "./arm-first/rule.ts";
import { artifactCleanup } from "./artifact-cleanup/rule.ts";
import { asyncDlqRequired } from "./async-dlq-required/rule.ts";
import { auditLogImmutable } from "./audit-log-immutable/rule.ts";
import { autoscalingCeiling } from "./autoscaling-ceiling/rule.ts";
import { backupIsolatedAndLocked } from "./backup-isolated-and-locked/rule.ts";
import { backupRetentionBounded } from "./backup-retention-bounded/rule.ts";
import { breachAlertingWired } from "./breach-alerting-wired/rule.ts";
import { budgetAndAnomalyAlert } from "./budget-and-anomaly-alert/rule.ts";
import { cloudAuditLogOn } from "./cloud-audit-log-on/rule.ts";
import { clusterCentralIdentity } from "./cluster-central-identity/rule.ts";
import { cmkForPersonalData } from "./cmk-for-personal-data/rule.ts";
import { commitmentFit } from "./commitment-fit/rule.ts";
import { connectedRangesApart } from "./connected-ranges-apart/rule.ts";
import { crossRegionDataFlow } from "./cross-region-data-flow/rule.ts";
import { dataAccessLogged } from "./data-access-logged/rule.ts";
import { dataClassified } from "./data-classified/rule.ts";
import { dataDiscoveryOnLake } from "./data-discovery-on-lake/rule.ts";
import { dataResidencyAllowedRegions } from "./data-residency-allowed-regions/rule.ts";
import { databaseNotPublic } from "./database-not-public/rule.ts";
import { declaredPathsHold } from "./declared-paths-hold/rule.ts";
import { deletionProtection } from "./deletion-protection/rule.ts";
import { drCopyInAllowedRegion } from "./dr-copy-in-allowed-region/rule.ts";
import { dynamodbCapacityMode } from "./dynamodb-capacity-mode/rule.ts";
import { edgeAccessLogs } from "./edge-access-logs/rule.ts";
import { egressRestricted } from "./egress-restricted/rule.ts";
import { emptyLoadBalancer } from "./empty-load-balancer/rule.ts";
import { encryptionAtRest } from "./encryption-at-rest/rule.ts";
import { endpointAuthnRequired } from "./endpoint-authn-required/rule.ts";
import { erasureNotBlocked } from "./erasure-not-blocked/rule.ts";
import { exitPlanForProprietary } from "./exit-plan-for-proprietary/rule.ts";
import { functionIngressInternal } from "./function-ingress-internal/rule.ts";
import { hardenedNodes } from "./hardened-nodes/rule.ts";
import { iamNoAdminStar } from "./iam-no-admin-star/rule.ts";
import { iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation/rule.ts";
import { iamNoStarResourceOnWrite } from "./iam-no-star-resource-on-write/rule.ts";
import { iamPermissionsBoundary } from "./iam-permissions-boundary/rule.ts";
import { iamTrustPolicyBounded } from "./iam-trust-policy-bounded/rule.ts";
import { iamUserNoDirectPolicy } from "./iam-user-no-direct-policy/rule.ts";
import { idlePublicIp } from "./idle-public-ip/rule.ts";
import { ignoreChangesHidesControl } from "./ignore-changes-hides-control/rule.ts";
import { imagePinnedTrusted } from "./image-pinned-trusted/rule.ts";
import { imdsv2Required } from "./imdsv2-required/rule.ts";
import { instanceSizeCeiling } from "./instance-size-ceiling/rule.ts";
import { istioAuthzDefaultDeny } from "./istio-authz-default-deny/rule.ts";
import { istioDiscoveryKeepsRoot } from "./istio-discovery-keeps-root/rule.ts";
import { istioEastWestReachable } from "./istio-east-west-reachable/rule.ts";
import { istioEdgeJwt } from "./istio-edge-jwt/rule.ts";
import { istioFailoverEjects } from "./istio-failover-ejects/rule.ts";
import { istioGatewayDenyExcepted } from "./istio-gateway-deny-excepted/rule.ts";
import { istioInjectionOn } from "./istio-injection-on/rule.ts";
import { istioMtlsStrict } from "./istio-mtls-strict/rule.ts";
import { istioNetworksApart } from "./istio-networks-apart/rule.ts";
import { istioOneRoot } from "./istio-one-root/rule.ts";
import { istioRoutesEverywhere } from "./istio-routes-everywhere/rule.ts";
import { k8sApiEndpointPrivate } from "./k8s-api-endpoint-private/rule.ts";
import { k8sAvailability } from "./k8s-availability/rule.ts";
import { k8sControlPlaneAudit } from "./k8s-control-plane-audit/rule.ts";
import { k8sDefaultDenyNetwork } from "./k8s-default-deny-network/rule.ts";
import { k8sNoDefaultSaToken } from "./k8s-no-default-sa-token/rule.ts";
import { k8sProbes } from "./k8s-probes/rule.ts";
import { k8sPsaLabel } from "./k8s-psa-label/rule.ts";
import { k8sRbacNoWildcards } from "./k8s-rbac-no-wildcards/rule.ts";
import { k8sRequestsLimits } from "./k8s-requests-limits/rule.ts";
import { k8sRestrictedPods } from "./k8s-restricted-pods/rule.ts";
import { keyScopePerClassification } from "./key-scope-per-classification/rule.ts";
import { kmsKeyRotation } from "./kms-key-rotation/rule.ts";
import { lakeNoOpenDefaults } from "./lake-no-open-defaults/rule.ts";
import { logDataMasking } from "./log-data-masking/rule.ts";
import { logIngestionCap } from "./log-ingestion-cap/rule.ts";
import { logRetentionBounded } from "./log-retention-bounded/rule.ts";
import { messagesPersistInRegion } from "./messages-persist-in-region/rule.ts";
import { modernVolumeTypes } from "./modern-volume-types/rule.ts";
import { monthlyCostDelta } from "./monthly-cost-delta/rule.ts";
import { multiAzProd } from "./multi-az-prod/rule.ts";
import { natEgressTrap } from "./nat-egress-trap/rule.ts";
import { networkFlowLogs } from "./network-flow-logs/rule.ts";
import { noDefaultNetwork } from "./no-default-network/rule.ts";
import { noExtendedSupport } from "./no-extended-support/rule.ts";
import { noExternalDataSharing } from "./no-external-data-sharing/rule.ts";
import { noLongLivedCloudKeys } from "./no-long-lived-cloud-keys/rule.ts";
import { noOpenIngressSensitivePorts } from "./no-open-ingress-sensitive-ports/rule.ts";
import { noPayloadLogging } from "./no-payload-logging/rule.ts";
import { noPlaintextSecrets } from "./no-plaintext-secrets/rule.ts";
import { noPlaintextTransport } from "./no-plaintext-transport/rule.ts";
import { noProdDataInNonprod } from "./no-prod-data-in-nonprod/rule.ts";
import { noPublicComputeIp } from "./no-public-compute-ip/rule.ts";
import { noPublicPathToData } from "./no-public-path-to-data/rule.ts";
import { noStringifiedOutput } from "./no-stringified-output/rule.ts";
import { noThirdCountryTelemetry } from "./no-third-country-telemetry/rule.ts";
import { nonprodShutdownSchedule } from "./nonprod-shutdown-schedule/rule.ts";
import { nonprodSpot } from "./nonprod-spot/rule.ts";
import { objectLifecycle } from "./object-lifecycle/rule.ts";
import { objectStorageNotPublic } from "./object-storage-not-public/rule.ts";
import { oneIdentityPerWorkload } from "./one-identity-per-workload/rule.ts";
import { opaqueDeploymentInspected } from "./opaque-deployment-inspected/rule.ts";
import { paasLocalAuthDisabled } from "./paas-local-auth-disabled/rule.ts";
import { paasPrivateEndpoint } from "./paas-private-endpoint/rule.ts";
import { personalDataRetention } from "./personal-data-retention/rule.ts";
import { pitrAndBackups } from "./pitr-and-backups/rule.ts";
import { privateApiReachable } from "./private-api-reachable/rule.ts";
import { processorRegister } from "./processor-register/rule.ts";
import { providerPinned } from "./provider-pinned/rule.ts";
import { queryResultsProtected } from "./query-results-protected/rule.ts";
import { queryScanCap } from "./query-scan-cap/rule.ts";
import { queueTimeoutCoherent } from "./queue-timeout-coherent/rule.ts";
import { registryScanning } from "./registry-scanning/rule.ts";
import { replicasStayInRegion } from "./replicas-stay-in-region/rule.ts";
import { requiredCostTags } from "./required-cost-tags/rule.ts";
import { resourcePolicyNotPublic } from "./resource-policy-not-public/rule.ts";
import { ropaTagsComplete } from "./ropa-tags-complete/rule.ts";
import { secretAndKeyExpiry } from "./secret-and-key-expiry/rule.ts";
import { serverlessNotPrewarmedNonprod } from "./serverless-not-prewarmed-nonprod/rule.ts";
import { streamCapacityMode } from "./stream-capacity-mode/rule.ts";
import { supportedRuntimes } from "./supported-runtimes/rule.ts";
import { threatDetectionOn } from "./threat-detection-on/rule.ts";
import { tlsMinimum12 } from "./tls-minimum-1-2/rule.ts";
import { unattachedDisk } from "./unattached-disk/rule.ts";
import { versioningCritical } from "./versioning-critical/rule.ts";
import { vpcEndpointPolicyPerimeter } from "./vpc-endpoint-policy-perimeter/rule.ts";
import { wafOnPublicEdge } from "./waf-on-public-edge/rule.ts";
import { workloadIdentityRequired } from "./workload-identity-required/rule.ts";

/** Every rule there is, by name. Written by `npm run fix` from the folders beside it. */
export const rules: readonly Rule[] = [
  alarmsHaveActions,
  armFirst,
  artifactCleanup,
  asyncDlqRequired,
  auditLogImmutable,
  autoscalingCeiling,
  backupIsolatedAndLocked,
  backupRetentionBounded,
  breachAlertingWired,
  budgetAndAnomalyAlert,
  cloudAuditLogOn,
  clusterCentralIdentity,
  cmkForPersonalData,
  commitmentFit,
  connectedRangesApart,
  crossRegionDataFlow,
  dataAccessLogged,
  dataClassified,
  dataDiscoveryOnLake,
  dataResidencyAllowedRegions,
  databaseNotPublic,
  declaredPathsHold,
  deletionProtection,
  drCopyInAllowedRegion,
  dynamodbCapacityMode,
  edgeAccessLogs,
  egressRestricted,
  emptyLoadBalancer,
  encryptionAtRest,
  endpointAuthnRequired,
  erasureNotBlocked,
  exitPlanForProprietary,
  functionIngressInternal,
  hardenedNodes,
  iamNoAdminStar,
  iamNoPrivilegeEscalation,
  iamNoStarResourceOnWrite,
  iamPermissionsBoundary,
  iamTrustPolicyBounded,
  iamUserNoDirectPolicy,
  idlePublicIp,
  ignoreChangesHidesControl,
  imagePinnedTrusted,
  imdsv2Required,
  instanceSizeCeiling,
  istioAuthzDefaultDeny,
  istioDiscoveryKeepsRoot,
  istioEastWestReachable,
  istioEdgeJwt,
  istioFailoverEjects,
  istioGatewayDenyExcepted,
  istioInjectionOn,
  istioMtlsStrict,
  istioNetworksApart,
  istioOneRoot,
  istioRoutesEverywhere,
  k8sApiEndpointPrivate,
  k8sAvailability,
  k8sControlPlaneAudit,
  k8sDefaultDenyNetwork,
  k8sNoDefaultSaToken,
  k8sProbes,
  k8sPsaLabel,
  k8sRbacNoWildcards,
  k8sRequestsLimits,
  k8sRestrictedPods,
  keyScopePerClassification,
  kmsKeyRotation,
  lakeNoOpenDefaults,
  logDataMasking,
  logIngestionCap,
  logRetentionBounded,
  messagesPersistInRegion,
  modernVolumeTypes,
  monthlyCostDelta,
  multiAzProd,
  natEgressTrap,
  networkFlowLogs,
  noDefaultNetwork,
  noExtendedSupport,
  noExternalDataSharing,
  noLongLivedCloudKeys,
  noOpenIngressSensitivePorts,
  noPayloadLogging,
  noPlaintextSecrets,
  noPlaintextTransport,
  noProdDataInNonprod,
  noPublicComputeIp,
  noPublicPathToData,
  noStringifiedOutput,
  noThirdCountryTelemetry,
  nonprodShutdownSchedule,
  nonprodSpot,
  objectLifecycle,
  objectStorageNotPublic,
  oneIdentityPerWorkload,
  opaqueDeploymentInspected,
  paasLocalAuthDisabled,
  paasPrivateEndpoint,
  personalDataRetention,
  pitrAndBackups,
  privateApiReachable,
  processorRegister,
  providerPinned,
  queryResultsProtected,
  queryScanCap,
  queueTimeoutCoherent,
  registryScanning,
  replicasStayInRegion,
  requiredCostTags,
  resourcePolicyNotPublic,
  ropaTagsComplete,
  secretAndKeyExpiry,
  serverlessNotPrewarmedNonprod,
  streamCapacityMode,
  supportedRuntimes,
  threatDetectionOn,
  tlsMinimum12,
  unattachedDisk,
  versioningCritical,
  vpcEndpointPolicyPerimeter,
  wafOnPublicEdge,
  workloadIdentityRequired,
];
